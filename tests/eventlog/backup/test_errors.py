"""What backup and restore refuse, they explain."""

import re
import string

import pytest

from eventlog.backup.errors import ALL_BACKUP_ERRORS, BackupError

HAN = re.compile(r"[\u4e00-\u9fff]")


def fields(sentence: str) -> set[str]:
    found = {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
    return {re.sub("_(zh|en)$", "", name) for name in found}


@pytest.mark.parametrize("error", ALL_BACKUP_ERRORS)
def test_an_error_speaks_both_languages(error: type[BackupError]) -> None:
    for zh, en in ((error.zh, error.en), (error.next_zh, error.next_en)):
        assert HAN.search(zh)
        assert not HAN.search(en)
        assert fields(zh) == fields(en)


def test_every_error_is_listed_under_a_code_of_its_own() -> None:
    assert set(BackupError.__subclasses__()) == set(ALL_BACKUP_ERRORS)
    assert len({error.code for error in ALL_BACKUP_ERRORS}) == len(ALL_BACKUP_ERRORS)

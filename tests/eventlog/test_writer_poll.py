"""What becomes an outcome, and which outcomes hold when the command comes again."""

import pytest

from eventlog.directory import Directory
from eventlog.errors import LogDiverged
from tests.eventlog.town import Town, answer


def test_what_is_wrong_for_a_while_is_no_rejection_of_a_command(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refusal with 503 says nothing of the command: under the same id it is decided later."""

    def diverged(_: Directory) -> None:
        raise LogDiverged(jurisdiction="linyi", position=1)

    with town.client() as client:
        with town.writer():
            town.found(client)
            command = town.diary()
        monkeypatch.setattr(Directory, "refresh", diverged)
        with town.writer():
            first = answer(client, command)
            assert first.problem is not None
            assert first.problem.code == "log_diverged"
            monkeypatch.undo()
            assert answer(client, command).status == "accepted"

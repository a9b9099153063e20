"""Sealing: what stands on the log instead of a name, who can open it, and what erasing does."""

import dataclasses
import unicodedata
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventlog import errors, sealed_header
from eventlog.records import EventRecord
from eventlog.sealing import PersonalText, carried, keyid_of, pseudonym, seal, unseal
from tests.eventlog import golden
from tests.eventlog.golden import COMMAND_ID, CONTENT, NAME, SOURCE, WITNESS, MemoryVault

TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\0"), min_size=1
).map(lambda text: unicodedata.normalize("NFC", text))


def vault_of_golden() -> MemoryVault:
    vault = MemoryVault()
    seal(
        [PersonalText(path="/x", subject=each, text="x") for each in (golden.STREAM, WITNESS)],
        source=SOURCE,
        command_id=COMMAND_ID,
        vault=vault,
    )
    return vault


def test_sealed_texts_are_opened_and_proved() -> None:
    first, second, third = golden.events()
    vault = vault_of_golden()
    assert unseal(first, vault) == {first.commitments["/content"]: CONTENT}
    assert unseal(second, vault) == {second.commitments["/witnesses/0/name"]: NAME}
    assert unseal(third, vault) == {}


def test_the_clear_text_is_nowhere_on_the_log() -> None:
    command = golden.command()
    for part in (command.value, command.header or b"", *(each.value for each in golden.events())):
        for text in ("张", "三", "好处费"):
            assert text.encode() not in part


def test_events_carry_only_what_stands_in_their_data() -> None:
    command, (first, second, _) = golden.command(), golden.events()
    assert set(first.commitments) == {"/content"}
    assert set(second.commitments) == {"/witnesses/0/name"}
    assert carried({"a": ["nothing"]}, command.commitments, command.header) == ({}, None)
    assert carried({"a": "x"}, {}, None) == ({}, None)
    both = carried(command.data, command.commitments, command.header)
    assert both == (command.commitments, command.header)


def test_a_commitment_of_another_command_is_not_carried() -> None:
    command = golden.command()
    data = {"name": "sha256:" + "0" * 64}
    assert carried(data, command.commitments, command.header) == ({}, None)


def test_without_the_key_nothing_is_opened() -> None:
    first, second, _ = golden.events()
    vault = vault_of_golden()
    vault.erase(keyid_of(source=SOURCE, subject=WITNESS))
    assert unseal(second, vault) == {}
    assert unseal(first, vault) != {}


def test_nothing_new_is_sealed_under_an_erased_key() -> None:
    vault = vault_of_golden()
    vault.erase(keyid_of(source=SOURCE, subject=WITNESS))
    texts = [PersonalText(path="/name", subject=WITNESS, text=NAME)]
    with pytest.raises(errors.KeyErased):
        seal(texts, source=SOURCE, command_id=COMMAND_ID, vault=vault)


def with_field(event: EventRecord, **changes: Any) -> EventRecord:
    fields = sealed_header.decode(event.header or b"")
    header = sealed_header.encode(dataclasses.replace(each, **changes) for each in fields.values())
    return _again(event, header=header)


def _again(event: EventRecord, **changes: object) -> EventRecord:
    given = {
        name: getattr(event, name)
        for name in event.__dataclass_fields__
        if name not in ("id", "value", "sealed")
    }
    return EventRecord(**{**given, **changes})


def test_a_changed_ciphertext_is_found_out() -> None:
    event = golden.events()[1]
    field = sealed_header.decode(event.header or b"")["/witnesses/0/name"]
    forged = bytes([field.ciphertext[0] ^ 1]) + field.ciphertext[1:]
    with pytest.raises(errors.SealBroken):
        unseal(with_field(event, ciphertext=forged), vault_of_golden())


def test_a_ciphertext_under_another_key_is_found_out() -> None:
    other = keyid_of(source=SOURCE, subject=golden.STREAM)
    with pytest.raises(errors.SealBroken):
        unseal(with_field(golden.events()[1], keyid=other), vault_of_golden())


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"source": "elsewhere/linyi"}, id="another jurisdiction"),
        pytest.param({"commandid": UUID(int=1)}, id="another command"),
        pytest.param(
            {"commitments": {"/witnesses/0/name": "sha256:" + "0" * 64}}, id="another commitment"
        ),
    ],
)
def test_a_ciphertext_in_another_place_is_found_out(changes: dict[str, object]) -> None:
    with pytest.raises(errors.SealBroken):
        unseal(_again(golden.events()[1], **changes), vault_of_golden())


def test_a_retry_is_sealed_to_the_same_bytes() -> None:
    assert golden.command() == golden.command()
    assert golden.command().header == golden.command().header


@given(TEXTS, TEXTS)
def test_commitments_hide_and_bind(one: str, two: str) -> None:
    vault = MemoryVault()

    def commitment(text: str, *, path: str = "/a", command_id: UUID = COMMAND_ID) -> str:
        texts = [PersonalText(path=path, subject=WITNESS, text=text)]
        return seal(texts, source=SOURCE, command_id=command_id, vault=vault).commitments[path]

    assert (commitment(one) == commitment(two)) == (one == two)
    assert commitment(one) != commitment(one, path="/b")
    assert commitment(one) != commitment(one, command_id=UUID(int=1))


def test_nonces_repeat_only_for_the_same_text_in_the_same_place() -> None:
    vault = MemoryVault()
    nonces = set()
    for text in ("张三", "李四"):
        for path in ("/a", "/b"):
            for source in ("a/linyi", "b/linyi"):
                for number in (1, 2):
                    header = seal(
                        [PersonalText(path=path, subject=WITNESS, text=text)],
                        source=source,
                        command_id=UUID(int=number),
                        vault=vault,
                    ).header
                    nonces.add(sealed_header.decode(header or b"")[path].nonce)
    assert len(nonces) == 16


@pytest.mark.parametrize("written", ["张三", "张 三", "张　三", " 张三\n", "张\u00a0三"])
def test_one_name_written_in_many_ways_has_one_pseudonym(written: str) -> None:
    assert pseudonym(written, b"key") == pseudonym("张三", b"key")


def test_names_of_other_scripts_match_too() -> None:
    assert pseudonym("阿不都·热西提", b"key") == pseudonym("阿不都•热西提", b"key")
    assert pseudonym("Li Wei", b"key") == pseudonym("ＬＩ　ＷＥＩ", b"key")
    assert pseudonym("张三", b"key") != pseudonym("张三", b"another key")
    assert pseudonym("张三", b"key") != pseudonym("张四", b"key")


@pytest.mark.parametrize("nothing", ["", " ", "·", "\u3000\n"])
def test_no_name_has_no_pseudonym(nothing: str) -> None:
    assert pseudonym(nothing, b"key") is None

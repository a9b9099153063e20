"""Intake: what clients send in the clear becomes a sealed command, or a clear answer why not."""

import datetime
import json
import unicodedata
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue import ACTIONS
from domain.ids import PersonId, StreamId, derived_id, stream_id
from eventlog import errors, refusals
from eventlog.codec import command_of
from eventlog.intake import CLEAR_BYTES_MAX, Intake
from eventlog.records import CommandRecord
from tests.eventlog import golden
from tests.eventlog.example import CATALOGUE, NOTE
from tests.eventlog.golden import ACTOR, CLEAR, COMMAND_ID, EXPIRES, SOURCE, MemoryVault

NOW = EXPIRES - datetime.timedelta(hours=24)
AMEND = "guantong.example.amend"
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\0"), min_size=1)


def intake(vault: MemoryVault | None = None) -> Intake:
    return Intake(vault or MemoryVault(), catalogue=CATALOGUE, clock=lambda: NOW)


def prepare(
    data: object = CLEAR, *, vault: MemoryVault | None = None, **changes: Any
) -> CommandRecord:
    body = data if isinstance(data, bytes | dict) else json.dumps(data).encode()
    given = {
        "jurisdiction": golden.JURISDICTION,
        "source": SOURCE,
        "type": NOTE,
        "target": None,
        "actor": ACTOR,
        "party": golden.PARTY,
        "command_id": COMMAND_ID,
    }
    return intake(vault).prepare(data=body, **{**given, **changes})


def faults(data: object, **changes: Any) -> dict[str, str]:
    with pytest.raises(errors.CommandInvalid) as invalid:
        prepare(data, **changes)
    return {fault.pointer: fault.en for fault in invalid.value.faults}


def test_the_clear_command_becomes_the_golden_one() -> None:
    prepared = prepare(trace="00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
    assert prepared.value == golden.read("command.json")
    assert prepared.header == golden.read("command.gt-sealed.json")


def test_a_retry_is_the_same_command_however_it_is_written() -> None:
    written = json.dumps(dict(reversed(list(CLEAR.items()))), indent=4).encode()
    again = prepare(written, expires=NOW + datetime.timedelta(hours=1))
    assert again.digest == golden.command().digest
    assert again.header == golden.command().header


def test_the_writer_can_read_what_intake_prepares() -> None:
    command = prepare()
    read = CommandRecord.from_kafka(key=command.key, value=command.value, headers=command.headers)
    assert read == command
    command_of(read, catalogue=CATALOGUE)


def test_an_opening_command_gets_the_stream_that_follows_from_it() -> None:
    assert prepare().target == stream_id("example", derived_id("linyi", ACTOR, COMMAND_ID))


def test_an_opening_command_may_name_its_stream() -> None:
    stream = stream_id("example", UUID(int=1))
    assert prepare(target=stream).target == stream


def test_other_commands_must_say_what_they_act_on() -> None:
    with pytest.raises(errors.TargetMissing):
        prepare(type=AMEND)
    assert prepare(type=AMEND, target=golden.STREAM, if_match=2).if_match == 2


def test_persons_get_ids_that_follow_from_their_place() -> None:
    data = {**CLEAR, "witnesses": [{"name": "张三"}, {"name": "李四"}]}
    persons = [each["person"] for each in prepare(data).data["witnesses"]]
    assert persons == [
        stream_id("person", derived_id("linyi", ACTOR, COMMAND_ID, f"/witnesses/{n}"))
        for n in (0, 1)
    ]


def test_a_person_who_is_known_keeps_id_and_key() -> None:
    known = PersonId("person/11111111-2222-4333-8444-555555555555")
    vault = MemoryVault()
    command = prepare({**CLEAR, "witnesses": [{"name": "张三", "person": known}]}, vault=vault)
    assert command.data["witnesses"][0]["person"] == known
    assert f"{SOURCE}/{known}" in vault.keys


def test_each_text_is_sealed_under_the_key_of_its_subject() -> None:
    witness = {"name": "张三", "aliases": ["阿三", "老张"]}
    command = prepare({**CLEAR, "witnesses": [witness]})
    keyids = {entry["path"]: entry["keyid"] for entry in json.loads(command.header or b"")}
    person = f"{SOURCE}/{golden.WITNESS}"
    assert keyids == {
        "/content": f"{SOURCE}/{golden.STREAM}",
        "/witnesses/0/name": person,
        "/witnesses/0/aliases/0": person,
        "/witnesses/0/aliases/1": person,
    }
    assert command.data["witnesses"][0]["aliases"] == [
        command.commitments["/witnesses/0/aliases/0"],
        command.commitments["/witnesses/0/aliases/1"],
    ]


def test_one_name_has_one_pseudonym_in_a_jurisdiction() -> None:
    def made(name: str, **changes: Any) -> str:
        command = prepare({**CLEAR, "witnesses": [{"name": name}]}, **changes)
        found: str = command.data["witnesses"][0]["pseudonym"]
        return found

    assert made("张三") == made("张 三", command_id=UUID(int=9))
    assert made("张三") != made("李四")
    assert made("张三") != made("张三", jurisdiction="wuhu", source="x/wuhu")


def test_a_name_of_nothing_but_spaces_has_no_pseudonym() -> None:
    command = prepare({**CLEAR, "witnesses": [{"name": " "}]})
    assert "pseudonym" not in command.data["witnesses"][0]


def test_a_pseudonym_cannot_be_given() -> None:
    data = {**CLEAR, "witnesses": [{"name": "张三", "pseudonym": "hmac:" + "0" * 64}]}
    assert faults(data) == {
        "/witnesses/0/pseudonym": "is made by the system and must not be given."
    }


def test_ids_must_have_the_form_of_ids() -> None:
    data = {**CLEAR, "follows": "lead/1", "witnesses": [{"name": "张三", "person": "张三"}]}
    assert faults(data) == {
        "/follows": "must be an id: <family>/<uuid>.",
        "/witnesses/0/person": "must be an id: person/<uuid>.",
    }


def test_an_erased_subject_is_not_sealed_anew() -> None:
    vault = MemoryVault()
    prepare(vault=vault)
    vault.erase(f"{SOURCE}/{golden.WITNESS}")
    with pytest.raises(errors.KeyErased) as erased:
        prepare(vault=vault)
    assert erased.value.status == 410


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "malformed_json"),
        (b"{", "malformed_json"),
        (b"\xff\xfe", "malformed_json"),
        (b'{"title":"a","title":"b"}', "duplicate_key"),
        (b'{"title":"a","amount":1.0}', "float_refused"),
        (b'{"title":"a","amount":NaN}', "float_refused"),
        (b'{"title":"a","amount":1e3}', "float_refused"),
        (b'{"title":"a","amount":9007199254740993}', "integer_out_of_range"),
        (b'{"title":"\\u0000"}', "text_has_nul"),
        (b'{"title":"\\ud83d"}', "lone_surrogate"),
        ('{"title":"\U000e0fff"}'.encode(), "text_unassigned"),
        ('{"标题":"a"}'.encode(), "key_not_ascii"),
        (b'{"title":' + b"[" * 40 + b"]" * 40 + b"}", "too_deep"),
        (b"[" * 900 + b"]" * 900, "too_deep"),
        (b"[" * 100_000, "too_deep"),
        (b" " * (CLEAR_BYTES_MAX + 1), "too_large"),
    ],
)
def test_bodies_without_a_canonical_form_are_refused(body: bytes, code: str) -> None:
    with pytest.raises(errors.LogError) as refused:
        prepare(body)
    assert refused.value.code == code
    assert refused.value.status in (400, 413, 422)


@pytest.mark.parametrize("body", [b"[]", b"null", b'"text"', b"7"])
def test_a_body_must_be_an_object(body: bytes) -> None:
    assert faults(body) == {"": "must be an object."}


def test_a_command_that_grows_too_large_when_sealed_is_refused() -> None:
    many = [{"name": "张三", "aliases": ["阿"] * 400} for _ in range(10)]
    with pytest.raises(errors.CommandTooLarge):
        prepare({**CLEAR, "witnesses": many})


def test_text_is_brought_to_normal_form() -> None:
    decomposed = prepare({**CLEAR, "title": "e\u0301te\u0301"})
    assert decomposed.data["title"] == "été"
    assert decomposed.digest == prepare({**CLEAR, "title": "été"}).digest


@pytest.mark.parametrize("hours", [0, -1, 7 * 24 + 1])
def test_a_command_expires_after_now_and_within_a_week(hours: int) -> None:
    with pytest.raises(errors.ExpiryInvalid):
        prepare(expires=NOW + datetime.timedelta(hours=hours))


def test_a_command_expires_after_a_day_if_nothing_is_said() -> None:
    assert prepare().expires == NOW + datetime.timedelta(hours=24)
    week = NOW + datetime.timedelta(days=7)
    assert prepare(expires=week).expires == week


def test_an_unknown_action_is_named() -> None:
    with pytest.raises(errors.UnknownAction):
        prepare(type="guantong.example.shred")


def test_a_target_must_be_a_stream() -> None:
    with pytest.raises(refusals.AttributeInvalid):
        prepare(target=StreamId("example"))


@given(TEXTS, TEXTS)
def test_no_personal_text_stands_in_the_clear(content: str, name: str) -> None:
    content, name = f"内容{content}", f"姓名{name}"
    command = prepare({**CLEAR, "content": content, "witnesses": [{"name": name}]})
    for text in (content, name):
        normal = json.dumps(unicodedata.normalize("NFC", text), ensure_ascii=False)[1:-1].encode()
        assert normal not in command.value
        assert normal not in (command.header or b"")


EXAMPLES = [(name, action) for name, (_, action) in ACTIONS.items() if action.example]


@pytest.mark.parametrize(
    ("name", "example"), [pytest.param(name, action.example, id=name) for name, action in EXAMPLES]
)
def test_the_example_of_every_action_can_be_prepared_and_read(
    name: str, example: dict[str, Any]
) -> None:
    family = name.split(".")[1]
    command = Intake(MemoryVault(), clock=lambda: NOW).prepare(
        jurisdiction=golden.JURISDICTION,
        source=SOURCE,
        type=name,
        target=stream_id(family, UUID(int=1)),
        data=json.dumps(dict(example)).encode(),
        actor=ACTOR,
        party=golden.PARTY,
        command_id=COMMAND_ID,
    )
    command_of(command)

"""The golden records: one command, what followed from it, and one more event, from fixed inputs.

``python -m tests.eventlog.golden`` writes the files that are missing from ``tests/golden`` and touches no
other: what is there is kept for ever.
"""

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from domain.ids import CaseTag, JurisdictionCode, PartyId, PersonId, StreamId, derived_id, stream_id
from domain.model import Concerns, Occurred
from eventlog.codec import event_to_data
from eventlog.errors import KeyErased
from eventlog.records import CommandRecord, EventRecord, OutcomeRecord, Problem, first_link, link
from eventlog.sealing import PersonalText, carried, keyid_of, pseudonym, seal
from tests.eventlog.example import NAMED, NOTE, NOTED, Noted, Witness, WitnessNamed

FOLDER: Final = Path(__file__).parent.parent / "golden"

SOURCE: Final = "linyi-discipline/linyi"
JURISDICTION: Final = JurisdictionCode("linyi")
ACTOR: Final = PersonId("person/6f1c2a52-4c5b-4d8e-9a51-2f3a9f6f0c11")
PARTY: Final = PartyId("sg-education")
COMMAND_ID: Final = UUID("0d9f7c1e-5a8b-4b0f-8f60-3c1f6f0c7a55")
SECOND_COMMAND_ID: Final = UUID("7b1d2c33-1111-4222-8333-944455566677")
STREAM: Final = stream_id("example", derived_id(JURISDICTION, ACTOR, COMMAND_ID))
WITNESS: Final = stream_id("person", derived_id(JURISDICTION, ACTOR, COMMAND_ID, "/witnesses/0"))
TIME: Final = datetime.datetime(2026, 3, 2, 1, 30, 0, 123456, tzinfo=datetime.UTC)
EXPIRES: Final = datetime.datetime(2026, 3, 3, 1, 30, tzinfo=datetime.UTC)
CONTENT: Final = "食堂采购中,张三收受供应商“好处费”。\n附:账页两张。"
NAME: Final = "张 三"
CLEAR: Final[Mapping[str, Any]] = {
    "amount": 1_250_000,
    "content": CONTENT,
    "title": "关于食堂采购的情况",
    "witnesses": [{"name": NAME}],
}


class MemoryVault:
    """A vault of given keys; keys it is asked to make follow from their ids."""

    def __init__(self, keys: Mapping[str, bytes] | None = None) -> None:
        self.keys: dict[str, bytes | None] = dict(keys or {})

    def key(self, keyid: str, *, create: bool = False) -> bytes | None:
        if create and keyid not in self.keys:
            self.keys[keyid] = canonical_key(keyid)
        if create and self.keys[keyid] is None:
            raise KeyErased(keyid=keyid)
        return self.keys.get(keyid)

    def erase(self, keyid: str) -> None:
        self.keys[keyid] = None

    def matching_key(self, jurisdiction: str) -> bytes:
        return self.key(f"matching/{jurisdiction}", create=True) or b""


def canonical_key(keyid: str) -> bytes:
    """32 bytes that are no secret."""
    return bytes.fromhex(link(f"no secret: {keyid}".encode()).removeprefix("sha256:"))


def command() -> CommandRecord:
    """The sealed command, made step by step; intake makes the same."""
    vault = MemoryVault()
    texts = (
        PersonalText(path="/content", subject=STREAM, text=CONTENT),
        PersonalText(path="/witnesses/0/name", subject=WITNESS, text=NAME),
    )
    sealed = seal(texts, source=SOURCE, command_id=COMMAND_ID, vault=vault)
    return CommandRecord(
        jurisdiction=JURISDICTION,
        id=COMMAND_ID,
        type=NOTE,
        target=STREAM,
        data={
            "amount": 1_250_000,
            "content": sealed.commitments["/content"],
            "manner": "written",
            "title": "关于食堂采购的情况",
            "urgent": False,
            "witnesses": [
                {
                    "aliases": [],
                    "name": sealed.commitments["/witnesses/0/name"],
                    "person": WITNESS,
                    "pseudonym": pseudonym(NAME, vault.matching_key(JURISDICTION)),
                }
            ],
        },
        commitments=sealed.commitments,
        actor=ACTOR,
        party=PARTY,
        expires=EXPIRES,
        trace="00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        header=sealed.header,
    )


def events() -> tuple[EventRecord, EventRecord, EventRecord]:
    """Two events of the command, and one of a second command by another actor's hand."""
    sealed = command()
    occurred = Occurred(date=datetime.date(2026, 3, 2), time=datetime.time(9, 15))
    concerns = Concerns(parties=(PARTY, PartyId("cdi-linyi")), visibility="example")
    witness = Witness(
        person=PersonId(WITNESS),
        name=sealed.commitments["/witnesses/0/name"],
        pseudonym=sealed.data["witnesses"][0]["pseudonym"],
    )
    noted = Noted(
        occurred=occurred,
        concerns=concerns,
        title=sealed.data["title"],
        content=sealed.commitments["/content"],
        amount=1_250_000,
    )
    named = WitnessNamed(occurred=occurred, concerns=concerns, witness=witness)
    first = _event(NOTED, event_to_data(noted), sealed, place=(1, 1, 2), prev=first_link(SOURCE))
    second = _event(NAMED, event_to_data(named), sealed, place=(2, 2, 2), prev=link(first.value))
    return first, second, _third(link(second.value))


def _event(
    event_type: str,
    data: Mapping[str, Any],
    sealed: CommandRecord,
    *,
    place: tuple[int, int, int],
    prev: str,
) -> EventRecord:
    commitments, header = carried(data, sealed.commitments, sealed.header)
    position, index, count = place
    return EventRecord(
        source=SOURCE,
        type=event_type,
        subject=sealed.target,
        time=TIME,
        position=position,
        streamversion=position,
        commandid=sealed.id,
        commanddigest=sealed.digest,
        commandevent=index,
        commandevents=count,
        actor=sealed.actor,
        party=sealed.party,
        casetag=CaseTag(STREAM),
        schemeversion=1,
        prev=prev,
        data=data,
        commitments=commitments,
        header=header,
    )


def _third(prev: str) -> EventRecord:
    return EventRecord(
        source=SOURCE,
        type=NAMED,
        subject=StreamId("person/11111111-2222-4333-8444-555555555555"),
        time=TIME + datetime.timedelta(days=1),
        position=3,
        streamversion=1,
        commandid=SECOND_COMMAND_ID,
        commanddigest=link(b"another command"),
        commandevent=1,
        commandevents=1,
        actor=PersonId("person/99999999-8888-4777-8666-555555555555"),
        party=PartyId("cdi-linyi"),
        schemeversion=1,
        prev=prev,
        data={
            "concerns": {"observers": [], "parties": ["cdi-linyi"], "visibility": "example"},
            "note": '"\\/\b\f\n\r\t\u001f\u007f\u2028 é 𠮷 \ue000',
            "occurred": {"date": "2026-03-03"},
        },
    )


def outcomes() -> tuple[OutcomeRecord, OutcomeRecord]:
    """What became of the command; and a rejection."""
    sealed, last = command(), events()[1]
    accepted = OutcomeRecord(
        id=COMMAND_ID,
        status="accepted",
        jurisdiction=JURISDICTION,
        actor=ACTOR,
        stream=STREAM,
        version=2,
        first_position=1,
        last_position=2,
        last_hash=link(last.value),
        events=2,
        digest=sealed.digest,
        offset=41,
    )
    problem = Problem(
        code="wrong_state",
        status=409,
        title_zh="当前状态不允许",
        title_en="Not possible now",
        detail_zh="当前状态为“已办结”,不能记录。",
        detail_en="The matter is «closed»: «note» is not possible now.",
        next_zh="请按流程先完成前一环节。",
        next_en="Complete the step before it first.",
        details={"state": "closed"},
    )
    rejected = OutcomeRecord(
        id=SECOND_COMMAND_ID,
        status="rejected",
        jurisdiction=JURISDICTION,
        actor=ACTOR,
        problem=problem,
        digest=link(b"another command"),
        offset=42,
    )
    return accepted, rejected


def facts() -> bytes:
    """What follows from the records, in a form that people read."""
    sealed, (first, second, third) = command(), events()
    keyids = (
        keyid_of(source=SOURCE, subject=STREAM),
        keyid_of(source=SOURCE, subject=WITNESS),
        "matching/linyi",
    )
    content = {
        "keys": {keyid: canonical_key(keyid).hex() for keyid in keyids},
        "source": SOURCE,
        "first_link": first_link(SOURCE),
        "links": [link(each.value) for each in (first, second, third)],
        "ids": [str(each.id) for each in (first, second, third)],
        "digest": sealed.digest,
        "opened": {
            sealed.commitments["/content"]: CONTENT,
            sealed.commitments["/witnesses/0/name"]: NAME,
        },
        "pseudonyms": {sealed.data["witnesses"][0]["pseudonym"]: NAME},
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def files() -> Mapping[str, bytes]:
    """Every golden file by name."""
    sealed, (first, second, third), (accepted, rejected) = command(), events(), outcomes()
    return {
        "command.json": sealed.value,
        "command.gt-sealed.json": sealed.header or b"",
        "event-1.json": first.value,
        "event-1.gt-sealed.json": first.header or b"",
        "event-2.json": second.value,
        "event-2.gt-sealed.json": second.header or b"",
        "event-3.json": third.value,
        "outcome-accepted.json": accepted.value,
        "outcome-rejected.json": rejected.value,
        "facts.json": facts(),
    }


def read(name: str) -> bytes:
    """A golden file's bytes."""
    return (FOLDER / name).read_bytes()


if __name__ == "__main__":
    for name, content in files().items():
        if not (FOLDER / name).exists():
            (FOLDER / name).write_bytes(content)

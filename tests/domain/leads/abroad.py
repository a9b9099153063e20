"""Two jurisdictions for leads between them: the city of `given`, and a county of it, or another city.

What one sends is brought to the other as `processes.dispatches` makes commands of it, here by hand.
"""

import dataclasses
from typing import Any, Final

from domain.attachments.commands import Brought, Sent
from domain.between import FIRST, Origin
from domain.ids import (
    SYSTEM_PARTY,
    SYSTEM_PERSON,
    JurisdictionCode,
    StreamId,
    derived_id,
    stream_id,
)
from domain.leads import commands, events
from domain.leads.values import Disposal, Material, ReleasedSubject, Standing, Subject
from domain.model import Event
from domain.scheme import Scheme
from tests.domain.leads.given import SCHEME, Office, party, person
from tests.domain.world import Told, World

CITY: Final = JurisdictionCode("linyi")
COUNTY: Final = JurisdictionCode("yinan")
PEER: Final = JurisdictionCode("wuhu")
PROOF: Final = f"sha256:{'5' * 64}"
_OTHER: Final = """
[party.{party}]
kind = "{kind}"
zh = "对方"
en = "the other"
[channel.{code}]
party = "{party}"
level = "{level}"
sends = ["lead"]
accepts = ["lead"]
receiver = "case-supervision"
basis = "b"
[[authority]]
post_level = "{row}"
title = {{ zh = "对方所管", en = "of the other" }}
managed_by = "{manages}"
competent = ["{manages}"]
basis = "b"
"""
_BELOW: Final = {
    "party": "cc-yinan",
    "kind": "countyCommission",
    "code": COUNTY,
    "level": "below",
    "row": "upper",
    "manages": "office-1",
}
_ABOVE: Final = {
    "party": "city",
    "kind": "other",
    "code": CITY,
    "level": "above",
    "row": "upper",
    "manages": "city",
}
_BESIDE: Final = {
    "party": "peer",
    "kind": "peerCommission",
    "level": "beside",
    "row": "managed_by_peer",
    "manages": "peer",
}
_CITY_ONLY: Final = """
[[authority]]
post_level = "city_only"
title = { zh = "仅本市", en = "of the city only" }
managed_by = "office-1"
competent = ["office-1"]
basis = "b"
"""


def office(code: JurisdictionCode, other: str) -> Office:
    """An office of a jurisdiction with one other beside it."""
    found = Office.opened()
    scheme = Scheme.parse(SCHEME.read_text("utf-8") + other)
    world: World = found.world
    world.jurisdiction = dataclasses.replace(
        world.jurisdiction,
        code=code,
        source=f"test/{code}",
        scheme=scheme,
        parties=scheme.parties,
    )
    return found


def city() -> Office:
    return office(CITY, _OTHER.format(**_BELOW) + _CITY_ONLY)


def county() -> Office:
    return office(COUNTY, _OTHER.format(**_ABOVE))


def peer(code: JurisdictionCode, *, beside: JurisdictionCode) -> Office:
    """A city beside another one."""
    return office(code, _OTHER.format(code=beside, **_BESIDE))


def release(*names: str, to: str = "cc-yinan", post_level: str | None = None) -> commands.Refer:
    """What the city says to the county, or to another city."""
    return commands.Refer(
        to_party=to,  # type: ignore[arg-type]
        subjects=tuple(
            ReleasedSubject(person=person(name), name=name, post="科长", post_level=post_level)
            for name in names or ("zhang",)
        ),
        content="提供给对方的内容",
        materials=(Material(title="材料", pages=2),),
        document="移〔2026〕8号",
        reason="属县管干部",
    )


@dataclasses.dataclass
class Post:
    """The two offices, and what of each was carried to the other: all of it, in order, by `carry`.

    The `county` may be another city.
    """

    city: Office = dataclasses.field(default_factory=city)
    county: Office = dataclasses.field(default_factory=county)
    carried: dict[str, int] = dataclasses.field(default_factory=dict)

    def carry(self) -> None:
        """Bring everything that was sent to the other end, and what that brings about, and so on."""
        while sum(self._from(*ends) for ends in self._ways()):
            pass

    def _ways(self) -> tuple[tuple[Office, Office], ...]:
        return (self.city, self.county), (self.county, self.city)

    def _from(self, source: Office, target: Office) -> int:
        code = source.world.jurisdiction.code
        fresh = source.world.told[self.carried.get(code, 0) :]
        self.carried[code] = len(source.world.told)
        sent = [each for each in fresh if isinstance(each.event, events.Referred | events.NewsSent)]
        for each in sent:
            take(target, sent_event(each).there, made(each, source))
        return len(sent)


def sent_event(told: Told) -> events.Referred | events.NewsSent:
    """An event that goes to another jurisdiction."""
    assert isinstance(told.event, events.Referred | events.NewsSent)
    return told.event


def made(told: Told, source: Office) -> commands.TakeIn | commands.TakeNews:
    """The command that such an event is there."""
    event = sent_event(told)
    if isinstance(event, events.Referred):
        return taken(event, told.stream, source)
    return news(event, told.stream, source)


def take(office: Office, stream: StreamId, command: Any) -> list[Event]:
    """What the courier sends."""
    action = {"TakeIn": "take_in", "TakeNews": "take_news", "ReportFailure": "report_failure"}
    name = f"lead.{action[type(command).__name__]}"
    return office.world.ask(name, stream, command, actor=SYSTEM_PERSON, party=SYSTEM_PARTY)


def origin(source: Office, stream: StreamId, transfer: int, dispatch: int) -> Origin:
    return Origin(
        source=source.world.jurisdiction.source,
        stream=stream,
        leg=transfer,
        dispatch=dispatch,
        proof=PROOF,
    )


def taken(event: events.Referred, stream: StreamId, source: Office) -> commands.TakeIn:
    return commands.TakeIn(
        origin=origin(source, stream, event.transfer, FIRST),
        regime=event.regime,
        secrecy=event.secrecy,
        subjects=tuple(
            Subject(
                person=person(f"there/{item.name}"),
                name=item.name,
                pseudonym=f"hmac:there/{item.name}",
                post=item.post,
                standing=Standing(post_level=item.post_level),
            )
            for item in event.subjects
        ),
        content=event.content,
        materials=event.materials,
        document=event.document,
        reason=event.reason,
        feedback_expected=event.feedback_expected,
        attachments=brought(event.attachments, source),
    )


def news(event: events.NewsSent, stream: StreamId, source: Office) -> commands.TakeNews:
    return commands.TakeNews(
        occurred=event.occurred,
        transfer=event.leg_there,
        origin=origin(source, stream, event.transfer, event.dispatch),
        news=event.news,
        number=event.number,
        reason=event.reason,
        result=event.result,
        text=event.text,
        document=event.document,
        reminder=event.reminder,
        kind=event.kind,
        about=event.about,
        reply_by=event.reply_by,
        attachments=brought(event.attachments, source),
    )


def brought(files: tuple[Sent, ...], source: Office) -> tuple[Brought, ...]:
    """The files as they are sealed for the other end: the same digest, another address."""
    return tuple(
        Brought(
            attachment=there(each.attachment, source),
            name=each.name,
            kind=each.kind,
            digest=each.digest,
            size=each.size,
            media_type=each.media_type,
            stored="a" * 64,
            sealing=each.sealing,
            there=each.attachment,
        )
        for each in files
    )


def there(attachment: StreamId, source: Office) -> StreamId:
    """What an attachment is called at the other end."""
    return stream_id("attachment", derived_id("there", source.world.jurisdiction.code, attachment))


def close(office: Office, lead: StreamId) -> None:
    """Register, allocate, and bring it to an end."""
    office.do("clerk", "register", lead, commands.Register())
    proposed = commands.ProposeAllocation(handling_party=party("office-1"))
    office.do("clerk", "propose_allocation", lead, proposed)
    office.do("secretary", "allocate", lead, commands.Allocate())
    hands = commands.Acknowledge(
        handlers=(person("office-a"), person("office-b")), keeper=person("office-keeper")
    )
    office.do("office-keeper", "acknowledge", lead, hands)
    plan = commands.ProposeDisposal(disposal=Disposal(way="interview"), plan="方案")
    office.do("office-a", "propose_disposal", lead, plan)
    office.approve(lead, "office-head", "leader")
    held = commands.RecordInterview(
        person=office.lead(lead).persons[0], interviewers=hands.handlers, record="记录"
    )
    office.do("office-a", "record_interview", lead, held)
    ended = Disposal(way="closed", closing="unfounded")
    outcome = commands.ProposeOutcome(disposal=ended, report="报告")
    office.do("office-a", "propose_outcome", lead, outcome)
    office.approve(lead, "office-head", "leader")

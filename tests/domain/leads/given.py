"""Leads in a small world: people in office, and the steps that bring a lead somewhere.

A spec reads: given a lead that came so far, when somebody acts, then these events – or a refusal.
"""

import datetime
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from domain.calendar import SHANGHAI, Calendar
from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId, derived_id, stream_id
from domain.jurisdiction import Appointment, Jurisdiction
from domain.leads import commands
from domain.leads.state import Lead
from domain.leads.values import Disposal, Material, Reporter, Standing, Subject
from domain.model import Command, Event, Occurred, OnBehalf
from domain.scheme import Scheme
from tests.domain.world import World

CALENDAR: Final = Path(__file__).parents[3] / "schemes" / "calendars" / "china.toml"
SCHEME: Final = Path(__file__).parent / "lead.toml"
MECHANISMS: Final = CALENDAR.parents[1] / "mechanisms"
MEETINGS: Final = MECHANISMS / "consultations.toml"
START: Final = datetime.datetime(2026, 3, 2, 9, tzinfo=SHANGHAI)
SCAN: Final = "a1" * 32
FOUND: Final = datetime.date(2026, 2, 25)
TAKE: Final = commands.AcknowledgeTransfer(transfer=1)
ACCEPT: Final = commands.Accept(transfer=1)
"""The day on which a department found what it hands over."""

PEOPLE: Final = {
    "secretary": ("commission", "principal_head"),
    "leader": ("commission", "leader_in_charge"),
    "clerk": ("case-supervision", "keeper"),
    "clerk2": ("case-supervision", "member"),
    "petitions": ("petitions", "keeper"),
    "adjudicator": ("adjudication", "head"),
    "office-head": ("office-1", "head"),
    "office-keeper": ("office-1", "keeper"),
    "office-a": ("office-1", "handler"),
    "office-b": ("office-1", "handler"),
    "group-head": ("sg-education", "head"),
    "group-keeper": ("sg-education", "keeper"),
    "wang": ("sg-education", "handler"),
    "li": ("sg-education", "handler"),
    "zhao": ("sg-education", "handler"),
    "health-head": ("sg-health", "head"),
    "health-a": ("sg-health", "handler"),
    "auditor": ("audit", "liaison"),
    "lanshan-head": ("lanshan", "head"),
    "lanshan-keeper": ("lanshan", "keeper"),
    "committee": ("party-committee", "principal_head"),
}
"""Who is in office where, in which role."""


@cache
def person(name: str) -> PersonId:
    """The pseudonymous id of one of the people, or of anybody else by name."""
    return PersonId(stream_id("person", derived_id("person", name)))


def party(code: str) -> PartyId:
    return PartyId(code)


def subject(
    name: str = "zhang", *, level: str = "section_head", unit: str | None = "education"
) -> Subject:
    """A reported person."""
    return Subject(
        person=person(name),
        name=name,
        pseudonym=f"hmac:{name}",
        post="科长",
        standing=Standing(post_level=level, unit=None if unit is None else party(unit)),
    )


def reporter(name: str = "chen") -> Reporter:
    return Reporter(person=person(name), name=name, pseudonym=f"hmac:{name}", contact="电话")


MATERIALS: Final = (Material(title="移送处理书", pages=3),)


def jurisdiction(*, without: tuple[str, ...] = ()) -> Jurisdiction:
    """The small world's jurisdiction, less some of its people."""
    scheme = Scheme.parse("\n".join(each.read_text("utf-8") for each in (SCHEME, MEETINGS)))
    built = Jurisdiction(
        code=JurisdictionCode("linyi"),
        clock="simulated",
        simulated_now=START.astimezone(datetime.UTC),
        begun=datetime.date(2025, 1, 1),
        founding_party=party("commission"),
        scheme=scheme,
        scheme_version=1,
        calendar=Calendar.parse(CALENDAR.read_text(encoding="utf-8")),
        parties=scheme.parties,
    )
    for name, (code, role) in PEOPLE.items():
        if name in without:
            continue
        built = built.with_person(person(name)).with_appointment(
            person(name),
            Appointment(serial=1, party=party(code), role=role, begins=datetime.date(2025, 1, 1)),
        )
    return built


@dataclass
class Office:
    """A world in which leads are handled, and who does what in it by name."""

    world: World
    parties: dict[str, str] = field(default_factory=lambda: {n: p for n, (p, _) in PEOPLE.items()})

    @classmethod
    def opened(cls, *, without: tuple[str, ...] = ()) -> "Office":
        return cls(World(jurisdiction(without=without), START.astimezone(datetime.UTC)))

    @classmethod
    def under(cls, mechanism: str) -> "Office":
        """The small world under one mechanism of leads too, as every city has it."""
        text = (MECHANISMS / "leads.toml").read_text("utf-8") + "\n[[mechanism]]\n"
        start = text.index(f'[[mechanism]]\nid = "{mechanism}"')
        rules = text[start : text.index("\n[[mechanism]]\n", start)]
        office = cls.opened()
        scheme = Scheme.parse(SCHEME.read_text("utf-8") + rules)
        office.world.jurisdiction = replace(office.world.jurisdiction, scheme=scheme)
        return office

    def do(
        self,
        name: str,
        action: str,
        lead: StreamId,
        command: Command,
        *,
        as_party: str | None = None,
    ) -> list[Event]:
        """Somebody acts for the party in which they are in office."""
        code = as_party or self.parties[name]
        return self.world.ask(
            f"lead.{action}", lead, command, actor=person(name), party=party(code)
        )

    def lead(self, lead: StreamId) -> Lead:
        state: Lead = self.world.state(lead)
        return state

    def owed(self, lead: StreamId) -> list[tuple[str, str]]:
        """What is owed in a lead: rule and owner."""
        obligations = self.world.stream(lead).obligations.values()
        return [(item.arisen.rule, item.arisen.owner) for item in obligations]

    def appoint(self, name: str, code: str, role: str) -> None:
        """Put somebody in office from the beginning."""
        self.parties.setdefault(name, code)
        built = self.world.jurisdiction.with_person(person(name))
        self.world.jurisdiction = built.with_appointment(
            person(name),
            Appointment(
                serial=len(built.appointments.get(party(code), {})) + 2,
                party=party(code),
                role=role,
                begins=datetime.date(2025, 1, 1),
            ),
        )

    def received(self, name: str = "clerk", tag: str = "1", **changed: Any) -> StreamId:
        """A lead received by somebody's party."""
        lead = StreamId(stream_id("lead", derived_id("lead", tag)))
        fields: dict[str, Any] = {
            "source": "found_in_supervision",
            "regime": "both",
            "secrecy": "internal",
            "subjects": (subject(),),
            "content": "反映采购问题",
            **changed,
        }
        self.do(name, "receive", lead, commands.Receive(**fields))
        return lead

    def registered(self, tag: str = "1", **changed: Any) -> StreamId:
        lead = self.received(tag=tag, **changed)
        self.do("clerk", "register", lead, commands.Register())
        return lead

    def proposed(self, tag: str = "1", handling: str = "sg-education", **changed: Any) -> StreamId:
        """A lead whose allocation waits for the principal head."""
        lead = self.registered(tag=tag, **changed)
        self.do(
            "clerk",
            "propose_allocation",
            lead,
            commands.ProposeAllocation(handling_party=party(handling)),
        )
        return lead

    def allocated(self, tag: str = "1", handling: str = "sg-education", **changed: Any) -> StreamId:
        lead = self.proposed(tag=tag, handling=handling, **changed)
        self.do("secretary", "allocate", lead, commands.Allocate())
        return lead

    def acknowledged(self, tag: str = "1", **changed: Any) -> StreamId:
        """A lead that wang and li handle and the group's keeper keeps."""
        lead = self.allocated(tag=tag, **changed)
        self.do("group-keeper", "acknowledge", lead, team())
        return lead

    def submitted(self, disposal: Disposal, tag: str = "1", **changed: Any) -> StreamId:
        """A lead whose disposal climbs."""
        lead = self.acknowledged(tag=tag, **changed)
        self.do(
            "wang",
            "propose_disposal",
            lead,
            commands.ProposeDisposal(disposal=disposal, plan="方案"),
        )
        return lead

    def approve(self, lead: StreamId, *names: str) -> list[Event]:
        """The people of each level agree, in order; the events of the last."""
        told: list[Event] = []
        for name in names or ("group-head", "leader"):
            told = self.do(name, "opine", lead, commands.Opine(opinion="agree"))
        return told

    def disposed(self, disposal: Disposal, tag: str = "1", **changed: Any) -> StreamId:
        """A lead whose disposal was approved."""
        lead = self.submitted(disposal, tag=tag, **changed)
        self.approve(lead)
        return lead

    def outcome(self, lead: StreamId, disposal: Disposal) -> list[Event]:
        """The outcome is proposed; it climbs the route of the start."""
        return self.do(
            "wang",
            "propose_outcome",
            lead,
            commands.ProposeOutcome(disposal=disposal, report="报告"),
        )

    def verified(self, tag: str = "1", **changed: Any) -> StreamId:
        """A lead whose preliminary verification was reported."""
        lead = self.disposed(verification(), tag=tag, **changed)
        self.do("wang", "start_verification", lead, commands.StartVerification())
        self.do(
            "wang",
            "report_verification",
            lead,
            commands.ReportVerification(signed_by=(person("wang"), person("li")), report="报告"),
        )
        return lead

    def sent(self, to: str = "case-supervision", tag: str = "1", **changed: Any) -> StreamId:
        """A lead that the audit bureau found and handed over, not yet answered."""
        lead = self.received("auditor", tag=tag, source="audit", **changed)
        self.do("auditor", "transfer", lead, handing(to))
        return lead

    def accepted(self, tag: str = "1", **changed: Any) -> StreamId:
        """A lead from the audit bureau that case supervision accepted."""
        lead = self.sent(tag=tag, **changed)
        self.do("clerk", "acknowledge_transfer", lead, commands.AcknowledgeTransfer(transfer=1))
        self.do("clerk", "accept", lead, commands.Accept(transfer=1))
        return lead


def team(*names: str) -> commands.Acknowledge:
    """The handling party signs for a lead and names its people."""
    return commands.Acknowledge(
        handlers=tuple(person(name) for name in names or ("wang", "li")),
        keeper=person("group-keeper"),
    )


def verification(*names: str) -> Disposal:
    group = tuple(person(name) for name in names or ("wang", "li"))
    return Disposal(way="preliminary_verification", group=group)


def handing(to: str, **changed: Any) -> commands.Transfer:
    fields: dict[str, Any] = {
        "to_party": party(to),
        "materials": MATERIALS,
        "document": "移〔2026〕1号",
        "reason": "属其管辖",
        **changed,
    }
    return commands.Transfer(**fields)


def on_behalf(code: str, *, checked_by: str = "clerk2") -> OnBehalf:
    return OnBehalf(
        party=party(code), letter="统函〔2026〕1号", scan=SCAN, checked_by=person(checked_by)
    )


def on(day: datetime.date) -> Occurred:
    return Occurred(date=day)


def named(told: list[Event]) -> list[str]:
    """The classes of events, in order."""
    return [type(event).__name__ for event in told]


def only(told: list[Event], kind: type[Event]) -> Any:
    """The one event of a class."""
    (found,) = [event for event in told if isinstance(event, kind)]
    return found

"""A docket: leads that end in filing, and cases brought as far as a spec needs them.

The shipped mechanisms are joined to the small city of ``city.toml``: what is owed is what cities owe.
"""

import datetime
from typing import Any, Final

from domain.calendar import SHANGHAI
from domain.cases import commands
from domain.cases.state import Case
from domain.cases.values import Disposition, Meeting, MemberAbsence, MemberView, Post, Respondent
from domain.ids import PartyId, StreamId, derived_id, stream_id
from domain.leads import commands as leads
from domain.leads.values import Disposal, Material, Source, Standing, Subject
from domain.model import Command, Event, Occurred, OnBehalf
from domain.obligations.events import Arisen
from tests.domain.cases.city import PEOPLE, city, people, person
from tests.domain.world import World

START: Final = datetime.date(2026, 3, 2)
FILING: Final = Disposal(way="case_filed")
MATERIALS: Final = (Material(title="审查调查卷宗", pages=120),)

UNIT: Final = Post(
    post_level="unit_managed", organ=PartyId("pg-education"), unit=PartyId("education")
)
CITY: Final = Post(post_level="city_managed", organ=PartyId("city-committee"))
COUNTY: Final = Post(post_level="county_managed", organ=PartyId("cc-lanshan"))
VILLAGE: Final = Post(post_level="township_and_village", organ=PartyId("cc-lanshan"))


def respondent(name: str, *posts: Post, **changed: Any) -> Respondent:
    fields: dict[str, Any] = {
        "person": person(name),
        "name": name,
        "pseudonym": f"hmac:{name}",
        "post": "科长",
        "posts": posts or (UNIT,),
        "party_member": True,
        "public_official": True,
    }
    return Respondent(**(fields | changed))


def disposition(name: str = "zhang", **changed: Any) -> Disposition:
    fields: dict[str, Any] = {
        "person": person(name),
        "result": "sanctioned",
        "four_forms": 2,
        "party": "warning",
        "state": "demerit",
    }
    return Disposition(**(fields | changed))


def agreed(body: int = 7, present: int = 6, in_favour: int = 6) -> Meeting:
    return Meeting(document="纪要〔2026〕5号", entitled=body, present=present, in_favour=in_favour)


def views(*names: str, against: tuple[str, ...] = ()) -> tuple[MemberView, ...]:
    return tuple(
        MemberView(member=person(name), view="disagree" if name in against else "agree")
        for name in names
    )


GROUP: Final = ("head", "deputy", "keeper", "wang", "li", "zhao")
"""Who sits in the meeting of the group at education."""


class Docket:
    """The city on a day, and the cases in it."""

    def __init__(self, day: datetime.date = START, tag: str = "first") -> None:
        now = datetime.datetime.combine(day, datetime.time(9), tzinfo=SHANGHAI)
        self.world = World(city(), now.astimezone(datetime.UTC))
        self.tag = tag
        self.source: Source = "found_in_supervision"
        self.case = StreamId(stream_id("case", derived_id("case", tag)))

    def another(self, tag: str) -> "Docket":
        """Another case in the same city."""
        other = Docket(tag=tag)
        other.world = self.world
        return other

    def do(self, name: str, action: str, command: Command, **where: Any) -> list[Event]:
        """Somebody acts on the case for the party in which they are in office."""
        party = where.get("party") or PEOPLE[name][0]
        family, _, verb = action.rpartition(".")
        return self.world.ask(
            f"{family or 'case'}.{verb}",
            where.get("stream") or self.case,
            command,
            actor=person(name),
            party=PartyId(party),
        )

    @property
    def state(self) -> Case:
        found: Case = self.world.state(self.case)
        return found

    def owed(self) -> list[tuple[str, str, datetime.date]]:
        """What is owed in the case: rule, owner, due date."""
        obligations = self.world.stream(self.case).obligations.values()
        return [(each.arisen.rule, each.arisen.owner, each.due) for each in obligations]

    def due(self, rule: str) -> datetime.date:
        """When one obligation is due; the only one of that rule."""
        (found,) = [due for name, _, due in self.owed() if name == rule]
        return found

    def pass_to(self, year: int, month: int, day: int) -> None:
        """Let it be nine o'clock of a day, with whatever falls due until then."""
        self.world.pass_to(datetime.date(year, month, day))

    def leap_to(self, year: int, month: int, day: int) -> None:
        """Set the clock to a day; nothing lapses on the way."""
        at_nine = datetime.datetime(year, month, day, 9, tzinfo=SHANGHAI)
        self.world.advance(at_nine)

    def lead(self, *names: str) -> StreamId:
        """A lead of the group whose disposal is filing, decided and recorded."""
        lead = self.disposed(*names)
        filed = leads.FileCase(document="临纪立〔2026〕1号", decision="决定立案")
        self.do("wang", "lead.file_case", filed, stream=lead)
        return lead

    def disposed(self, *names: str, disposal: Disposal = FILING) -> StreamId:
        """A lead of the group whose disposal, filing by default, is approved."""
        lead = StreamId(stream_id("lead", derived_id("docket", self.tag)))
        subjects = tuple(
            Subject(
                person=person(name),
                name=name,
                pseudonym=f"hmac:{name}",
                post="科长",
                standing=Standing(post_level="unit_managed", unit=PartyId("education")),
            )
            for name in names or ("zhang",)
        )
        received = leads.Receive(
            source=self.source,
            rule="公益岗比对" if self.source == "data_rule" else None,
            regime="both",
            secrecy="internal",
            subjects=subjects,
            content="反映采购问题",
        )
        team = leads.Acknowledge(handlers=people("wang", "li"), keeper=person("keeper"))
        proposal = leads.ProposeDisposal(disposal=disposal, plan="方案")
        allocation = leads.ProposeAllocation(handling_party=PartyId("sg-education"))
        steps: tuple[tuple[str, str, Command], ...] = (
            ("keeper", "receive", received),
            ("keeper", "register", leads.Register()),
            ("keeper", "propose_allocation", allocation),
            ("head", "allocate", leads.Allocate()),
            ("keeper", "acknowledge", team),
            ("wang", "propose_disposal", proposal),
            ("head", "opine", leads.Opine(opinion="agree")),
        )
        for name, verb, command in steps:
            self.do(name, f"lead.{verb}", command, stream=lead)
        return lead

    def opening(self, lead: StreamId, *persons: Respondent) -> commands.Open:
        return commands.Open(
            leads=(lead,),
            persons=persons or (respondent("zhang"),),
            handlers=people("wang", "li"),
            keeper=person("keeper"),
        )

    def opened(self, *persons: Respondent) -> "Docket":
        """A case opened from a lead about these persons."""
        given = persons or (respondent("zhang"),)
        names = [each.name for each in given]
        self.do("wang", "open", self.opening(self.lead(*names), *given))
        return self

    def sign_off(self, *matters: Any, against: tuple[str, ...] = ()) -> int:
        """Handler, head and meeting sign these matters off; the number of the sheet."""
        statement = commands.OpenSignOff(matters=matters, statement="事实清楚")
        self.do("wang", "open_sign_off", statement)
        sheet = len(self.state.sheets)
        review = commands.ReviewSignOff(sheet=sheet, opinion="agree", text="同意")
        self.do("head", "review_sign_off", review)
        self.do("head", "hold_group_meeting", meeting(sheet, against=against))
        return sheet

    def filed(self, *persons: Respondent) -> "Docket":
        """A case that took its number."""
        self.opened(*persons).sign_off("filing")
        self.do("wang", "file", commands.File(document="临纪立〔2026〕1号", decision="决定立案"))
        return self

    def show(self, *names: str) -> None:
        for name in names:
            shown = commands.ShowFacts(
                person=person(name), shown_by=people("wang", "li"), signed=True, view="无异议"
            )
            self.do("wang", "show_facts", shown)

    def proposed(self, *persons: Respondent) -> "Docket":
        """Facts shown, sanctions proposed, everything signed off."""
        self.filed(*persons)
        for each in self.state.persons:
            shown = commands.ShowFacts(
                person=each.person, shown_by=people("wang", "li"), signed=True, view="无异议"
            )
            self.do("wang", "show_facts", shown)
        self.sign_off("sanction", "sending")
        proposals = tuple(
            Disposition(
                person=each.person,
                result="sanctioned",
                four_forms=2,
                party="warning" if each.party_member else None,
                state=None if each.party_member else "warning",
            )
            for each in self.state.persons
        )
        self.do(
            "wang",
            "propose_sanctions",
            commands.ProposeSanctions(dispositions=proposals, text="建议"),
        )
        return self

    def sent(self, *persons: Respondent, to: str = "adjudication") -> "Docket":
        self.proposed(*persons)
        self.do("wang", "send", commands.Send(to=PartyId(to), materials=MATERIALS))
        return self

    def accepted(self, *persons: Respondent) -> "Docket":
        self.sent(*persons)
        accept = commands.AcceptAdjudication(adjudicators=people("judge", "judge2"))
        self.do("judge", "accept_adjudication", accept)
        return self

    def reported(self, *persons: Respondent) -> "Docket":
        self.accepted(*persons)
        signed = people("judge", "judge2")
        report = commands.ReportAdjudication(signed_by=signed, report="审理意见")
        self.do("judge", "report_adjudication", report)
        return self

    def deliberate(self, *dispositions: Disposition) -> list[Event]:
        """The adjudication office settles these."""
        asked = commands.Deliberate(
            views=views("judge", "judge2"),
            dispositions=dispositions or (disposition(),),
            conclusion="同意",
        )
        return self.do("judge", "deliberate", asked)

    def approve(self, track: Any, name: str = "zhang", *, opinion: Any = "agree") -> list[Event]:
        """The body whose turn it is decides on a person's sanction."""
        known = self.state.person(person(name))
        sanction = None if known is None else known.sanction(track)
        assert sanction is not None
        body = sanction.awaited.body
        meeting = agreed() if opinion == "agree" else agreed(in_favour=1)
        command = commands.GiveApproval(
            person=person(name), track=track, opinion=opinion, meeting=meeting
        )
        if body == "city-committee":
            command = commands.GiveApproval(
                person=person(name),
                track=track,
                opinion=opinion,
                meeting=meeting,
                on_behalf=on_behalf("city-committee"),
            )
        return self.do(RECORDERS[body], "give_approval", command)

    def climb(self, track: Any, name: str = "zhang") -> list[Event]:
        """Every body of the chain agrees; the events of the last step."""
        told: list[Event] = []
        while True:
            known = self.state.person(person(name))
            sanction = None if known is None else known.sanction(track)
            if sanction is None or sanction.status != "climbing":
                return told
            told = self.approve(track, name)

    def decided(self, *dispositions: Disposition, persons: tuple[Respondent, ...] = ()) -> "Docket":
        """Every sanction climbed its chain."""
        self.reported(*persons)
        self.deliberate(*dispositions)
        for each in self.state.persons:
            name = next(n for n in RESPONDENTS if person(n) == each.person)
            for sanction in each.sanctions:
                self.climb(sanction.track, name)
        return self


RESPONDENTS: Final = ("zhang", "qian", "alias")
"""Whom cases are about."""

RECORDERS: Final = {
    "commission": "standing",
    "adjudication": "judge",
    "pg-education": "party-secretary",
    "sg-education": "deputy",
    "city-committee": "clerk",
    "cc-lanshan": "county",
}
"""Who records what a body decided."""


def on_behalf(party: str) -> OnBehalf:
    return OnBehalf(
        party=PartyId(party), letter="会议纪要", scan="ab" * 32, checked_by=person("clerk2")
    )


def meeting(
    sheet: int, *, absent: tuple[str, ...] = (), against: tuple[str, ...] = ()
) -> commands.HoldGroupMeeting:
    """The group's meeting on a sheet."""
    present = [name for name in GROUP if name not in absent]
    return commands.HoldGroupMeeting(
        sheet=sheet,
        views=views(*present, against=against),
        absent=tuple(MemberAbsence(member=person(name), reason="出差") for name in absent),
        conclusion="多数同意",
    )


def on(year: int, month: int, day: int) -> Occurred:
    return Occurred(date=datetime.date(year, month, day))


def named(told: list[Event]) -> list[str]:
    """The classes of events, in order, without what is owed because of them."""
    return [
        type(each).__name__
        for each in told
        if not type(each).__module__.startswith("domain.obligations")
    ]


def arisen(told: list[Event]) -> list[tuple[str, str]]:
    """Rule and owner of what is owed because of events."""
    return [(each.rule, each.owner) for each in told if isinstance(each, Arisen)]

"""Opening and filing a case, its people, its year, and setting it right."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.cases import commands, errors, events
from domain.cases.values import Respondent
from domain.errors import AlreadyExists, InvalidField, NotAuthorised, NotFound, WrongState
from domain.handlers import ApproverCannotHandle, HandlerNotInParty, NeedsTwoHandlers
from domain.ids import PartyId, StreamId
from domain.jurisdiction import Appointment
from domain.leads import commands as leads
from domain.leads.values import RecusalGround
from domain.model import OnBehalf
from domain.obligations import commands as obligations
from domain.obligations.errors import LevelAboveExtends
from domain.obligations.events import Withdrawn
from tests.domain.cases.city import people, person
from tests.domain.cases.docket import CITY, Docket, arisen, disposition, named, on, respondent

FILE = commands.File(document="临纪立〔2026〕1号", decision="决定立案")
APPROVED: dict[str, Any] = {"reason": "误", "approved_by": person("head")}


def test_a_case_is_filed_from_a_lead_under_a_number_of_the_group() -> None:
    docket = Docket()
    lead = docket.lead()
    told = docket.do("wang", "open", docket.opening(lead))
    assert named(told) == ["Opened"]
    docket.sign_off("filing")
    told = docket.do("wang", "file", FILE)
    assert named(told) == ["Filed", "CaseRegistered"]
    assert str(docket.state.number) == "〔2026〕1号"
    assert arisen(told) == [("decision", "sg-education")]
    assert docket.world.state(lead).case == docket.case


def test_the_file_may_be_opened_before_the_filing_is_decided_but_not_filed() -> None:
    """The sign-off goes before the filing; the lead's own approval decides it (R 211-213)."""
    docket = Docket()
    lead = docket.disposed()
    docket.do("wang", "open", docket.opening(lead))
    docket.sign_off("filing")
    with pytest.raises(errors.LeadNotForFiling):
        docket.do("wang", "file", FILE)
    docket.do("wang", "lead.file_case", leads.FileCase(document="1", decision="立"), stream=lead)
    docket.do("wang", "file", FILE)
    assert docket.state.stage == "investigating"


def test_one_lead_becomes_one_case() -> None:
    docket = Docket().filed()
    (lead,) = docket.state.leads
    other = StreamId(docket.case[:-1] + "0")
    with pytest.raises(errors.LeadHasCase):
        docket.do("wang", "open", docket.opening(lead), stream=other)
    docket.do("keeper", "annul", commands.Annul(**APPROVED))
    docket.do("wang", "open", docket.opening(lead), stream=other)
    with pytest.raises(AlreadyExists):
        docket.do("wang", "open", docket.opening(lead), stream=other)


def test_a_case_needs_a_lead_that_ends_in_filing_and_is_ones_own() -> None:
    docket = Docket()
    lead = docket.lead()
    opening = docket.opening(lead)
    with pytest.raises(errors.LeadNotForFiling):
        docket.do("health-a", "open", opening)
    with pytest.raises(errors.LeadNotForFiling):
        docket.do("wang", "open", docket.opening(StreamId(lead[:-1] + "0")))
    assert docket.state.stage == "new"


@pytest.mark.parametrize(
    "persons",
    [
        (respondent("stranger"),),
        (respondent("zhang"), respondent("zhang")),
        (respondent("zhang", party_member=False, public_official=False),),
    ],
)
def test_its_persons_are_reported_ones_each_once_within_some_track(
    persons: tuple[Respondent, ...],
) -> None:
    docket = Docket()
    opening = docket.opening(docket.lead(), *persons)
    with pytest.raises(InvalidField):
        docket.do("wang", "open", opening)


def test_who_approved_the_filing_of_the_lead_does_not_handle_the_case() -> None:
    """R 289: the head who signed may not be proposed; the lead's own handlers are."""
    docket = Docket()
    opening = docket.opening(docket.lead())
    signed = replace(opening, handlers=people("head", "li"))
    with pytest.raises(ApproverCannotHandle):
        docket.do("wang", "open", signed)
    docket.do("wang", "open", replace(opening, handlers=people("wang", "zhao")))


def test_two_clean_people_in_office_handle_it() -> None:
    """R 77, 90, 94; RD 23; SL 67."""
    docket = Docket().opened()
    assign: dict[str, Any] = {"keeper": person("keeper"), "reason": "调动"}
    for handlers, refusal in (
        (("wang", "wang"), NeedsTwoHandlers),
        (("wang", "health-a"), HandlerNotInParty),
        (("wang", "zhang"), errors.BarredFromCase),
    ):
        docket.world.jurisdiction = docket.world.jurisdiction.with_person(person("zhang"))
        with pytest.raises(refusal):
            docket.do(
                "keeper",
                "assign_handlers",
                commands.AssignHandlers(handlers=people(*handlers), **assign),
            )
    docket.do(
        "keeper",
        "assign_handlers",
        commands.AssignHandlers(handlers=people("li", "zhao"), **assign),
    )
    assert docket.state.handlers == people("li", "zhao")
    with pytest.raises(NotAuthorised):
        docket.do("wang", "file", FILE)


def test_who_reviewed_a_sheet_does_not_handle_it_afterwards() -> None:
    """Approver ≠ handler (R 289): the head of a small group reviews or handles, not one after the other."""
    docket = Docket().filed()
    assign: dict[str, Any] = {"keeper": person("keeper"), "reason": "调动"}
    head = commands.AssignHandlers(handlers=people("li", "head"), **assign)
    with pytest.raises(ApproverCannotHandle):
        docket.do("keeper", "assign_handlers", head)
    deputy = commands.AssignHandlers(handlers=people("li", "deputy"), **assign)
    docket.do("keeper", "assign_handlers", deputy)
    assert docket.state.handlers == people("li", "deputy")


def test_who_adjudicates_a_case_does_not_handle_it() -> None:
    """R 222, 289: also where the adjudicator is lent to the handling party meanwhile."""
    docket = Docket().accepted()
    office = Appointment(
        serial=2, party=PartyId("sg-education"), role="handler", begins=datetime.date(2025, 1, 1)
    )
    built = docket.world.jurisdiction.with_appointment(person("judge"), office)
    docket.world.jurisdiction = built
    judge = commands.AssignHandlers(
        handlers=people("li", "judge"), keeper=person("keeper"), reason="调动"
    )
    with pytest.raises(ApproverCannotHandle):
        docket.do("keeper", "assign_handlers", judge)


def test_who_is_recused_keeps_out_until_and_unless_it_is_refused() -> None:
    """SL 67; R 295-296: the principal head decides, on that head the level above."""
    docket = Docket().filed()
    ground: RecusalGround = "near_relative"
    declare = commands.DeclareRecusal(person=person("wang"), ground=ground, reason="近亲属")
    docket.do("li", "declare_recusal", declare)
    with pytest.raises(errors.BarredFromCase):
        docket.show("zhang")
    decide = commands.DecideRecusal(person=person("wang"), granted=True, reason="属实")
    with pytest.raises(NotAuthorised):
        docket.do("standing", "decide_recusal", decide)
    docket.do("secretary", "decide_recusal", decide)
    assert docket.state.handlers == people("li")
    with pytest.raises(NeedsTwoHandlers):
        docket.do("li", "open_sign_off", commands.OpenSignOff(matters=("sending",), statement="实"))


def test_those_named_learn_nothing_by_trying() -> None:
    docket = Docket().filed()
    docket.world.jurisdiction = docket.world.jurisdiction.with_link(person("zhang"), person("zhao"))
    with pytest.raises(NotFound):
        docket.do("zhao", "withdraw", commands.Withdraw(document="1", **APPROVED))


@pytest.mark.parametrize(
    ("filed", "due"),
    [
        (datetime.date(2025, 3, 3), datetime.date(2026, 3, 3)),
        (datetime.date(2025, 9, 28), datetime.date(2026, 9, 28)),
        (datetime.date(2025, 9, 27), datetime.date(2026, 9, 28)),  # Sunday of the festival
        (datetime.date(2025, 10, 10), datetime.date(2026, 10, 10)),  # make-up Saturday
        (datetime.date(2025, 8, 31), datetime.date(2026, 8, 31)),
        (datetime.date(2025, 2, 28), datetime.date(2026, 2, 28)),  # make-up Saturday
    ],
)
def test_a_case_is_decided_within_a_year_of_filing(
    filed: datetime.date, due: datetime.date
) -> None:
    """R 215; R 326-327: rest days move it on, make-up days do not."""
    assert Docket(filed).filed().due("decision") == due


def test_the_year_stands_for_a_fugitive_and_begins_anew_when_all_are_back() -> None:
    """R 215, row 11: two persons away; the second return restarts the clock."""
    docket = Docket().filed(respondent("zhang"), respondent("qian"))
    docket.leap_to(2026, 4, 1)
    for name in ("zhang", "qian"):
        away = commands.SuspendInvestigation(person=person(name), ground="fugitive")
        docket.do("wang", "suspend_investigation", away)
    docket.pass_to(2027, 6, 1)
    (stopped,) = docket.world.stream(docket.case).obligations.values()
    assert stopped.status == "stopped"
    back = commands.RestartInvestigation(person=person("zhang"))
    assert named(docket.do("wang", "restart_investigation", back)) == ["SuspensionEnded"]
    docket.leap_to(2027, 7, 1)
    back = commands.RestartInvestigation(person=person("qian"))
    told = named(docket.do("wang", "restart_investigation", back))
    assert told == ["SuspensionEnded", "InvestigationRestarted"]
    assert docket.due("decision") == datetime.date(2028, 7, 3)  # the first was a Saturday
    with pytest.raises(InvalidField):
        docket.do("wang", "restart_investigation", back)


def test_the_level_above_extends_the_year_and_the_earlier_date_stays_visible() -> None:
    """R 215: up to six months more, by the level above."""
    docket = Docket(datetime.date(2025, 3, 3)).filed()
    (owed,) = docket.world.stream(docket.case).obligations.values()
    extend = obligations.Extend(
        obligation=owed.id,
        by="6 months",
        reason="案情复杂",
        document="批〔2026〕1号",
        approved_by=person("secretary"),
    )
    docket.leap_to(2026, 2, 2)
    for name in ("head", "clerk", "standing"):
        with pytest.raises(LevelAboveExtends):
            docket.do(name, "obligation.extend", extend)
    letter = OnBehalf(
        party=PartyId("provincial-commission"),
        letter="省纪办〔2026〕7号",
        scan="0" * 64,
        checked_by=person("clerk2"),
    )
    docket.do("clerk", "obligation.extend", replace(extend, on_behalf=letter))
    (after,) = docket.world.stream(docket.case).obligations.values()
    assert after.due == datetime.date(2026, 9, 3)
    assert [each.due for each in after.arisen.earlier] == [datetime.date(2026, 3, 3)]


@pytest.mark.parametrize(
    ("withdrawn", "due"),
    [
        (datetime.date(2026, 3, 31), datetime.date(2026, 4, 10)),  # over Tomb-sweeping Day
        (datetime.date(2026, 4, 29), datetime.date(2026, 5, 12)),  # the 9th, a Saturday, is worked
        (
            datetime.date(2026, 9, 30),
            datetime.date(2026, 10, 15),
        ),  # the 10th, a Saturday, is worked
        (datetime.date(2026, 7, 31), datetime.date(2026, 8, 11)),  # month end, two weekends
    ],
)
def test_a_withdrawn_case_is_filed_upward_within_seven_working_days(
    withdrawn: datetime.date, due: datetime.date
) -> None:
    """R 237, row 16: weekends and holidays do not count, make-up days do."""
    docket = Docket().accepted()
    docket.leap_to(withdrawn.year, withdrawn.month, withdrawn.day)
    withdraw = commands.Withdraw(document="撤〔2026〕1号", **APPROVED)
    with pytest.raises(InvalidField):
        docket.do("head", "withdraw", withdraw)  # nobody approves their own
    told = docket.do("keeper", "withdraw", withdraw)
    assert sum(isinstance(each, Withdrawn) for each in told) == 2
    assert docket.owed() == [
        ("withdrawal-report", "sg-education", due),
    ]
    docket.do("wang", "report_withdrawal", commands.ReportWithdrawal(document="报1"))
    assert docket.owed() == []


def test_correcting_the_day_of_filing_moves_the_year() -> None:
    docket = Docket().filed()
    version = next(
        place
        for place, told in enumerate(
            (each for each in docket.world.told if each.stream == docket.case), 1
        )
        if isinstance(told.event, events.Filed)
    )
    docket.do(
        "keeper", "correct", commands.Correct(version=version, happened=on(2026, 2, 13), **APPROVED)
    )
    assert docket.due("decision") == datetime.date(2027, 2, 15)  # the 13th is a Saturday


def test_posts_are_corrected_only_until_they_were_deliberated_upon() -> None:
    docket = Docket().reported()
    correct = commands.Correct(version=1, person=person("zhang"), posts=(CITY,), **APPROVED)
    docket.do("keeper", "correct", correct)
    docket.deliberate()
    with pytest.raises(InvalidField):
        docket.do("keeper", "correct", correct)
    with pytest.raises(InvalidField):
        docket.do("keeper", "correct", commands.Correct(version=1, **APPROVED))


def test_an_annulled_case_keeps_its_number_and_owes_nothing() -> None:
    docket = Docket().accepted()
    (annulled,) = [
        each
        for each in docket.do("keeper", "annul", commands.Annul(**APPROVED))
        if isinstance(each, events.Annulled)
    ]
    assert str(annulled.annulled_number) == "〔2026〕1号"
    assert docket.owed() == []
    with pytest.raises(WrongState):
        docket.do("keeper", "annul", commands.Annul(**APPROVED))


def test_a_decided_case_is_neither_annulled_nor_archived_while_work_is_left() -> None:
    docket = Docket().decided(disposition(state=None))
    with pytest.raises(WrongState):
        docket.do("keeper", "annul", commands.Annul(**APPROVED))
    with pytest.raises(WrongState):
        docket.do("wang", "archive", commands.Archive(volumes=1, document="卷1"))


def test_another_group_knows_of_no_case() -> None:
    docket = Docket().filed()
    with pytest.raises(NotFound):
        docket.do("health-a", "archive", commands.Archive(volumes=1, document="卷1"))
    assert PartyId("sg-health") not in docket.world.stream(docket.case).insiders

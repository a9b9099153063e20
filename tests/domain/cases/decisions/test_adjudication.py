"""Facts put to the person, sending, adjudication by others, its clock, collective deliberation."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.cases import commands, errors, events
from domain.cases.values import Disposition
from domain.errors import InvalidField, NotAuthorised, NotFound, WrongState
from domain.handlers import HandlerNotInParty, NeedsTwoHandlers
from domain.ids import PartyId
from domain.jurisdiction import Lending
from domain.obligations import commands as obligations
from domain.obligations.errors import OwnObligation
from domain.scheme_parts import Area, Phrase
from tests.domain.cases.city import people, person
from tests.domain.cases.docket import MATERIALS, Docket, disposition, named, respondent, views

SUPPLEMENT = commands.RequireSupplement(reason="主体身份证据不足")
SUPPLEMENTED = commands.CompleteSupplement(materials=MATERIALS)
ANEW = commands.RequireReinvestigation(reason="主要事实不清")
INVESTIGATED = commands.CompleteReinvestigation(materials=MATERIALS)


def send(to: str) -> commands.Send:
    return commands.Send(to=PartyId(to), materials=MATERIALS)


def test_the_facts_are_put_to_every_person_before_it_is_sent() -> None:
    """R 217: by two of the handling party; whoever will not sign has been shown them all the same."""
    docket = Docket().filed(respondent("zhang"), respondent("qian"))
    docket.show("zhang")
    docket.sign_off("sanction", "sending")
    proposals = (disposition("zhang"), disposition("qian"))
    docket.do(
        "wang",
        "propose_sanctions",
        commands.ProposeSanctions(dispositions=proposals, text="建议"),
    )
    with pytest.raises(errors.FactsNotShown):
        docket.do("wang", "send", send("adjudication"))
    alone = commands.ShowFacts(
        person=person("qian"), shown_by=people("wang", "wang"), signed=False, view="拒签"
    )
    with pytest.raises(NeedsTwoHandlers):
        docket.do("wang", "show_facts", alone)
    shown = commands.ShowFacts(
        person=person("qian"), shown_by=people("wang", "li"), signed=False, view="拒签"
    )
    docket.do("wang", "show_facts", shown)
    docket.do("wang", "send", send("adjudication"))
    assert docket.state.stage == "sent"


def test_it_is_sent_with_a_proposal_for_every_person() -> None:
    docket = Docket().filed(respondent("zhang"), respondent("qian"))
    docket.sign_off("sanction", "sending")
    one = commands.ProposeSanctions(dispositions=(disposition("zhang"),), text="建议")
    with pytest.raises(InvalidField):
        docket.do("wang", "propose_sanctions", one)
    docket.show("zhang", "qian")
    with pytest.raises(errors.NotProposed):
        docket.do("wang", "send", send("adjudication"))


@pytest.mark.parametrize("to", ["sg-education", "cs", "pg-education", "office-1"])
def test_handlers_and_bodies_that_do_not_adjudicate_get_nothing(to: str) -> None:
    """R 222: investigators may not adjudicate."""
    docket = Docket().proposed()
    with pytest.raises(errors.CannotAdjudicate):
        docket.do("wang", "send", send(to))


def test_another_group_adjudicates_for_the_office() -> None:
    """区片 cooperation in adjudication (mechanism 15): by other people than the handlers."""
    docket = Docket().sent(to="sg-health")
    accept = commands.AcceptAdjudication(adjudicators=people("health-a", "health-b"))
    docket.do("health", "accept_adjudication", accept)
    assert docket.state.adjudicator == "sg-health"
    with pytest.raises(NotFound):
        docket.do("judge", "require_supplement", SUPPLEMENT)
    docket.do("health-a", "require_supplement", SUPPLEMENT)


@pytest.mark.parametrize(
    ("groups", "to", "refused"),
    [
        (("sg-education", "sg-finance"), "sg-health", True),
        (("sg-education", "sg-finance"), "adjudication", False),
        (("sg-education", "sg-health"), "sg-health", False),
        (("sg-finance", "sg-health"), "sg-health", False),
    ],
)
def test_groups_of_an_area_adjudicate_for_each_other(
    groups: tuple[str, ...], to: str, refused: bool
) -> None:
    """分片协作: no group from outside the handlers' area; the adjudication office stands in none."""
    docket = Docket().proposed()
    built = docket.world.jurisdiction
    assert built.scheme is not None
    members = tuple(map(PartyId, groups))
    title = Phrase(zh="东片区", en="East")
    area = Area(code="east", title=title, groups=members, lead=members[0], basis="measures")
    scheme = replace(built.scheme, areas=(area,))
    docket.world.jurisdiction = replace(built, scheme=scheme)
    if refused:
        with pytest.raises(errors.AdjudicatorOutsideTheArea):
            docket.do("wang", "send", send(to))
    else:
        docket.do("wang", "send", send(to))
        assert docket.state.stage == "sent"


def test_adjudicators_are_two_people_of_the_party_who_never_handled_it() -> None:
    """R 222; who handled the lead counts, and whoever moved house since."""
    docket = Docket().sent()
    built = docket.world.jurisdiction
    appointment = next(iter(built.appointments[PartyId("adjudication")].values()))[0]
    docket.world.jurisdiction = built.with_appointment(person("wang"), appointment)
    for adjudicators, refusal in (
        (("judge", "judge"), NeedsTwoHandlers),
        (("judge", "wang"), errors.HandlerMayNotJudge),
        (("judge", "health-a"), HandlerNotInParty),
    ):
        with pytest.raises(refusal):
            docket.do(
                "judge",
                "accept_adjudication",
                commands.AcceptAdjudication(adjudicators=people(*adjudicators)),
            )


@pytest.mark.parametrize(
    ("to", "ended", "allowed"),
    [("adjudication", False, True), ("adjudication", True, False), ("sg-health", False, False)],
)
def test_who_is_lent_to_the_adjudicating_party_is_named(
    to: str, ended: bool, allowed: bool
) -> None:
    """DOMAIN.md §5.15: lent to adjudicate this case, to this party, and not sent home."""
    docket = Docket().sent()
    lent = Lending(
        person=person("health-a"),
        grant=1,
        home=PartyId("sg-health"),
        to=PartyId(to),
        until=datetime.date(2026, 12, 31),
        ended=ended,
    )
    docket.world.jurisdiction = docket.world.jurisdiction.with_lending(docket.case, lent)
    accept = commands.AcceptAdjudication(adjudicators=people("judge", "health-a"))
    if not allowed:
        with pytest.raises(HandlerNotInParty):
            docket.do("judge", "accept_adjudication", accept)
        return
    docket.do("judge", "accept_adjudication", accept)
    docket.do("health-a", "require_supplement", SUPPLEMENT)


def test_who_handled_it_neither_accepts_nor_returns_for_the_adjudicating_party() -> None:
    docket = Docket().sent()
    built = docket.world.jurisdiction
    appointment = next(iter(built.appointments[PartyId("adjudication")].values()))[0]
    docket.world.jurisdiction = built.with_appointment(person("li"), appointment)
    with pytest.raises(errors.HandlerMayNotJudge):
        docket.do(
            "li",
            "return_incomplete",
            commands.ReturnIncomplete(reason="缺"),
            party="adjudication",
        )


@pytest.mark.parametrize(
    ("accepted", "due"),
    [
        (datetime.date(2026, 3, 2), datetime.date(2026, 4, 2)),
        (datetime.date(2026, 1, 31), datetime.date(2026, 2, 28)),  # month end, make-up Saturday
        (datetime.date(2026, 4, 9), datetime.date(2026, 5, 9)),  # make-up Saturday
        (datetime.date(2026, 4, 10), datetime.date(2026, 5, 11)),  # Sunday
        (datetime.date(2026, 8, 31), datetime.date(2026, 9, 30)),  # month end
        (datetime.date(2026, 9, 1), datetime.date(2026, 10, 8)),  # the National Day holiday
    ],
)
def test_a_month_from_acceptance(accepted: datetime.date, due: datetime.date) -> None:
    """R 224; R 326-327, row 12."""
    assert Docket(accepted).accepted().due("adjudication") == due


def test_supplement_stops_the_clock_and_the_rest_runs_on() -> None:
    """R 226: 10 March of 2 April leaves 23 days, which run on from 8 April."""
    docket = Docket().accepted()
    docket.leap_to(2026, 3, 10)
    docket.do("judge", "require_supplement", SUPPLEMENT)
    assert docket.due("supplement") == datetime.date(2026, 4, 10)
    docket.pass_to(2026, 4, 8)
    with pytest.raises(WrongState):
        docket.do("judge", "require_supplement", SUPPLEMENT)
    told = named(docket.do("wang", "complete_supplement", SUPPLEMENTED))
    assert told == ["SupplementCompleted"]
    assert docket.due("adjudication") == datetime.date(2026, 5, 6)  # 1 May and after are off


def test_the_month_is_extended_by_the_commission_and_never_by_either_side() -> None:
    """R 224: extendable; the earlier due date stays visible."""
    docket = Docket().accepted()
    owed = next(
        each
        for each in docket.world.stream(docket.case).obligations.values()
        if each.arisen.rule == "adjudication"
    )
    extend = obligations.Extend(
        obligation=owed.id,
        by="1 month",
        reason="案情复杂",
        document="批1",
        approved_by=person("secretary"),
    )
    for name in ("head", "judge"):
        with pytest.raises((NotAuthorised, OwnObligation)):
            docket.do(name, "obligation.extend", extend)
    docket.do("standing", "obligation.extend", extend)
    assert docket.due("adjudication") == datetime.date(2026, 5, 6)  # over the May holiday


def test_reinvestigation_begins_the_clock_anew_with_the_facts() -> None:
    """R 217, 226: facts are shown anew; a full month from the day it is back."""
    docket = Docket().accepted()
    docket.leap_to(2026, 3, 20)
    docket.do("judge", "require_reinvestigation", ANEW)
    docket.pass_to(2026, 5, 20)
    with pytest.raises(errors.FactsNotShown):
        docket.do("wang", "complete_reinvestigation", INVESTIGATED)
    docket.show("zhang")
    docket.do("wang", "complete_reinvestigation", INVESTIGATED)
    assert docket.due("adjudication") == datetime.date(2026, 6, 22)  # 20 June is a holiday Saturday


def test_the_report_is_signed_by_every_adjudicator() -> None:
    docket = Docket().accepted()
    half = commands.ReportAdjudication(signed_by=people("judge", "judge"), report="意见")
    with pytest.raises(errors.AdjudicatorSignaturesMissing):
        docket.do("judge", "report_adjudication", half)
    with pytest.raises(NotFound):
        docket.do("health", "report_adjudication", half)
    with pytest.raises(NotAuthorised):
        docket.do("wang", "report_adjudication", half)


def deliberation(**changed: object) -> commands.Deliberate:
    fields: dict[str, object] = {
        "views": views("judge", "judge2"),
        "dispositions": (disposition(),),
        "conclusion": "同意",
    }
    return commands.Deliberate(**(fields | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"views": views("judge", "judge2", against=("judge2",))}, errors.NoMajority),
        ({"views": views("judge", "judge")}, errors.AttendanceWrong),
        ({"views": views("judge")}, NeedsTwoHandlers),
        ({"dispositions": ()}, InvalidField),
        ({"dispositions": (disposition("qian"),)}, InvalidField),
        ({"dispositions": (disposition(result="no_sanction"),)}, InvalidField),
        ({"dispositions": (disposition(party=None, state=None),)}, InvalidField),
        ({"dispositions": (disposition(party="shaming"),)}, errors.NoApprovalChain),
    ],
)
def test_deliberation_is_collective_whole_and_within_the_table(
    changed: dict[str, object], refusal: type[Exception]
) -> None:
    docket = Docket().reported()
    with pytest.raises(refusal):
        docket.do("judge", "deliberate", deliberation(**changed))
    assert docket.state.stage == "reported"


@pytest.mark.parametrize(
    ("who", "asked"),
    [
        (respondent("zhang", party_member=False), disposition()),
        (respondent("zhang", public_official=False), disposition()),
    ],
)
def test_each_track_takes_hold_of_whom_it_is_for(who: object, asked: Disposition) -> None:
    """§1.16: a Party sanction for members, a governmental one for officials."""
    docket = Docket().reported(who)  # type: ignore[arg-type]
    with pytest.raises(InvalidField):
        docket.deliberate(asked)


def test_for_whom_nothing_is_asked_it_is_decided_at_once() -> None:
    docket = Docket().reported()
    told = docket.deliberate(
        disposition(result="no_sanction", party=None, state=None, four_forms=1)
    )
    assert named(told) == ["Deliberated", "PersonDecided", "Decided"]
    assert [rule for rule, _, _ in docket.owed()] == ["archive"]


def test_both_tracks_are_asked_at_once_each_of_its_own_body() -> None:
    docket = Docket().reported()
    told = docket.deliberate()
    awaited = [each for each in told if isinstance(each, events.ApprovalAwaited)]
    assert [(each.track, each.body, each.act, each.chain) for each in awaited] == [
        ("party", "pg-education", "agrees", "party-light-party-group-2025"),
        ("state", "adjudication", "reviews", "state-light-unit"),
    ]


def test_the_handlers_are_told_what_is_missing_and_the_office_owes_its_month() -> None:
    docket = Docket().sent()
    docket.do("judge", "return_incomplete", commands.ReturnIncomplete(reason="缺见面材料"))
    assert docket.state.stage == "investigating"
    assert [(rule, owner) for rule, owner, _ in docket.owed()] == [
        ("decision", "sg-education"),
        ("sending-again", "sg-education"),
    ]
    assert docket.due("sending-again") == datetime.date(2026, 3, 23)
    docket.sign_off("sending")
    docket.do("wang", "send", send("adjudication"))
    assert [rule for rule, _, _ in docket.owed()] == ["decision", "acceptance"]


def test_what_is_reported_is_deliberated_within_ten_working_days() -> None:
    docket = Docket().reported()
    assert docket.owed()[1:] == [("deliberation", "adjudication", datetime.date(2026, 3, 16))]
    docket.deliberate()
    assert "deliberation" not in [rule for rule, _, _ in docket.owed()]


PEOPLE_WHO_TRY: list[Callable[[Docket], object]] = [
    lambda docket: docket.do("party-secretary", "require_supplement", SUPPLEMENT),
    lambda docket: docket.do("health", "require_supplement", SUPPLEMENT),
]


@pytest.mark.parametrize("attempt", PEOPLE_WHO_TRY)
def test_party_group_and_other_group_learn_of_nothing(attempt: Callable[[Docket], object]) -> None:
    with pytest.raises(NotFound):
        attempt(Docket().accepted())

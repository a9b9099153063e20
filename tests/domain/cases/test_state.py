"""Random histories of a case: whatever people try, the fold and what is owed stay right."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.cases import FAMILY, commands, events
from domain.errors import Refusal
from domain.ids import PartyId
from domain.model import Command
from tests.domain.cases.city import people, person
from tests.domain.cases.docket import MATERIALS, Docket, agreed, disposition, meeting, on, views
from tests.domain.histories import check

WHO = person("zhang")
RIGHT: dict[str, Any] = {"reason": "误", "approved_by": person("deputy")}
PAPER: dict[str, Any] = {"document": "函1", **RIGHT}
NOTHING = disposition(result="no_sanction", party=None, state=None)
SHEETS = st.integers(1, 3)
TRACKS = st.sampled_from(["party", "state"])
MATTERS = st.sampled_from([("filing",), ("sanction",), ("sending",), ("sanction", "sending")])

DEPTHS: dict[str, Callable[[], Docket]] = {
    "opened": lambda: Docket().opened(),
    "filed": lambda: Docket().filed(),
    "sent": lambda: Docket().sent(),
    "reported": lambda: Docket().reported(),
    "decided": lambda: Docket().decided(),
}


@cache
def given_case(depth: str) -> Docket:
    return DEPTHS[depth]()


ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "open": st.builds(lambda: Docket().opening(given_case("opened").state.leads[0])),
    "file": st.just(commands.File(document="立1", decision="立案")),
    "assign_handlers": st.just(
        commands.AssignHandlers(
            handlers=people("li", "zhao"), keeper=person("keeper"), reason="调动"
        )
    ),
    "declare_recusal": st.sampled_from(["wang", "judge", "zhao"]).map(
        lambda name: commands.DeclareRecusal(person=person(name), ground="interest", reason="利")
    ),
    "decide_recusal": st.tuples(st.sampled_from(["wang", "judge"]), st.booleans()).map(
        lambda it: commands.DecideRecusal(person=person(it[0]), granted=it[1], reason="查明")
    ),
    "withdraw": st.just(commands.Withdraw(document="撤1", **RIGHT)),
    "report_withdrawal": st.just(commands.ReportWithdrawal(document="报1")),
    "archive": st.just(commands.Archive(volumes=1, document="卷1")),
    "correct": st.integers(1, 30).map(
        lambda version: commands.Correct(version=version, happened=on(2026, 2, 27), **RIGHT)
    ),
    "annul": st.just(commands.Annul(**RIGHT)),
    "open_sign_off": MATTERS.map(
        lambda matters: commands.OpenSignOff(
            matters=matters,  # type: ignore[arg-type]
            statement="实",
        )
    ),
    "review_sign_off": SHEETS.map(
        lambda sheet: commands.ReviewSignOff(sheet=sheet, opinion="agree", text="同意")
    ),
    "hold_group_meeting": SHEETS.map(meeting),
    "correct_view": SHEETS.map(
        lambda sheet: commands.CorrectView(sheet=sheet, view="disagree", reason="记录有误")
    ),
    "suspend_investigation": st.just(commands.SuspendInvestigation(person=WHO, ground="fugitive")),
    "restart_investigation": st.just(commands.RestartInvestigation(person=WHO)),
    "show_facts": st.just(
        commands.ShowFacts(person=WHO, shown_by=people("wang", "li"), signed=True, view="无")
    ),
    "propose_sanctions": st.just(
        commands.ProposeSanctions(dispositions=(disposition(),), text="建议")
    ),
    "send": st.sampled_from(["adjudication", "sg-health"]).map(
        lambda to: commands.Send(to=PartyId(to), materials=MATERIALS)
    ),
    "accept_adjudication": st.just(
        commands.AcceptAdjudication(adjudicators=people("judge", "judge2"))
    ),
    "return_incomplete": st.just(commands.ReturnIncomplete(reason="缺")),
    "require_supplement": st.just(commands.RequireSupplement(reason="缺")),
    "complete_supplement": st.just(commands.CompleteSupplement(materials=MATERIALS)),
    "require_reinvestigation": st.just(commands.RequireReinvestigation(reason="不清")),
    "complete_reinvestigation": st.just(commands.CompleteReinvestigation(materials=MATERIALS)),
    "report_adjudication": st.just(
        commands.ReportAdjudication(signed_by=people("judge", "judge2"), report="意见")
    ),
    "deliberate": st.sampled_from([disposition(), disposition(state=None), NOTHING]).map(
        lambda asked: commands.Deliberate(
            views=views("judge", "judge2"), dispositions=(asked,), conclusion="同意"
        )
    ),
    "give_approval": st.tuples(TRACKS, st.sampled_from(["agree", "agree", "return"])).map(
        lambda it: commands.GiveApproval(
            person=WHO,
            track=it[0],  # type: ignore[arg-type]
            opinion=it[1],  # type: ignore[arg-type]
            meeting=agreed() if it[1] == "agree" else agreed(in_favour=1),
        )
    ),
    "serve_decision": TRACKS.map(
        lambda track: commands.ServeDecision(person=WHO, track=track, document="回1")  # type: ignore[arg-type]
    ),
    "report_execution": TRACKS.map(
        lambda track: commands.ReportExecution(
            person=WHO,
            track=track,  # type: ignore[arg-type]
            announced=True,
            report="已执行",
        )
    ),
    "order_recovery": st.just(
        commands.OrderRecovery(person=WHO, kind="recovered", amount=2, document="追1")
    ),
    "record_recovery": st.just(commands.RecordRecovery(recovery=1, amount=1, receipt="票1")),
    "transfer_to_procuratorate": st.just(
        commands.TransferToProcuratorate(person=WHO, document="移1")
    ),
    "correct_sanction": st.just(
        commands.CorrectSanction(person=WHO, track="party", sanction="serious_warning", **PAPER)
    ),
    "annul_sanction": TRACKS.map(
        lambda track: commands.AnnulSanction(person=WHO, track=track, **PAPER)  # type: ignore[arg-type]
    ),
}

ACTORS = (
    *("wang", "li", "keeper", "head", "judge", "judge2"),
    *("party-secretary", "deputy", "secretary", "standing", "health"),
)


def copied(docket: Docket) -> Docket:
    """The same docket, to go on from."""
    copy = Docket()
    world = docket.world
    copy.world = replace(
        world,
        streams=dict(world.streams),
        carriers=dict(world.carriers),
        told=list(world.told),
    )
    return copy


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10).

    A sanction is decided at most once under one number, and nobody who handled the case judges it.
    """
    docket = copied(given_case(data.draw(st.sampled_from(sorted(DEPTHS)))))
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=15)):
        actor, command = data.draw(st.sampled_from(ACTORS)), data.draw(ATTEMPTS[name])
        try:
            docket.do(actor, name, command)
        except Refusal:
            docket.world.pass_to(docket.world.today + datetime.timedelta(days=1))
    check(docket.world)
    decided = [
        told.event for told in docket.world.told if isinstance(told.event, events.SanctionDecided)
    ]
    last = [told.event for told in docket.world.told if told.stream == docket.case][-1]
    assert docket.state.stage != "withdrawn" or not isinstance(last, events.SanctionDecided)
    numbers = [each.number for each in decided]
    assert len(set(numbers)) == len(numbers)
    assert not set(docket.state.adjudicators) & set(docket.state.handled)

"""Random histories of a campaign: whatever parties try, fold, totals and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.campaigns import FAMILY, commands
from domain.campaigns.figures import Span, counted
from domain.model import Command
from domain.obligations.events import Match
from tests.domain.campaigns.given import CHIEF, DUE, EDUCATION, VOUCHER, Desk, guarantee, plan
from tests.domain.histories import attempt, check
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, OFFICE, stream

PARTIES = (OFFICE, EDUCATION_GROUP, HEALTH_GROUP, EDUCATION)
KEYS = st.integers(1, 3)
DAY = datetime.date(2026, 12, 1)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "plan": st.just(plan()),
    "record_consultation": st.just(
        commands.RecordConsultation(consultation=stream("consultation", "none"))
    ),
    "list_objects": st.just(commands.ListObjects(objects=(guarantee(),), reason="漏报")),
    "fix_list": st.just(commands.FixList()),
    "assign": st.builds(
        lambda party, key: commands.Assign(party=party, objects=(key,), due=DAY),
        st.sampled_from((EDUCATION_GROUP, HEALTH_GROUP)),
        KEYS,
    ),
    "engage": st.builds(
        lambda key: commands.Engage(unit=EDUCATION, objects=(key,), task="自查", due=DAY), KEYS
    ),
    "withdraw_duty": KEYS.map(
        lambda key: commands.WithdrawDuty(object=key, reason="误", approved_by=CHIEF)
    ),
    "screen": st.builds(
        lambda key, count: commands.Screen(
            object=key, findings=tuple(commands.Find(text="问题") for _ in range(count))
        ),
        KEYS,
        st.integers(0, 2),
    ),
    "return_screening": KEYS.map(lambda key: commands.ReturnScreening(object=key, reason="不实")),
    "settle_finding": KEYS.map(
        lambda key: commands.SettleFinding(finding=key, outcome="nothing", reason="合规")
    ),
    "ask_correction": KEYS.map(
        lambda key: commands.AskCorrection(finding=key, text="整改", due=DAY)
    ),
    "report_correction": KEYS.map(lambda key: commands.ReportCorrection(finding=key, text="已改")),
    "return_correction": KEYS.map(
        lambda key: commands.ReturnCorrection(finding=key, reason="不实")
    ),
    "verify_correction": KEYS.map(lambda key: commands.VerifyCorrection(finding=key, note="属实")),
    "record_recovery": KEYS.map(
        lambda key: commands.RecordRecovery(finding=key, amount=5, voucher=VOUCHER)
    ),
    "record_measure": KEYS.map(
        lambda key: commands.RecordMeasure(object=key, kind="talk", text="谈话")
    ),
    "adopt_system": st.just(commands.AdoptSystem(unit=EDUCATION, title="办法", adopted=DUE)),
    "report": st.just(commands.Report(period="2026-Q1", summary="……")),
    "close": st.just(commands.Close(summary="……", look_back_on=DAY)),
    "look_back": st.just(commands.LookBack(result="held", text="……")),
    "correct": KEYS.map(
        lambda key: commands.Correct(reason="误", approved_by=CHIEF, object=key, line=guarantee(1))
    ),
    "strike_object": KEYS.map(
        lambda key: commands.StrikeObject(object=key, reason="误", approved_by=CHIEF)
    ),
    "annul_finding": KEYS.map(
        lambda key: commands.AnnulFinding(finding=key, reason="误", approved_by=CHIEF)
    ),
    "correct_recovery": KEYS.map(
        lambda key: commands.CorrectRecovery(
            finding=key, recovery=1, amount=3, reason="误", approved_by=CHIEF
        )
    ),
    "correct_measure": st.builds(
        lambda measure, key: commands.CorrectMeasure(
            measure=measure, object=key, reason="误", approved_by=CHIEF
        ),
        KEYS,
        KEYS,
    ),
    "annul_measure": KEYS.map(
        lambda key: commands.AnnulMeasure(measure=key, reason="误", approved_by=CHIEF)
    ),
    "correct_system": KEYS.map(
        lambda key: commands.CorrectSystem(
            system=key, title="新办法", reason="误", approved_by=CHIEF
        )
    ),
    "annul_system": KEYS.map(
        lambda key: commands.AnnulSystem(system=key, reason="误", approved_by=CHIEF)
    ),
    "annul": st.just(commands.Annul(reason="误", approved_by=CHIEF)),
}


PARTS = ("listed", "closed", "looked_back")


def duties(desk: Desk) -> list[Match]:
    """The objects on which units owe what is their own."""
    owed = desk.world.streams[desk.stream].obligations.values()
    return [
        match
        for each in owed
        if each.arisen.rule == "unit-duty"
        for match in each.arisen.match
        if match.field == "object"
    ]


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; each object and finding is counted exactly once."""
    desk = Desk(guarantee(), guarantee())
    desk.assign(EDUCATION_GROUP, 1, 2)
    attempt(data, desk, ATTEMPTS, PARTIES, most=25)
    check(desk.world)
    whole = counted(desk.state, Span())
    assert whole.screened + whole.unscreened == whole.objects == len(desk.state.counted)
    settled = whole.rectifications + whole.data_rules + whole.corrections
    assert settled <= whole.findings <= len(desk.state.findings)
    assert sum(each.measures for each in whole.shares) == whole.unit_measures + whole.body_measures
    assert sum(each.findings for each in whole.shares) == whole.findings
    if desk.state.stage in PARTS:
        owed = {match.value for match in duties(desk)}
        assert owed == {str(duty.object) for duty in desk.state.undone}
    if desk.state.stage == "closed":
        assert whole.unscreened == whole.unsettled == 0

"""Random histories of a rectification item: whatever parties try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.ids import PartyId
from domain.model import Command
from domain.rectifications import FAMILY, commands
from tests.domain.histories import check
from tests.domain.rectifications.given import Desk, assign, evidence, raise_problem
from tests.domain.small import CASE_SUPERVISION, EDUCATION_GROUP, OFFICE, PARTY_GROUP, person

PARTIES = (EDUCATION_GROUP, OFFICE, CASE_SUPERVISION, PARTY_GROUP)
DEPUTY = person("group-deputy")
LATER = datetime.date(2027, 1, 4)
INSPECTION = PartyId("inspection")
MEASURES = (commands.Measure(text="整改", due=LATER),)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "raise_problem": st.just(raise_problem()),
    "assign": st.sampled_from((OFFICE, EDUCATION_GROUP)).map(
        lambda v: assign(verifier=v, due=LATER)
    ),
    "acknowledge": st.just(commands.Acknowledge()),
    "set_measures": st.just(commands.SetMeasures(measures=MEASURES)),
    "file_evidence": st.just(commands.FileEvidence(evidence=evidence(1))),
    "adopt_system": st.just(
        commands.AdoptSystem(title="办法", number="1号", adopted=datetime.date(2026, 1, 5))
    ),
    "record_recovery": st.integers(1, 9).map(
        lambda fen: commands.RecordRecovery(amount=fen, document="票据")
    ),
    "report_completion": st.just(commands.ReportCompletion(text="完成")),
    "name_verifier": st.sampled_from(PARTIES).map(
        lambda party: commands.NameVerifier(verifier=party, reason="回避")
    ),
    "verify": st.just(commands.Verify(manner="on_site", text="属实")),
    "send_back": st.just(commands.SendBack(reason="不实", due=LATER)),
    "sign_off": st.just(commands.SignOff()),
    "look_back": st.sampled_from(
        (
            commands.LookBackOn(result="held", text="未反弹"),
            commands.LookBackOn(result="recurred", text="反弹"),
        )
    ),
    "reopen": st.sampled_from(
        (
            commands.Reopen(ground="recurred", reason="又有", due=LATER),
            commands.Reopen(ground="new_facts", reason="又有", due=LATER),
        )
    ),
    "correct": st.just(commands.Correct(reason="误", approved_by=DEPUTY, title="题")),
    "annul": st.just(commands.Annul(reason="误", approved_by=DEPUTY)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; the one rectified never verified (mechanism 5)."""
    desk = Desk()
    desk.act(EDUCATION_GROUP, "raise_problem", raise_problem())
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=25)):
        party, command = data.draw(st.sampled_from(PARTIES)), data.draw(ATTEMPTS[name])
        try:
            if party == PARTY_GROUP:
                desk.by_letter(name, command)
            else:
                desk.act(party, name, command)
        except Refusal:
            days = data.draw(st.integers(0, 4))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
        state = desk.state
        assert state.stage != "verified" or state.verifier not in (
            *state.rectifying,
            *state.witnesses,
        )
    check(desk.world)

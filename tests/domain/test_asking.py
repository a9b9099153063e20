"""Asked and answered: each party on its own way, whatever the order of the others."""

from hypothesis import given
from hypothesis import strategies as st

from domain.asking import ANSWER_NAMES, REFUSALS, AnswerStage, Asked, between
from domain.ids import PartyId

ONE, OTHER = PartyId("sg-education"), PartyId("sg-health")
STAGES: tuple[AnswerStage, ...] = tuple(ANSWER_NAMES)


def test_signing_and_answering_are_apart() -> None:
    """签收 does not answer, and an answer returned does not ask for another signature."""
    asked = Asked().addressed(ONE).addressed(OTHER).at(ONE, "asked")
    assert (asked.pending, asked.answer(ONE), asked.answer(OTHER)) == (
        (ONE, OTHER),
        "asked",
        "none",
    )
    signed = asked.signed(ONE).at(ONE, "answered").at(ONE, "returned")
    assert (signed.pending, signed.answer(ONE)) == ((OTHER,), "returned")
    assert signed.withdrawn().pending == ()


@given(st.lists(st.tuples(st.sampled_from([ONE, OTHER]), st.sampled_from(STAGES))))
def test_no_party_moves_another(moves: list[tuple[PartyId, AnswerStage]]) -> None:
    """The way of each party is that of its own moves alone."""
    asked = Asked()
    for party, stage in moves:
        asked = asked.at(party, stage)
    for party in (ONE, OTHER):
        own = [stage for other, stage in moves if other == party]
        assert asked.answer(party) == (own[-1] if own else "none")


def test_an_answer_concerns_who_asked_and_who_gave_it() -> None:
    """No other addressee; who answers its own question is named once."""
    assert between(ONE, OTHER, "notice_reply").parties == (ONE, OTHER)
    assert between(ONE, ONE, "notice_reply").parties == (ONE,)
    assert between(ONE, OTHER, "notice_reply").visibility == "notice_reply:sg-health"


def test_every_refusal_says_what_to_do_next() -> None:
    assert all(refusal.next_zh and refusal.next_en for refusal in REFUSALS)

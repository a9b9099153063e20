"""呈批: a submission that climbs a route (DOMAIN.md §1.13)."""

import datetime
from dataclasses import replace

import pytest

from domain.ids import PartyId, PersonId
from domain.model import Occurred
from domain.submission import (
    REFUSALS,
    Level,
    Mandate,
    MandateNotInForce,
    NotYourTurn,
    Opinion,
    Paper,
    Route,
    Seat,
    Signature,
    SignerBarred,
    Signers,
    Submission,
)

HEAD = Seat(party=PartyId("group"), role="head")
DEPUTY = Seat(party=PartyId("group"), role="deputy_head")
OFFICE = Seat(party=PartyId("office"), role="head")
LEADER = Seat(party=PartyId("commission"), role="leader")
LEGAL = Seat(party=PartyId("legal"), role="head")
DAY = datetime.date(2026, 3, 2)

ROUTE = Route(
    code="disposal",
    levels=(Level(seats=(HEAD, DEPUTY, OFFICE)), Level(seats=(LEADER,))),
    cosigners=(LEGAL,),
)
SUBMITTED = Submission(route=ROUTE, party=PartyId("group"), submitter=PersonId("handler"))
IN_OFFICE = {HEAD: ("h",), DEPUTY: ("d",), OFFICE: ("o",), LEADER: ("l",), LEGAL: ("c",)}


def signers(*barred: str, on_paper: str = "") -> Signers:
    return Signers(
        holders=lambda seat: tuple(PersonId(name) for name in IN_OFFICE[seat]),
        barred=lambda person: person in barred,
        on_paper=lambda party: party == on_paper,
    )


def signed(submission: Submission, opinion: Opinion = "agree") -> Submission:
    signature = Signature(
        level=submission.level, signer=PersonId("x"), party=PartyId("group"), opinion=opinion
    )
    return submission.signed(signature)


def test_it_climbs_by_agreement_and_amendment_and_is_decided_at_the_last_level() -> None:
    first = signed(SUBMITTED, "amend")
    assert (first.level, first.status) == (2, "climbing")
    assert signed(first).status == "approved"
    assert len(signed(first).signatures) == 2


@pytest.mark.parametrize("submission", [SUBMITTED, signed(SUBMITTED)])
def test_any_level_sends_it_back(submission: Submission) -> None:
    assert signed(submission, "return").status == "returned"


def test_cosigners_are_heard_before_the_last_level_and_numbered_after_it() -> None:
    """会签."""
    assert signers().awaited(SUBMITTED) == ((1, HEAD),)
    second = signed(SUBMITTED)
    assert signers().awaited(second) == ((3, LEGAL),)
    heard = second.cosigned_by(LEGAL, "agree")
    assert signers().awaited(heard) == ((2, LEADER),)
    assert second.cosigned_by(LEGAL, "return").status == "returned"


def test_a_substitute_signs_only_where_the_guards_leave_nobody_before() -> None:
    """Small groups: the scheme names the substitute route."""
    assert signers("h").awaited(SUBMITTED) == ((1, DEPUTY),)
    assert signers("h", "d").awaited(SUBMITTED) == ((1, OFFICE),)


def test_nobody_left_is_stuck() -> None:
    """Shown, never bypassed."""
    assert signers("h", "d", "o").awaited(SUBMITTED) == ()


def test_nobody_is_awaited_once_it_is_decided_or_taken_back() -> None:
    assert signers().awaited(signed(SUBMITTED, "return")) == ()
    assert signers().awaited(SUBMITTED.withdrawn()) == ()


def test_a_party_off_the_system_signs_on_paper() -> None:
    """DOMAIN.md §1.14: its seat is awaited though nobody of it is in office here."""
    route = replace(ROUTE, levels=(Level(seats=(OFFICE,)),), cosigners=())
    submission = replace(SUBMITTED, route=route)
    assert signers("o").awaited(submission) == ()
    assert signers("o", on_paper="office").awaited(submission) == ((1, OFFICE),)
    signers(on_paper="office").check(OFFICE, PersonId("anyone"), mandate=None, on=DAY)


def test_who_holds_the_seat_signs() -> None:
    signers().check(HEAD, PersonId("h"), mandate=None, on=DAY)
    with pytest.raises(NotYourTurn):
        signers().check(HEAD, PersonId("d"), mandate=None, on=DAY)
    with pytest.raises(SignerBarred):
        signers("h").check(HEAD, PersonId("h"), mandate=None, on=DAY)


def mandate(principal: str, days: int = 7) -> Mandate:
    return Mandate(
        principal=PersonId(principal),
        document="授权书",
        begins=DAY,
        ends=DAY + datetime.timedelta(days=days),
    )


def test_an_acting_signer_needs_a_mandate_of_the_day_from_who_could_sign() -> None:
    """代签: dated, both ends included; neither principal nor signer may be barred."""
    end = DAY + datetime.timedelta(days=7)
    for day in (DAY, end):
        signers().check(HEAD, PersonId("x"), mandate=mandate("h"), on=day)
    for day in (DAY - datetime.timedelta(days=1), end + datetime.timedelta(days=1)):
        with pytest.raises(MandateNotInForce):
            signers().check(HEAD, PersonId("x"), mandate=mandate("h"), on=day)
    with pytest.raises(NotYourTurn):
        signers().check(HEAD, PersonId("x"), mandate=mandate("l"), on=DAY)
    with pytest.raises(NotYourTurn):
        signers("h").check(HEAD, PersonId("x"), mandate=mandate("h"), on=DAY)
    with pytest.raises(SignerBarred):
        signers("x").check(HEAD, PersonId("x"), mandate=mandate("h"), on=DAY)


def test_a_paper_waits_for_its_confirmation() -> None:
    paper = Paper(
        scan="a" * 64,
        signer=PersonId("h"),
        party=PartyId("group"),
        opinion="agree",
        entered_by=PersonId("clerk"),
        signed_on=Occurred(date=DAY),
    )
    waiting = SUBMITTED.with_paper(paper)
    assert waiting.level == 1
    assert waiting.paper("a" * 64) == paper
    assert waiting.without_paper("a" * 64).paper("a" * 64) is None


def test_every_refusal_says_what_to_do() -> None:
    assert all(refusal.next_zh and refusal.next_en for refusal in REFUSALS)

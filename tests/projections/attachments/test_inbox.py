"""What waits because of an original goes on waiting when its matter is annulled."""

from projections.inbox import MODEL
from projections.inbox_items import INBOX
from tests.domain.attachments.desk import BACK_BY, RECEIVE, Desk, attached, hand_over
from tests.domain.small import EDUCATION_GROUP, OFFICE
from tests.projections.making import folded


def waiting(desk: Desk) -> set[tuple[str, str]]:
    """What waits for whom after all that happened."""
    return {(row.kind, row.party) for row in folded(MODEL, desk.world.told).all(INBOX)}


def test_an_original_not_signed_for_waits_on() -> None:
    desk = attached()
    desk.act(OFFICE, "hand_over", hand_over(return_by=BACK_BY))
    desk.annul_the_notice()
    assert waiting(desk) == {("sign_original", EDUCATION_GROUP)}


def test_an_original_that_is_out_is_given_back() -> None:
    desk = attached()
    desk.act(OFFICE, "hand_over", hand_over(return_by=BACK_BY))
    desk.act(EDUCATION_GROUP, "receive", RECEIVE)
    before = waiting(desk)
    desk.annul_the_notice()
    assert waiting(desk) == {("give_back_original", EDUCATION_GROUP)} < before
    desk.act(EDUCATION_GROUP, "hand_over", hand_over(to=OFFICE))
    desk.act(OFFICE, "receive", RECEIVE)
    assert waiting(desk) == set()

"""What a review looks at: leads and cases, closed or running, and what shows by itself in them."""

from typing import Any

import pytest

from domain.cases.state import Case, Sheet
from domain.errors import NotFound
from domain.leads.state import Lead
from domain.quality_reviews import errors, events
from domain.quality_reviews.subjects import ended
from domain.streams import StreamState
from tests.domain.quality_reviews.desk import Desk, opening
from tests.domain.small import ADJUDICATION, EDUCATION_GROUP, person, stream

CASE = stream("case", "first")


def with_case(**state: Any) -> Desk:
    """A desk, and a case of the education group as it stands."""
    desk = Desk()
    plain: dict[str, Any] = {"stage": "investigating", "handling_party": EDUCATION_GROUP}
    case = Case(**(plain | state))
    circles = {"case": frozenset({EDUCATION_GROUP})}
    desk.world.streams[CASE] = StreamState(CASE, 1, case, circles=circles)
    return desk


@pytest.mark.parametrize(
    ("statuses", "found"),
    [
        (("returned",), ["sent-back"]),
        (("rejected",), ["sent-back"]),
        (("returned", "opened"), []),
        (("agreed",), []),
        ((), []),
    ],
)
def test_a_sheet_that_came_back_is_found_until_the_next(
    statuses: tuple[Any, ...], found: list[str]
) -> None:
    """Three-level sign-off (mechanism 7): returned, and not handed in again."""
    sheets = tuple(
        Sheet(serial=n, matters=("filing",), handler=person("group-clerk"), status=status)
        for n, status in enumerate(statuses, 1)
    )
    told = with_case(sheets=sheets).act(ADJUDICATION, "open", opening(CASE))
    assert [e.criterion for e in told if isinstance(e, events.FindingRecorded)] == found


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ({"adjudicator": ADJUDICATION}, ["sent-back"]),
        ({"adjudicator": ADJUDICATION, "stage": "sent"}, []),
        ({"adjudicator": ADJUDICATION, "stage": "supplementing"}, ["sent-back"]),
        ({"adjudicator": ADJUDICATION, "stage": "reinvestigating"}, ["sent-back"]),
        ({"adjudicator": ADJUDICATION, "stage": "reported"}, []),
        ({"approvers": (ADJUDICATION,), "stage": "reported"}, ["sent-back"]),
        ({"approvers": (ADJUDICATION,), "stage": "deliberated"}, []),
    ],
)
def test_a_case_that_came_back_is_found_until_it_is_handed_in_again(
    state: dict[str, Any], found: list[str]
) -> None:
    """Returned incomplete, for supplement, for re-investigation; by a body that was to approve."""
    told = with_case(**state).act(ADJUDICATION, "open", opening(CASE))
    assert [e.criterion for e in told if isinstance(e, events.FindingRecorded)] == found


def test_the_last_sheet_counts_for_each_matter() -> None:
    """Sending was opened since; the sanction was not handed in again."""
    wang = person("group-clerk")
    sheets = (
        Sheet(serial=1, matters=("sanction",), handler=wang, status="returned"),
        Sheet(serial=2, matters=("sending",), handler=wang, status="opened"),
    )
    told = with_case(sheets=sheets).act(ADJUDICATION, "open", opening(CASE))
    assert [e.criterion for e in told if isinstance(e, events.FindingRecorded)] == ["sent-back"]


def test_who_investigated_does_not_review() -> None:
    """R 222, 289."""
    desk = with_case(handled=(person("reviewer"),))
    desk.refuses(errors.OwnCase, ADJUDICATION, "open", opening(CASE))


def test_who_keeps_out_of_a_case_learns_nothing_of_its_review() -> None:
    """SL 67, R 299."""
    desk = with_case(recused=(person("reviewer"),))
    desk.refuses(NotFound, ADJUDICATION, "open", opening(CASE))


@pytest.mark.parametrize(
    ("state", "is_over"),
    [
        (Case(stage="archived"), True),
        (Case(stage="decided"), False),
        (Lead(stage="closed"), True),
        (Lead(stage="handling"), False),
        (object(), False),
    ],
)
def test_a_closed_matter_does_not_run(state: object, is_over: bool) -> None:
    """Bulletins tell of closed and running cases (mechanism 6)."""
    assert ended(state) is is_over

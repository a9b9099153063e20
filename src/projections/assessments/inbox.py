"""What waits for whom in an assessment."""

from typing import Final

from domain.assessments import events
from domain.model import Event, Recorded
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """The body is to declare its figures."""
    e = event.event
    wait(
        rows,
        event,
        "declare_figures",
        e.body,
        from_party=e.assessor,
        title=e.period,
        due=e.declare_by,
    )


def declared(rows: Rows, event: Recorded[events.Declared]) -> None:
    """The assessor is to publish the points, or send the figures back."""
    e = event.event
    done(rows, "declare_figures")
    wait(rows, event, "publish_points", e.assessor, from_party=e.body)


def returned(rows: Rows, event: Recorded[events.Returned]) -> None:
    """The body is to declare again."""
    e = event.event
    done(rows, "publish_points")
    wait(rows, event, "declare_figures", e.body, from_party=e.assessor, title=e.reason)


def published(rows: Rows, event: Recorded[events.Published]) -> None:
    """The body may object; after that the assessor is to grade it."""
    e = event.event
    done(rows, "publish_points")
    wait(rows, event, "consider_objection", e.body, from_party=e.assessor, due=e.objection_until)
    wait(rows, event, "grade_body", e.assessor, from_party=e.body)


def objected(rows: Rows, event: Recorded[events.Objected]) -> None:
    """The assessor is to answer first."""
    e = event.event
    done(rows, "consider_objection", "grade_body")
    wait(rows, event, "answer_objection", e.assessor, from_party=e.body, title=e.indicator)


def answered(rows: Rows, event: Recorded[events.Upheld | events.Revised]) -> None:
    """Now it can be graded."""
    e = event.event
    done(rows, "answer_objection")
    wait(rows, event, "grade_body", e.assessor, from_party=e.body)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.Declared: declared,
    events.Returned: returned,
    events.Published: published,
    events.Objected: objected,
    events.Upheld: answered,
    events.Revised: answered,
    events.Graded: nothing_left,
    events.Annulled: nothing_left,
}

"""What waits in a campaign: its list, objects to screen, findings to settle, what to put right and verify."""

from typing import Any, Final

from domain.campaigns import events
from domain.campaigns.quarter_events import ReportAsked
from domain.model import Event, Recorded
from projections.inbox_items import done, done_kinds, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def planned(rows: Rows, event: Recorded[events.Planned]) -> None:
    """The list of its objects is to be fixed."""
    e = event.event
    wait(rows, event, "fix_list", e.organiser, title=e.title)


def list_fixed(rows: Rows, _: Recorded[events.ListFixed]) -> None:
    """It was."""
    done(rows, "fix_list")


def report_asked(rows: Rows, event: Recorded[ReportAsked]) -> None:
    """A quarter is to be reported."""
    e = event.event
    wait(rows, event, f"report_quarter:{e.period}", e.organiser, from_party=e.to, title=e.period)


def reported(rows: Rows, event: Recorded[events.Reported]) -> None:
    """It was."""
    done(rows, f"report_quarter:{event.event.period}")


def objects_assigned(rows: Rows, event: Recorded[events.ObjectsAssigned]) -> None:
    """Objects are to be screened by a day."""
    e = event.event
    item = f"screen_objects:{e.assignment}"
    wait(rows, event, item, e.to, from_party=e.organiser, due=e.due)


def assignment_over(
    rows: Rows, event: Recorded[events.AssignmentCompleted | events.AssignmentWithdrawn]
) -> None:
    """All of them were, or went to others."""
    done(rows, f"screen_objects:{event.event.assignment}")


def screening_returned(rows: Rows, event: Recorded[events.ScreeningReturned]) -> None:
    """One is to be screened again."""
    e = event.event
    item = f"screen_again:{e.object}"
    wait(rows, event, item, e.by, from_party=e.organiser, title=e.reason)


def screened(rows: Rows, event: Recorded[events.Screened | events.ObjectStruck]) -> None:
    """It was, or it is none any more."""
    done(rows, f"screen_again:{event.event.object}")
    if isinstance(event.event, events.ObjectStruck):
        done(rows, f"do_duty:{event.event.object}")


def found(rows: Rows, event: Recorded[events.Found]) -> None:
    """What comes of a finding is to be said."""
    e = event.event
    wait(rows, event, f"settle_finding:{e.finding}", e.by)


def settled(rows: Rows, event: Recorded[events.FindingSettled]) -> None:
    """It was said."""
    done(rows, f"settle_finding:{event.event.finding}")


def annulled(rows: Rows, event: Recorded[events.FindingAnnulled]) -> None:
    """Nothing is to be done because of a finding that does not count."""
    kinds = ("settle_finding", "put_right", "verify_correction")
    done(rows, *(f"{kind}:{event.event.finding}" for kind in kinds))


def correction_asked(rows: Rows, event: Recorded[events.CorrectionAsked]) -> None:
    """The unit is to put it right by a day."""
    e = event.event
    done(rows, f"settle_finding:{e.finding}")
    wait(rows, event, f"put_right:{e.finding}", e.unit, from_party=e.by, due=e.due)


def correction_moved(
    rows: Rows,
    event: Recorded[
        events.CorrectionReported | events.CorrectionReturned | events.CorrectionVerified
    ],
) -> None:
    """The screener is to verify it; or the unit to put it right again."""
    e = event.event
    done(rows, f"put_right:{e.finding}", f"verify_correction:{e.finding}")
    if isinstance(e, events.CorrectionReported):
        wait(rows, event, f"verify_correction:{e.finding}", e.by, from_party=e.unit)
    if isinstance(e, events.CorrectionReturned):
        wait(rows, event, f"put_right:{e.finding}", e.unit, from_party=e.by, title=e.reason)


def unit_engaged(rows: Rows, event: Recorded[events.UnitEngaged | events.DutyReopened]) -> None:
    """The unit is to do what is its own on an object; or still is, for it did not."""
    e = event.event
    item = f"do_duty:{e.object}"
    wait(rows, event, item, e.unit, from_party=e.organiser, title=e.task, due=e.due)


def measure_recorded(rows: Rows, event: Recorded[events.MeasureRecorded]) -> None:
    """It did."""
    if event.event.responsibility == "principal":
        done(rows, f"do_duty:{event.event.object}")


def duty_over(rows: Rows, event: Recorded[events.DutyWithdrawn | events.DutyMet]) -> None:
    """It is not its own any more; or what it did was recorded on another object."""
    done(rows, f"do_duty:{event.event.object}")


def closed(rows: Rows, event: Recorded[events.Closed]) -> None:
    """It is to be looked back upon; a quarter not reported is in the whole."""
    e = event.event
    done_kinds(rows, "report_quarter")
    wait(rows, event, "look_back", e.organiser, due=e.look_back_on)


def looked_back(rows: Rows, _: Recorded[Any]) -> None:
    """It was."""
    done(rows, "look_back")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Planned: planned,
    events.ListFixed: list_fixed,
    ReportAsked: report_asked,
    events.Reported: reported,
    events.ObjectsAssigned: objects_assigned,
    events.AssignmentCompleted: assignment_over,
    events.AssignmentWithdrawn: assignment_over,
    events.ScreeningReturned: screening_returned,
    events.Screened: screened,
    events.ObjectStruck: screened,
    events.Found: found,
    events.FindingSettled: settled,
    events.FindingAnnulled: annulled,
    events.CorrectionAsked: correction_asked,
    events.CorrectionReported: correction_moved,
    events.CorrectionReturned: correction_moved,
    events.CorrectionVerified: correction_moved,
    events.UnitEngaged: unit_engaged,
    events.DutyWithdrawn: duty_over,
    events.DutyMet: duty_over,
    events.DutyReopened: unit_engaged,
    events.MeasureRecorded: measure_recorded,
    events.Closed: closed,
    events.LookedBack: looked_back,
    events.Annulled: nothing_left,
}

"""What waits for whom around a recommendation."""

from typing import Final

from domain.model import Event, Recorded
from domain.recommendations import events
from projections import approvals
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows

_ANSWERS: Final = ("acknowledge_recommendation", "plan_rectification", "feed_back")
"""What the addressee does."""


def drafted(rows: Rows, event: Recorded[events.Drafted]) -> None:
    """The draft is to be submitted."""
    e = event.event
    wait(rows, event, "submit_draft", e.issuer, title=e.content.title)


def asked(rows: Rows, event: Recorded[events.ConsultationAsked]) -> None:
    """A department is to tell its view."""
    e = event.event
    item = f"answer_consultation:{e.department}"
    wait(rows, event, item, e.department, from_party=e.issuer, title=e.title, due=e.due)


def answered(
    rows: Rows, event: Recorded[events.ConsultationAnswered | events.ConsultationClosed]
) -> None:
    """It did, or its day is over."""
    done(rows, f"answer_consultation:{event.event.department}")


def submitted(rows: Rows, _: Recorded[events.Submitted]) -> None:
    """It climbs its route."""
    done(rows, "submit_draft", "correct")


def approved(rows: Rows, event: Recorded[events.Approved]) -> None:
    """It is to be numbered and issued."""
    wait(rows, event, "issue", event.event.submitted_by)


def issued(rows: Rows, event: Recorded[events.Issued]) -> None:
    """It is to be delivered."""
    e = event.event
    done(rows, "issue")
    wait(rows, event, "deliver", e.issuer, title=e.title)


def delivered(rows: Rows, event: Recorded[events.Delivered]) -> None:
    """The addressee is to sign, to plan and to feed back."""
    e = event.event
    done(rows, "deliver")
    for item in ("acknowledge_recommendation", "plan_rectification"):
        wait(rows, event, item, e.addressee, from_party=e.issuer)
    wait(rows, event, "feed_back", e.addressee, from_party=e.issuer, due=e.feedback_due)


def acknowledged(rows: Rows, _: Recorded[events.Acknowledged]) -> None:
    """Signed for."""
    done(rows, "acknowledge_recommendation")


def objected(rows: Rows, event: Recorded[events.ObjectionRaised]) -> None:
    """The issuer is to decide on it; so long nothing is planned."""
    e = event.event
    done(rows, "plan_rectification")
    wait(rows, event, "decide_objection", e.issuer, from_party=e.addressee)


def stands(rows: Rows, event: Recorded[events.Upheld | events.Revised]) -> None:
    """It stands, as it was or revised."""
    e = event.event
    done(rows, "decide_objection")
    wait(rows, event, "plan_rectification", e.addressee, from_party=e.issuer, title=e.reason)
    if isinstance(e, events.Revised):
        wait(rows, event, "feed_back", e.addressee, from_party=e.issuer, due=e.feedback_due)


def planned(rows: Rows, _: Recorded[events.PlanReceived]) -> None:
    """The rest of it waits in its rectification items."""
    done(rows, "plan_rectification")


def fed_back(rows: Rows, event: Recorded[events.FeedbackReceived]) -> None:
    """The issuer is to assess it."""
    e = event.event
    done(rows, "feed_back", "tell_superior")
    wait(rows, event, "assess_feedback", e.issuer, from_party=e.addressee)


def accepted(rows: Rows, event: Recorded[events.FeedbackAccepted]) -> None:
    """It is to be signed off."""
    done(rows, "assess_feedback")
    wait(rows, event, "sign_off_recommendation", event.event.issuer)


def demanded(rows: Rows, event: Recorded[events.FurtherDemanded | events.Reopened]) -> None:
    """The addressee is to feed back again."""
    e = event.event
    done(rows, "assess_feedback", "look_back", "reopen_recommendation")
    wait(rows, event, "feed_back", e.addressee, from_party=e.issuer, title=e.reason, due=e.deadline)


def refused(rows: Rows, event: Recorded[events.RefusalRecorded]) -> None:
    """A superior is to be told."""
    e = event.event
    done(rows, "assess_feedback")
    wait(rows, event, "tell_superior", e.issuer, title=e.reason)


def superior_notified(rows: Rows, _: Recorded[events.SuperiorNotified]) -> None:
    """Told."""
    done(rows, "tell_superior")


def signed_off(rows: Rows, event: Recorded[events.SignedOff]) -> None:
    """Done; it is to be looked back upon."""
    done(rows, "sign_off_recommendation", *_ANSWERS)
    wait(rows, event, "look_back", event.event.issuer)


def looked_back(rows: Rows, event: Recorded[events.LookedBack]) -> None:
    """What recurred is to be opened again."""
    e = event.event
    done(rows, "look_back")
    if e.result == "recurred":
        wait(rows, event, "reopen_recommendation", e.issuer)


HANDLERS: Final[dict[type[Event], Handler]] = {
    **approvals.inbox(events.STEPS),
    events.Drafted: drafted,
    events.ConsultationAsked: asked,
    events.ConsultationAnswered: answered,
    events.ConsultationClosed: answered,
    events.Submitted: submitted,
    events.Approved: approved,
    events.Issued: issued,
    events.Delivered: delivered,
    events.Acknowledged: acknowledged,
    events.ObjectionRaised: objected,
    events.Upheld: stands,
    events.Revised: stands,
    events.Withdrawn: nothing_left,
    events.PlanReceived: planned,
    events.FeedbackReceived: fed_back,
    events.FeedbackAccepted: accepted,
    events.FurtherDemanded: demanded,
    events.Reopened: demanded,
    events.RefusalRecorded: refused,
    events.SuperiorNotified: superior_notified,
    events.SignedOff: signed_off,
    events.LookedBack: looked_back,
    events.Annulled: nothing_left,
}

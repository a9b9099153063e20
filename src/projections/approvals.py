"""What waits while a matter is approved (`domain.approvals`): whatever it is, it waits alike."""

from collections.abc import Mapping

from domain.approvals import events
from domain.approvals.events import Steps
from domain.model import Event, Recorded
from projections.inbox_items import done, done_kinds, wait
from projections.model import Handler
from projections.rows import Rows


def inbox(steps: Steps) -> Mapping[type[Event], Handler]:
    """The handlers of a family's own steps; what follows from submitting and approving is its own."""
    return {
        steps.signature_awaited: awaited,
        steps.opinion_given: answered,
        steps.cosigned: answered,
        steps.oral_opinion_recorded: oral,
        steps.oral_opinion_signed: oral_signed,
        steps.paper_signed: paper_signed,
        steps.paper_confirmed: paper_confirmed,
        steps.submission_returned: sent_back,
        steps.submission_withdrawn: sent_back,
        steps.submission_stuck: stuck,
    }


def awaited(rows: Rows, event: Recorded[events.SignatureAwaited]) -> None:
    """Somebody is to sign."""
    e = event.event
    item = f"sign:{e.level}"
    done(rows, "unblock")
    wait(rows, event, item, e.signer_party, role=e.signer_role, from_party=e.submitted_by)


def answered(rows: Rows, event: Recorded[events.Signed]) -> None:
    """An opinion was given."""
    done(rows, f"sign:{event.event.level}", "unblock")


def oral(rows: Rows, event: Recorded[events.OralOpinionRecorded]) -> None:
    """One by word of mouth is to be signed."""
    e = event.event
    answered(rows, event)
    wait(rows, event, f"sign_oral:{e.level}:{e.signer}", e.signer_party, person=e.signer)


def oral_signed(rows: Rows, event: Recorded[events.OralOpinionSigned]) -> None:
    """Signed afterwards."""
    e = event.event
    done(rows, f"sign_oral:{e.level}:{e.signer}")


def paper_signed(rows: Rows, event: Recorded[events.PaperSigned]) -> None:
    """A second person is to compare the paper with what was entered."""
    wait(rows, event, f"confirm_paper:{event.event.scan}", event.party)


def paper_confirmed(rows: Rows, event: Recorded[events.PaperConfirmed]) -> None:
    """Compared."""
    done(rows, f"confirm_paper:{event.event.scan}")


def stuck(rows: Rows, event: Recorded[events.SubmissionStuck]) -> None:
    """Nobody may sign: the submitting party sees it."""
    done_kinds(rows, "sign")
    wait(rows, event, "unblock", event.event.submitted_by)


def sent_back(
    rows: Rows, event: Recorded[events.SubmissionReturned | events.SubmissionWithdrawn]
) -> None:
    """The submitting party is to submit anew."""
    e = event.event
    done_kinds(rows, "sign", "unblock", "confirm_paper")
    by = e.returned_by if isinstance(e, events.SubmissionReturned) else None
    wait(rows, event, "correct", e.submitted_by, from_party=by)

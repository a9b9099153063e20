"""What waits for whom around an inspection link."""

from typing import Any, Final

from domain.inspection_links import events
from domain.model import Event, Recorded
from projections.inbox_items import INBOX, done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """The office is to end it with the round."""
    e = event.event
    wait(rows, event, "end_link", e.office, title=e.round, due=e.until)


def authorised(rows: Rows, event: Recorded[events.Authorised]) -> None:
    """The group is to sign for it."""
    e = event.event
    wait(rows, event, "sign_authorisation", e.group, from_party=e.office, title=e.document)


def authority_settled(
    rows: Rows, _: Recorded[events.Acknowledged | events.AuthorisationEnded]
) -> None:
    """It did, or need not any more."""
    done(rows, "sign_authorisation")


def shared(rows: Rows, event: Recorded[events.InformationShared]) -> None:
    """The other side is to sign for it."""
    e = event.event
    wait(rows, event, f"receive_share:{e.share}", e.to, from_party=e.by, title=e.title)


def received(rows: Rows, event: Recorded[events.InformationReceived]) -> None:
    """It did."""
    done(rows, f"receive_share:{event.event.share}")


def consultation_told(
    rows: Rows, event: Recorded[events.ConsultationRecorded | events.ConsultationCorrected]
) -> None:
    """The other side is to confirm it, or to send it back."""
    e = event.event
    done(rows, f"correct_consultation:{e.record}")
    item = f"confirm_consultation:{e.record}"
    wait(rows, event, item, e.other, from_party=e.by, title=e.title)


def consultation_judged(
    rows: Rows, event: Recorded[events.ConsultationConfirmed | events.ConsultationReturned]
) -> None:
    """Confirmed; or who recorded it is to correct it."""
    record = event.event.record
    done(rows, f"confirm_consultation:{record}")
    _again(rows, event, f"correct_consultation:{record}")


def verification_planned(rows: Rows, event: Recorded[events.VerificationPlanned]) -> None:
    """One side is to report."""
    e = event.event
    item = f"verify:{e.verification}"
    wait(rows, event, item, e.reporter, from_party=e.other, title=e.subject, due=e.due)


def verification_reported(rows: Rows, event: Recorded[events.VerificationReported]) -> None:
    """The other side is to confirm."""
    e = event.event
    done(rows, f"verify:{e.verification}", f"verify_again:{e.verification}")
    item = f"confirm_verification:{e.verification}"
    wait(rows, event, item, e.other, from_party=e.reporter)


def verification_judged(
    rows: Rows, event: Recorded[events.VerificationConfirmed | events.VerificationReturned]
) -> None:
    """Confirmed; or who reported is to report anew."""
    verification = event.event.verification
    done(rows, f"confirm_verification:{verification}")
    _again(rows, event, f"verify_again:{verification}")


def _again(rows: Rows, event: Recorded[Any], item: str) -> None:
    """What was sent back waits for whose it is, with the reason."""
    e = event.event
    if isinstance(e, events.ConsultationReturned | events.VerificationReturned):
        wait(rows, event, item, e.other, from_party=e.by, title=e.reason)


def lead_passed(rows: Rows, event: Recorded[events.LeadPassed]) -> None:
    """The team is to say what it comes to understand."""
    e = event.event
    wait(rows, event, f"understand:{e.passing}", e.team, from_party=e.group, due=e.due)


def understanding_reported(rows: Rows, event: Recorded[events.UnderstandingReported]) -> None:
    """The group is to accept it or to ask for more."""
    e = event.event
    done(rows, f"understand:{e.passing}", f"understand_again:{e.passing}")
    wait(rows, event, f"judge_understanding:{e.passing}", e.group, from_party=e.team)


def understanding_judged(
    rows: Rows, event: Recorded[events.UnderstandingReturned | events.UnderstandingAccepted]
) -> None:
    """Accepted; or more is to come."""
    e = event.event
    done(rows, f"judge_understanding:{e.passing}")
    if isinstance(e, events.UnderstandingReturned):
        item = f"understand_again:{e.passing}"
        wait(rows, event, item, e.team, from_party=e.group, title=e.reason)


def problem_put_forward(rows: Rows, event: Recorded[events.ProblemPutForward]) -> None:
    """The team is to write it into the report, or to say why not."""
    e = event.event
    wait(rows, event, f"write_problem:{e.problem}", e.team, from_party=e.group, title=e.title)


def problem_answered(
    rows: Rows, event: Recorded[events.WrittenIntoReport | events.ProblemDeclined]
) -> None:
    """Written: the group is to name the one item; or declined."""
    e = event.event
    done(rows, f"write_problem:{e.problem}")
    if isinstance(e, events.WrittenIntoReport):
        item = f"link_rectification:{e.problem}"
        wait(rows, event, item, e.group, from_party=e.team, title=e.report)


def rectification_linked(rows: Rows, event: Recorded[events.RectificationLinked]) -> None:
    """It did."""
    done(rows, f"link_rectification:{event.event.problem}")


def ended(rows: Rows, _: Recorded[events.Ended]) -> None:
    """Only the item of a written problem is still to be named."""
    for row in rows.all(INBOX):
        if row.kind != "link_rectification":
            done(rows, row.item)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.Authorised: authorised,
    events.Acknowledged: authority_settled,
    events.AuthorisationEnded: authority_settled,
    events.InformationShared: shared,
    events.InformationReceived: received,
    events.ConsultationRecorded: consultation_told,
    events.ConsultationCorrected: consultation_told,
    events.ConsultationConfirmed: consultation_judged,
    events.ConsultationReturned: consultation_judged,
    events.VerificationPlanned: verification_planned,
    events.VerificationReported: verification_reported,
    events.VerificationConfirmed: verification_judged,
    events.VerificationReturned: verification_judged,
    events.LeadPassed: lead_passed,
    events.UnderstandingReported: understanding_reported,
    events.UnderstandingReturned: understanding_judged,
    events.UnderstandingAccepted: understanding_judged,
    events.ProblemPutForward: problem_put_forward,
    events.WrittenIntoReport: problem_answered,
    events.ProblemDeclined: problem_answered,
    events.RectificationLinked: rectification_linked,
    events.Ended: ended,
    events.Annulled: nothing_left,
}
"""By event."""

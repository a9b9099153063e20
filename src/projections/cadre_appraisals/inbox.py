"""What waits for whom in a cadre appraisal."""

from typing import Final

from domain.cadre_appraisals import events
from domain.model import Event, Recorded
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows

OPENED: Final = "write_summary"


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """The person is to sum up the year."""
    e = event.event
    wait(rows, event, OPENED, e.group, person=e.person, from_party=e.organiser, due=e.summary_by)


def summarised(rows: Rows, event: Recorded[events.Summarised]) -> None:
    """A grade is to be proposed, after a ballot."""
    e = event.event
    done(rows, OPENED)
    if not e.balloted:
        wait(rows, event, "record_ballot", e.proposer, from_party=e.organiser)
    wait(rows, event, "propose_grade", e.proposer, from_party=e.group)


def summary_returned(rows: Rows, event: Recorded[events.SummaryReturned]) -> None:
    """The person is to sum up the year again."""
    e = event.event
    done(rows, "propose_grade", "record_ballot")
    wait(rows, event, OPENED, e.group, person=e.person, from_party=e.organiser, title=e.reason)


def balloted(rows: Rows, _: Recorded[events.BallotRecorded]) -> None:
    """Colleagues voted."""
    done(rows, "record_ballot")


def view_asked(rows: Rows, event: Recorded[events.ViewAsked]) -> None:
    """The host Party group is to give its view."""
    e = event.event
    wait(rows, event, f"give_view:{e.asked}", e.asked, from_party=e.organiser, due=e.due)


def view_given(rows: Rows, event: Recorded[events.ViewGiven]) -> None:
    """It did."""
    done(rows, f"give_view:{event.event.asked}")


def proposal_returned(rows: Rows, event: Recorded[events.ProposalReturned]) -> None:
    """A better proposal is to be made."""
    e = event.event
    done(rows, "approve_grade")
    wait(rows, event, "propose_grade", e.proposer, title=e.reason)


def proposed(rows: Rows, event: Recorded[events.GradeProposed]) -> None:
    """The dispatching organ is to approve it or send it back."""
    e = event.event
    done(rows, "propose_grade")
    wait(rows, event, "approve_grade", e.approver, from_party=e.proposer)


def approved(rows: Rows, event: Recorded[events.GradeApproved]) -> None:
    """The organiser is to put it on file, once nobody may object any more."""
    e = event.event
    done(rows, "approve_grade")
    wait(rows, event, "conclude_appraisal", e.organiser, from_party=e.approver)


def objected(rows: Rows, event: Recorded[events.Objected]) -> None:
    """The objection is to be answered."""
    e = event.event
    wait(rows, event, "answer_appraisal_objection", e.approver, from_party=e.group)


def answered(rows: Rows, _: Recorded[events.ObjectionAnswered]) -> None:
    """It was."""
    done(rows, "answer_appraisal_objection")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.Summarised: summarised,
    events.SummaryReturned: summary_returned,
    events.BallotRecorded: balloted,
    events.ViewAsked: view_asked,
    events.ViewGiven: view_given,
    events.GradeProposed: proposed,
    events.ProposalReturned: proposal_returned,
    events.GradeApproved: approved,
    events.Objected: objected,
    events.ObjectionAnswered: answered,
    events.Concluded: nothing_left,
    events.Annulled: nothing_left,
}

"""What waits for whom around a case."""

from typing import Final

from domain import roles
from domain.cases import events
from domain.model import Event, Recorded
from projections.inbox_items import INBOX, done, done_kinds, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows

_AGAIN: Final = "open_sheet_anew"
"""How it waits; the matter that the sheet names first says which."""


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """It is to be filed."""
    wait(rows, event, "file_case", event.event.handling_party)


def sign_off(rows: Rows, event: Recorded[events.SignOffEvent]) -> None:
    """The next of the three levels is to act; or the first anew, and why."""
    e = event.event
    review, meet = f"review_sheet:{e.sheet}", f"hold_meeting:{e.sheet}"
    match e:
        case events.SignOffOpened():
            done(rows, *(f"{_AGAIN}:{matter}" for matter in e.matters))
            if e.stuck or e.reviewer_party is None:
                wait(rows, event, f"unblock_sheet:{e.sheet}", e.handling_party)
            if e.reviewer_party is not None:
                party, role = e.reviewer_party, e.reviewer_role
                wait(rows, event, review, party, role=role, from_party=e.handling_party)
        case events.SignOffReviewed():
            done(rows, review, f"unblock_sheet:{e.sheet}")
            if e.opinion == "agree":
                wait(rows, event, meet, e.handling_party, role=roles.HEAD)
            else:
                _again(rows, event, e.text)
        case events.GroupMeetingHeld():
            done(rows, meet)
            if not e.agreed:
                _again(rows, event, e.conclusion)
        case events.GroupMeetingCorrected(turned=True, agreed=True):
            done(rows, f"{_AGAIN}:{e.matters[0]}")
        case events.GroupMeetingCorrected(turned=True):
            _again(rows, event, e.reason)
        case _:
            pass


def _again(rows: Rows, event: Recorded[events.SignOffEvent], why: str) -> None:
    """A sheet for the same matter is to be opened anew."""
    e = event.event
    item = f"{_AGAIN}:{e.matters[0]}"
    wait(rows, event, item, e.handling_party, role=roles.HANDLER, title=why)


def filed(rows: Rows, event: Recorded[events.Filed]) -> None:
    """It is to be investigated and sent to adjudication."""
    done(rows, "file_case")
    done_kinds(rows, _AGAIN)
    wait(rows, event, "send_case", event.event.handling_party, title=event.event.document)


def sent(rows: Rows, event: Recorded[events.Sent]) -> None:
    """It is to be accepted or returned."""
    done(rows, "send_case")
    done_kinds(rows, _AGAIN)
    wait(rows, event, "accept_case", event.event.to, from_party=event.event.handling_party)


def adjudicated(rows: Rows, event: Recorded[events.AdjudicationEvent]) -> None:
    """The next step is with those who adjudicate, or with those who handle it."""
    e = event.event
    done(rows, "accept_case", "report_case", "supplement_case", "reinvestigate_case")
    ours, theirs = e.handling_party, e.adjudicator
    match e:
        case events.AdjudicationReturned():
            wait(rows, event, "send_case", ours, from_party=theirs, title=e.reason)
        case events.SupplementRequired():
            wait(rows, event, "supplement_case", ours, from_party=theirs, title=e.reason)
        case events.ReinvestigationRequired():
            wait(rows, event, "reinvestigate_case", ours, from_party=theirs, title=e.reason)
        case events.AdjudicationReported():
            wait(rows, event, "deliberate_case", theirs)
        case events.Deliberated():
            done(rows, "deliberate_case")
        case _:
            wait(rows, event, "report_case", theirs, from_party=ours)


def approval(rows: Rows, event: Recorded[events.ApprovalEvent]) -> None:
    """A body is to decide; what it returns is to be deliberated anew."""
    e = event.event
    item = f"approve:{e.person}:{e.track}"
    match e:
        case events.ApprovalAwaited():
            wait(rows, event, item, e.body, from_party=e.asked_by, title=e.act)
        case _:
            done(rows, item)


def decided(rows: Rows, event: Recorded[events.SanctionDecided]) -> None:
    """The decision is to be served."""
    e = event.event
    wait(rows, event, f"serve:{e.person}:{e.track}", e.handling_party, from_party=e.decided_by)


def served(rows: Rows, event: Recorded[events.DecisionServed]) -> None:
    """The organ is to announce it and carry it out."""
    e = event.event
    done(rows, f"serve:{e.person}:{e.track}")
    wait(rows, event, f"execute:{e.person}:{e.track}", e.organ, from_party=e.handling_party)


def no_longer(
    rows: Rows, event: Recorded[events.ExecutionReported | events.SanctionAnnulled]
) -> None:
    """Carried out, or annulled."""
    e = event.event
    done(rows, f"serve:{e.person}:{e.track}", f"execute:{e.person}:{e.track}")


def all_decided(rows: Rows, event: Recorded[events.Decided]) -> None:
    """The file is to be closed in the end."""
    wait(rows, event, "archive_case", event.event.handling_party)


def archived(rows: Rows, _: Recorded[events.Archived]) -> None:
    """Closed."""
    done(rows, "archive_case")


def recovery_ordered(rows: Rows, event: Recorded[events.RecoveryOrdered]) -> None:
    """The money is to be brought in."""
    e = event.event
    wait(rows, event, f"recover:{e.recovery}", e.handling_party, title=e.document)


def recovered(rows: Rows, event: Recorded[events.RecoveryCompleted]) -> None:
    """It is in."""
    done(rows, f"recover:{event.event.recovery}")


def recusal_declared(rows: Rows, event: Recorded[events.RecusalDeclared]) -> None:
    """It is to be decided (R 296)."""
    e = event.event
    if e.decided_by is not None:
        wait(rows, event, f"decide_recusal:{e.person}", e.decided_by, role=roles.PRINCIPAL_HEAD)


def recusal_decided(rows: Rows, event: Recorded[events.RecusalDecided]) -> None:
    """Decided."""
    done(rows, f"decide_recusal:{event.event.person}")


def withdrawn(rows: Rows, event: Recorded[events.Withdrawn]) -> None:
    """Nothing else is left but to file it upward (R 237)."""
    nothing_left(rows, event)
    wait(rows, event, "report_withdrawal", event.event.handling_party)


def withdrawal_reported(rows: Rows, _: Recorded[events.WithdrawalReported]) -> None:
    """Filed upward."""
    done(rows, "report_withdrawal")


def returned(rows: Rows, event: Recorded[events.ApprovalGiven]) -> None:
    """What a body decided; returned, whoever asked it deliberates anew."""
    e = event.event
    asked = rows.get(INBOX, f"approve:{e.person}:{e.track}")
    approval(rows, event)
    if e.opinion == "return" and asked is not None and asked.from_party is not None:
        wait(rows, event, "deliberate_case", asked.from_party, from_party=e.body)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.SignOffOpened: sign_off,
    events.SignOffReviewed: sign_off,
    events.GroupMeetingHeld: sign_off,
    events.GroupMeetingCorrected: sign_off,
    events.Filed: filed,
    events.Sent: sent,
    events.AdjudicationAccepted: adjudicated,
    events.AdjudicationReturned: adjudicated,
    events.SupplementRequired: adjudicated,
    events.SupplementCompleted: adjudicated,
    events.ReinvestigationRequired: adjudicated,
    events.ReinvestigationCompleted: adjudicated,
    events.AdjudicationReported: adjudicated,
    events.Deliberated: adjudicated,
    events.ApprovalAwaited: approval,
    events.ApprovalGiven: returned,
    events.ApprovalWithdrawn: approval,
    events.SanctionDecided: decided,
    events.DecisionServed: served,
    events.ExecutionReported: no_longer,
    events.SanctionAnnulled: no_longer,
    events.Decided: all_decided,
    events.Archived: archived,
    events.RecoveryOrdered: recovery_ordered,
    events.RecoveryCompleted: recovered,
    events.RecusalDeclared: recusal_declared,
    events.RecusalDecided: recusal_decided,
    events.Withdrawn: withdrawn,
    events.WithdrawalReported: withdrawal_reported,
    events.Annulled: nothing_left,
}

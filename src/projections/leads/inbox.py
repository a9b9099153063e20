"""What waits for whom around a lead."""

from typing import Final

from domain.leads import events
from domain.leads.events.transfer import HandOverEvent
from domain.model import Event, Recorded
from projections.inbox_items import INBOX, OWED_STILL, done, done_kinds, wait
from projections.model import Handler
from projections.rows import Rows

_SUBMISSION: Final = ("sign", "unblock", "confirm_paper")
_HANDLING: Final = (
    "hand_over",
    "register",
    "allocate",
    "acknowledge",
    "propose",
    "carry_out",
    "correct",
    *_SUBMISSION,
)
"""What the holder, the handling party and the approvers do, up to an end."""

_RESOLUTION: Final = ("carry_out_resolution", "table")
"""What a lead assessment meeting asks for."""

_HAND_OVER: Final = (
    "acknowledge_transfer",
    "answer_transfer",
    "feed_back",
    "confirm_feedback",
    "resend_or_recall",
)
"""What sender and addressee do."""


def received(rows: Rows, event: Recorded[events.Received | events.SplitOff]) -> None:
    """It is to be registered."""
    wait(rows, event, "register", event.event.holder)


def found(rows: Rows, event: Recorded[events.Found]) -> None:
    """A department enters it in no register: it is to hand it over, unless its letter is here already."""
    e = event.event
    if e.holder == e.department:
        done(rows, "register")
        wait(rows, event, "hand_over", e.department, from_party=e.receiver)


def part_refused(rows: Rows, event: Recorded[events.PartRefused]) -> None:
    """It came back: its sender is to see to it, most often by handing it over to another."""
    e = event.event
    done(rows, "register")
    wait(rows, event, "see_to_returned", e.holder, from_party=e.refused_by, title=e.reason)


def registered(rows: Rows, event: Recorded[events.Registered]) -> None:
    """It is to be allocated."""
    done(rows, "register")
    done_kinds(rows, "see_to_returned")
    wait(rows, event, "allocate", event.event.holder)


def proposed(
    rows: Rows,
    event: Recorded[
        events.AllocationProposed
        | events.ReallocationProposed
        | events.DisposalProposed
        | events.OutcomeProposed
    ],
) -> None:
    """A submission is under way: what it asks for was done."""
    done(rows, f"correct:{event.event.matter}")
    done_kinds(rows, "see_to_returned")
    match event.event.matter:
        case "allocation" | "reallocation":
            done(rows, "allocate")
        case "disposal":
            done(rows, "propose")
        case "outcome":
            done(rows, "carry_out")


def awaited(rows: Rows, event: Recorded[events.SignatureAwaited]) -> None:
    """Somebody is to sign."""
    e = event.event
    item, by = f"sign:{e.matter}", e.submitted_by
    done(rows, f"unblock:{e.matter}")
    wait(rows, event, item, e.signer_party, role=e.signer_role, from_party=by, title=e.matter)


def answered(
    rows: Rows, event: Recorded[events.OpinionGiven | events.OralOpinionRecorded | events.Cosigned]
) -> None:
    """An opinion was given; one by word of mouth is to be signed."""
    e = event.event
    done(rows, f"sign:{e.matter}", f"unblock:{e.matter}")
    if isinstance(e, events.OralOpinionRecorded):
        item = f"sign_oral:{e.matter}:{e.level}:{e.signer}"
        wait(rows, event, item, e.signer_party, person=e.signer, title=e.matter)


def oral_signed(rows: Rows, event: Recorded[events.OralOpinionSigned]) -> None:
    """Signed afterwards."""
    e = event.event
    done(rows, f"sign_oral:{e.matter}:{e.level}:{e.signer}")


def paper_signed(rows: Rows, event: Recorded[events.PaperSigned]) -> None:
    """A second person is to compare the paper with what was entered."""
    wait(rows, event, f"confirm_paper:{event.event.scan}", event.party, title=event.event.matter)


def paper_confirmed(rows: Rows, event: Recorded[events.PaperConfirmed]) -> None:
    """Compared."""
    done(rows, f"confirm_paper:{event.event.scan}")


def stuck(rows: Rows, event: Recorded[events.SubmissionStuck]) -> None:
    """Nobody may sign: the submitting party sees it."""
    e = event.event
    done(rows, f"sign:{e.matter}")
    wait(rows, event, f"unblock:{e.matter}", e.submitted_by, title=e.matter)


def sent_back(
    rows: Rows, event: Recorded[events.SubmissionReturned | events.SubmissionWithdrawn]
) -> None:
    """The submitting party is to propose anew."""
    e = event.event
    done_kinds(rows, *_SUBMISSION)
    from_party = e.returned_by if isinstance(e, events.SubmissionReturned) else None
    item = f"correct:{e.matter}"
    wait(rows, event, item, e.submitted_by, from_party=from_party, title=e.matter)


def allocated(rows: Rows, event: Recorded[events.Allocated | events.Reallocated]) -> None:
    """The handling party is to sign for it."""
    e = event.event
    done_kinds(rows, *_HANDLING)
    wait(rows, event, "acknowledge", e.handling_party, from_party=e.holder)


def allocation_returned(rows: Rows, event: Recorded[events.AllocationReturned]) -> None:
    """It is to be allocated anew."""
    e = event.event
    done_kinds(rows, *_HANDLING)
    wait(rows, event, "allocate", e.holder, from_party=e.returned_by, title=e.reason)


def acknowledged(rows: Rows, event: Recorded[events.Acknowledged]) -> None:
    """A way is to be proposed."""
    done(rows, "acknowledge")
    wait(rows, event, "propose", event.event.handling_party)


def approved(rows: Rows, event: Recorded[events.DisposalApproved | events.OutcomeApproved]) -> None:
    """The approved way is to be carried out."""
    e = event.event
    done_kinds(rows, *_SUBMISSION, "correct", "propose", "carry_out", "merge_duplicate")
    wait(rows, event, "carry_out", e.handling_party or e.holder, title=e.way)


def reopened(rows: Rows, event: Recorded[events.Reopened]) -> None:
    """A way is to be proposed again."""
    e = event.event
    done(rows, "review")
    wait(rows, event, "propose", e.handling_party or e.holder)


def shelved(rows: Rows, event: Recorded[events.Shelved | events.ShelvingReviewed]) -> None:
    """It is to be looked at again on the review date."""
    e = event.event
    done_kinds(rows, *_HANDLING)
    wait(rows, event, "review", e.handling_party or e.holder, due=e.review_on)


def ended(rows: Rows, event: Recorded[events.Closed | events.CaseFiled | events.Merged]) -> None:
    """Nothing is left to do but to tell, and to feed back what was handed over."""
    e = event.event
    kinds = (
        "review",
        "decide_recusal",
        "complete_papers",
        "see_to_returned",
        "check_duplicate",
        "merge_duplicate",
    )
    done_kinds(rows, *_HANDLING, *_RESOLUTION, *kinds)
    if isinstance(e, events.Closed) and e.informing:
        wait(rows, event, "inform", e.handling_party or e.holder, title=e.closing)


def informed(rows: Rows, _: Recorded[events.InformingCompleted]) -> None:
    """Everybody was told."""
    done(rows, "inform")


def annulled(rows: Rows, _: Recorded[Event]) -> None:
    """What does not count waits for nobody; a hand-over goes on until its sender knows of it."""
    for row in rows.all(INBOX):
        if row.kind not in (*_HAND_OVER, *OWED_STILL):
            rows.end(INBOX, row.item)


def recusal_declared(rows: Rows, event: Recorded[events.RecusalDeclared]) -> None:
    """It is to be decided (R 296)."""
    e = event.event
    wait(rows, event, f"decide_recusal:{e.person}", e.handling_party or e.holder)


def recusal_decided(rows: Rows, event: Recorded[events.RecusalDecided]) -> None:
    """Decided."""
    done(rows, f"decide_recusal:{event.event.person}")


def duplicate_suspected(rows: Rows, event: Recorded[events.DuplicateSuspected]) -> None:
    """Case supervision is to check."""
    wait(rows, event, "check_duplicate", event.event.case_supervision)


def duplicate_checked(
    rows: Rows, event: Recorded[events.DuplicateConfirmed | events.DuplicateDismissed]
) -> None:
    """Checked; a repeat is to go with what it repeats, nobody allocates it by itself."""
    e = event.event
    done(rows, "check_duplicate")
    if isinstance(e, events.DuplicateConfirmed):
        done(rows, "allocate")
        wait(rows, event, "merge_duplicate", e.case_supervision)


def custody_changed(rows: Rows, event: Recorded[events.CustodyChanged]) -> None:
    """A new holder begins anew."""
    e = event.event
    if e.holder != e.former_holder:
        done_kinds(rows, *_HANDLING, "review")
        wait(rows, event, "register", e.holder, from_party=e.former_holder)


def reminded(rows: Rows, event: Recorded[events.Reminded]) -> None:
    """The urged party owes an answer, if one was asked for."""
    e = event.event
    if e.reply_by is not None:
        item, by = f"answer_reminder:{e.reminder}", e.from_party
        wait(rows, event, item, e.to_party, from_party=by, title=e.about, due=e.reply_by)


def hand_over_urged(rows: Rows, event: Recorded[events.HandOverUrged]) -> None:
    """The end that was urged owes an answer, if one was asked for."""
    e = event.event
    if e.reply_by is not None:
        item = f"answer_reminder:{e.reminder}"
        wait(rows, event, item, e.to, from_party=e.by, title=e.about, due=e.reply_by)


def reminder_answered(
    rows: Rows, event: Recorded[events.ReminderAnswered | events.UrgingAnswered]
) -> None:
    """Answered."""
    done(rows, f"answer_reminder:{event.event.reminder}")


def transfer_moved(rows: Rows, event: Recorded[HandOverEvent]) -> None:
    """The next step of the hand-over waits for whoever takes it."""
    e = event.event
    serial, sender, addressee = e.transfer, e.from_party, e.to_party
    match e:
        case events.Transferred():
            done(rows, "carry_out", "hand_over")
            done_kinds(rows, "complete_papers", "see_to_returned")
            item = f"acknowledge_transfer:{serial}"
            wait(rows, event, item, addressee, from_party=sender, title=e.document)
        case events.TransferAcknowledged():
            done(rows, f"acknowledge_transfer:{serial}")
            wait(rows, event, f"answer_transfer:{serial}", addressee, from_party=sender)
        case events.PapersDemanded(papers=papers):
            item, title = f"complete_papers:{serial}", "、".join(papers)
            wait(rows, event, item, sender, from_party=addressee, title=title)
        case events.Accepted() | events.PartAccepted():
            done(rows, f"acknowledge_transfer:{serial}", f"answer_transfer:{serial}")
            if e.to_register:
                wait(rows, event, "register", addressee, from_party=sender)
            if e.feedback_expected:
                wait(rows, event, f"feed_back:{serial}", addressee, from_party=sender)
        case events.Returned():
            done(rows, f"acknowledge_transfer:{serial}", f"answer_transfer:{serial}")
            if e.sender_decides:
                item = f"see_to_returned:{serial}"
                wait(rows, event, item, sender, from_party=addressee, title=e.reason)
        case events.ResultFedBack():
            done(rows, f"feed_back:{serial}")
            wait(rows, event, f"confirm_feedback:{serial}", sender, from_party=addressee)
        case events.FeedbackConfirmed():
            done(rows, f"confirm_feedback:{serial}")
        case events.MilestoneReached():
            pass  # the sender learns of it; nobody has to do anything


def not_delivered(rows: Rows, event: Recorded[events.DeliveryFailed]) -> None:
    """Whoever sent it is to send it again, or to recall it."""
    e = event.event
    wait(rows, event, f"resend_or_recall:{e.transfer}", e.by, title=e.obstacle)


def delivery_seen_to(rows: Rows, event: Recorded[events.Resent | events.Recalled]) -> None:
    """Sent again; or recalled: it waits for nobody at the other end, and for its sender to see to it."""
    e = event.event
    done(rows, f"resend_or_recall:{e.transfer}")
    if isinstance(e, events.Recalled):
        done(rows, f"acknowledge_transfer:{e.transfer}")
        wait(rows, event, f"see_to_returned:{e.transfer}", e.from_party, title=e.reason)


def resolved(
    rows: Rows,
    event: Recorded[events.DisposalResolved | events.ResolutionPassedOn | events.Untabled],
) -> None:
    """What a meeting resolved is to be carried out, or a deferred lead tabled anew."""
    e = event.event
    done(rows, *_RESOLUTION)
    if e.asks != "nothing":
        item = "table" if e.asks == "tabling" else "carry_out_resolution"
        wait(rows, event, item, e.owner, from_party=e.convener, title=e.way, due=e.due)


def resolution_ended(
    rows: Rows,
    _: Recorded[events.ResolutionMet | events.ResolutionDepartedFrom | events.ResolutionWithdrawn],
) -> None:
    """Carried out, or there is nothing to carry out any more."""
    done(rows, *_RESOLUTION)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Received: received,
    events.Found: found,
    events.SplitOff: received,
    events.PartRefused: part_refused,
    events.Registered: registered,
    events.AllocationProposed: proposed,
    events.ReallocationProposed: proposed,
    events.DisposalProposed: proposed,
    events.OutcomeProposed: proposed,
    events.SignatureAwaited: awaited,
    events.OpinionGiven: answered,
    events.OralOpinionRecorded: answered,
    events.Cosigned: answered,
    events.OralOpinionSigned: oral_signed,
    events.PaperSigned: paper_signed,
    events.PaperConfirmed: paper_confirmed,
    events.SubmissionStuck: stuck,
    events.SubmissionReturned: sent_back,
    events.SubmissionWithdrawn: sent_back,
    events.Allocated: allocated,
    events.Reallocated: allocated,
    events.AllocationReturned: allocation_returned,
    events.Acknowledged: acknowledged,
    events.DisposalApproved: approved,
    events.OutcomeApproved: approved,
    events.Reopened: reopened,
    events.Shelved: shelved,
    events.ShelvingReviewed: shelved,
    events.Closed: ended,
    events.CaseFiled: ended,
    events.Merged: ended,
    events.InformingCompleted: informed,
    events.Annulled: annulled,
    events.RecusalDeclared: recusal_declared,
    events.RecusalDecided: recusal_decided,
    events.DuplicateSuspected: duplicate_suspected,
    events.DuplicateConfirmed: duplicate_checked,
    events.DuplicateDismissed: duplicate_checked,
    events.CustodyChanged: custody_changed,
    events.Reminded: reminded,
    events.ReminderAnswered: reminder_answered,
    events.HandOverUrged: hand_over_urged,
    events.UrgingAnswered: reminder_answered,
    events.Transferred: transfer_moved,
    events.TransferAcknowledged: transfer_moved,
    events.PapersDemanded: transfer_moved,
    events.Accepted: transfer_moved,
    events.PartAccepted: transfer_moved,
    events.Returned: transfer_moved,
    events.ResultFedBack: transfer_moved,
    events.FeedbackConfirmed: transfer_moved,
    events.DeliveryFailed: not_delivered,
    events.Resent: delivery_seen_to,
    events.Recalled: delivery_seen_to,
    events.DisposalResolved: resolved,
    events.ResolutionPassedOn: resolved,
    events.Untabled: resolved,
    events.ResolutionMet: resolution_ended,
    events.ResolutionDepartedFrom: resolution_ended,
    events.ResolutionWithdrawn: resolution_ended,
}

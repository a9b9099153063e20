"""What waits for whom around a joint operation."""

from typing import Any, Final

from domain.joint_operations import events
from domain.model import Event, Recorded
from projections import approvals
from projections.inbox_items import done, done_kinds, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def submitted(rows: Rows, _: Recorded[events.Submitted]) -> None:
    """What was sent back was proposed anew."""
    done(rows, "correct")


def opening_awaited(rows: Rows, event: Recorded[events.OpeningAwaited]) -> None:
    """The lead body is to open it."""
    e = event.event
    done_kinds(rows, "confirm_paper")
    wait(rows, event, "open_operation", e.lead_body, from_party=e.proposer)


def runs(rows: Rows, event: Recorded[events.Opened | events.Prolonged]) -> None:
    """It did, and is to conclude it by a day, or by a later one."""
    e = event.event
    done(rows, "open_operation")
    wait(rows, event, "conclude_operation", e.lead_body, due=e.until)


def asked(rows: Rows, event: Recorded[events.Asked]) -> None:
    """A party is to say whether it joins."""
    e = event.event
    item = f"answer_invitation:{e.to}"
    wait(rows, event, item, e.to, from_party=e.lead_body, title=e.title)


def answered(rows: Rows, event: Recorded[events.Joined | events.Declined]) -> None:
    """It said so."""
    done(rows, f"answer_invitation:{event.event.by}")


def people_requested(rows: Rows, event: Recorded[events.PeopleRequested]) -> None:
    """A party is to lend people, or to say why not."""
    e = event.event
    wait(rows, event, f"lend_people:{e.request}", e.home, from_party=e.lead_body, title=e.duty)


def people_refused(rows: Rows, event: Recorded[events.PeopleRefused]) -> None:
    """It lends nobody."""
    done(rows, f"lend_people:{event.event.request}")


def offered(rows: Rows, event: Recorded[events.PersonOffered]) -> None:
    """Who runs it is to check recusal and take the person in, or not."""
    e = event.event
    done(rows, f"lend_people:{e.request}")
    for party in dict.fromkeys((e.lead_body, e.proposer)):
        item = f"admit_person:{e.lending}:{party}"
        wait(rows, event, item, party, from_party=e.home, title=e.duty)


def offer_answered(
    rows: Rows, event: Recorded[events.PersonAdmitted | events.OfferDeclined]
) -> None:
    """Taken in until a day, or not."""
    e = event.event
    for party in (e.lead_body, e.proposer):
        done(rows, f"admit_person:{e.lending}:{party}")
    if isinstance(e, events.PersonAdmitted):
        item = f"return_person:{e.lending}"
        wait(rows, event, item, e.lead_body, from_party=e.home, due=e.until)


def went_home(rows: Rows, event: Recorded[events.PersonReturned]) -> None:
    """The person went home."""
    done(rows, f"return_person:{event.event.lending}")


def share_assigned(rows: Rows, event: Recorded[events.ShareAssigned]) -> None:
    """A member is to do its share."""
    e = event.event
    wait(rows, event, f"do_share:{e.to}", e.to, from_party=e.lead_body, title=e.text, due=e.due)


def share_reported(rows: Rows, event: Recorded[events.ShareReported]) -> None:
    """The lead body is to accept it or send it back."""
    e = event.event
    done(rows, f"do_share:{e.by}", f"share_again:{e.by}")
    wait(rows, event, f"judge_share:{e.by}", e.lead_body, from_party=e.by)


def share_judged(rows: Rows, event: Recorded[Any]) -> None:
    """Accepted; or to be done better."""
    e = event.event
    done(rows, f"judge_share:{e.by}")
    if isinstance(e, events.ShareReturned):
        wait(rows, event, f"share_again:{e.by}", e.by, from_party=e.lead_body, title=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    **approvals.inbox(events.STEPS),
    events.Submitted: submitted,
    events.OpeningAwaited: opening_awaited,
    events.Opened: runs,
    events.Prolonged: runs,
    events.Asked: asked,
    events.Joined: answered,
    events.Declined: answered,
    events.PeopleRequested: people_requested,
    events.PeopleRefused: people_refused,
    events.PersonOffered: offered,
    events.PersonAdmitted: offer_answered,
    events.OfferDeclined: offer_answered,
    events.PersonReturned: went_home,
    events.ShareAssigned: share_assigned,
    events.ShareReported: share_reported,
    events.ShareReturned: share_judged,
    events.ShareAccepted: share_judged,
    events.Concluded: nothing_left,
    events.Annulled: nothing_left,
}
"""By event."""

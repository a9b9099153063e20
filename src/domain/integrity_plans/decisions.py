"""What follows from each action on an integrity plan, or why it is refused.

Basis: the interview (Wuhu: 党建铸廉、教育促廉、干部悟廉、家风助廉 “四廉共育”, group and unit discipline
committee together), DOMAIN.md §5 mechanism 21. The other side agrees to what one plans, and reviews what
one held. How often there has to be something in each strand stands in the scheme.
"""

from collections.abc import Iterable

from domain import two_sides
from domain.context import Context
from domain.integrity_plans import commands, events, guards
from domain.integrity_plans.account import Account
from domain.integrity_plans.state import IntegrityPlan
from domain.model import Draft
from domain.oversight import committee_pair
from domain.streams import StreamState

Stream = StreamState[IntegrityPlan]


def draw_up(stream: Stream, command: commands.DrawUp, context: Context) -> Iterable[Draft]:
    """Draw up the plan of a period. Raises `NotItsCommittee`, `UnknownParty`, `InvalidField`."""
    account = Account(stream, context)
    committee, group = committee_pair(account, stream, command.committee)
    account.tell(
        events.DrawnUp(
            **account.plain(),
            committee=committee,
            group=group,
            period=guards.period(stream, account),
            by=account.acting,
        )
    )
    return _propose(account, command.activities)


def add(stream: Stream, command: commands.Add, context: Context) -> Iterable[Draft]:
    """Propose further activities. Raises `InvalidField`."""
    account = Account(stream, context)
    guards.by_one_of_the_two(account)
    return _propose(account, command.activities)


def _propose(account: Account, activities: commands.Activities) -> Account:
    guards.within(account, (each.due for each in activities))
    for planned in activities:
        account.propose(account.state.activities.next_key, planned)
    return account


def agree(stream: Stream, command: commands.Agree, context: Context) -> Iterable[Draft]:
    """Agree to what the other side proposed: it is planned. Raises `NothingToAgree`, `OtherSideConfirms`."""
    account = Account(stream, context)
    for found in guards.to_agree(account, command):
        two_sides.by_the_other(account, found)
        account.tell(events.ActivityAgreed(**account.of(found), due=found.due, by=account.acting))
    return account


def send_back(stream: Stream, command: commands.SendBack, context: Context) -> Iterable[Draft]:
    """Send a proposal back. Raises `WrongState`, `OtherSideConfirms`."""
    account = Account(stream, context)
    found = guards.activity(account, command.activity, "proposed")
    two_sides.by_the_other(account, found)
    account.tell(
        events.ActivitySentBack(
            **account.of(found), by=account.acting, to=found.by, reason=command.reason
        )
    )
    return account


def revise(stream: Stream, command: commands.Revise, context: Context) -> Iterable[Draft]:
    """Propose an activity otherwise: the other side agrees anew, and earlier days stay visible."""
    account = Account(stream, context)
    guards.by_one_of_the_two(account)
    found = guards.activity(account, command.activity, "proposed", "sent_back", "agreed")
    guards.within(account, (command.due,))
    account.propose(found.key, command)
    return account


def hold(stream: Stream, command: commands.Hold, context: Context) -> Iterable[Draft]:
    """Say that an activity was held, with evidence. Late is late, not refused."""
    account = Account(stream, context)
    guards.by_one_of_the_two(account)
    found = guards.activity(account, command.activity, "agreed", "returned")
    account.tell(
        events.ActivityHeld(
            **account.of(found),
            attended=command.attended,
            evidence=command.evidence,
            text=command.text,
            by=account.acting,
            other=account.other,
        )
    )
    return account


def return_(stream: Stream, command: commands.Return, context: Context) -> Iterable[Draft]:
    """Send back what was said of an activity held. Raises `WrongState`, `OtherSideConfirms`."""
    account = Account(stream, context)
    found = guards.activity(account, command.activity, "held")
    two_sides.by_the_other(account, found)
    account.tell(
        events.ActivityReturned(
            **account.of(found), by=account.acting, to=found.by, reason=command.reason
        )
    )
    return account


def review(stream: Stream, command: commands.Review, context: Context) -> Iterable[Draft]:
    """Review an activity that the other side held: it counts. Raises `WrongState`, `OtherSideConfirms`."""
    account = Account(stream, context)
    found = guards.activity(account, command.activity, "held")
    two_sides.by_the_other(account, found)
    before = account.state.strands_reviewed
    account.tell(
        events.ActivityReviewed(
            **account.of(found), rating=command.rating, text=command.text, by=account.acting
        )
    )
    account.whole(before)
    return account


def drop(stream: Stream, command: commands.Drop, context: Context) -> Iterable[Draft]:
    """Take off the plan what was not held; where a strand has nothing left, another is owed."""
    account = Account(stream, context)
    guards.by_one_of_the_two(account)
    found = guards.activity(account, command.activity, "proposed", "sent_back", "agreed")
    account.tell(
        events.ActivityDropped(
            **account.of(found),
            reason=command.reason,
            approved_by=command.approved_by,
            left=account.state.left(found),
        )
    )
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12), by who said that it was held. Raises `InvalidField` for nothing."""
    account = Account(stream, context)
    found = guards.activity(account, command.activity, "held", "returned", "reviewed")
    two_sides.by_its_recorder(account, found)
    guards.corrects(account, command)
    account.tell(
        events.ActivityCorrected(
            **account.of(found),
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            attended=command.attended,
            held=command.held,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: an activity held does not count; where its strand has nothing left, another is owed."""
    account = Account(stream, context)
    found = guards.activity(account, command.activity, "held", "returned", "reviewed")
    two_sides.by_its_recorder(account, found)
    account.tell(
        events.ActivityAnnulled(
            **account.of(found),
            reason=command.reason,
            approved_by=command.approved_by,
            left=account.state.left(found),
        )
    )
    return account

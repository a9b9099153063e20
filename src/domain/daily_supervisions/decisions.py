"""What follows from each action in daily supervision, or why it is refused.

Basis: the groups use every method of supervision and keep their eyes on the «key few», key functions and
key nodes (综合运用各种监督方式; 日常监督、驻点监督; DOMAIN.md §5 mechanism 29; the focus is that of RS 23).
By when a result is due, and who signs for feedback by when, stands in the scheme.
"""

from collections.abc import Iterable

from domain import asking
from domain.context import Context
from domain.daily_supervisions import commands, events, guards
from domain.daily_supervisions.account import Account
from domain.daily_supervisions.state import DailySupervision, Done
from domain.model import Draft
from domain.oversight import by_linked_office, stationed_at
from domain.streams import StreamState

Stream = StreamState[DailySupervision]


def record(stream: Stream, command: commands.Record, context: Context) -> Iterable[Draft]:
    """Record what was done at a unit; what came of it is owed.

    Raises `UnknownParty`, `NotStationedThere`, `InvalidField`, `NotFound` for an opinion unknown here.
    """
    account = Account(stream, context)
    stationed_at(account, command.unit)
    done = Done(command.unit, command.method, command.focuses, command.stay, command.opinion)
    guards.method_fits(account, done)
    account.tell(
        events.Recorded(
            **account.plain(),
            unit=command.unit,
            group=account.acting,
            method=command.method,
            focuses=command.focuses,
            title=command.title,
            findings=command.findings,
            stay=command.stay,
            opinion=command.opinion,
            supervision=command.supervision,
        )
    )
    if command.method == "stay":
        account.tell(events.FeedbackAsked(**account.frame()))
    return account


def conclude(stream: Stream, command: commands.Conclude, context: Context) -> Iterable[Draft]:
    """Say what came of it; anew where that was returned. Raises `MatterDoesNotFit`, `InvalidField`."""
    account = Account(stream, context)
    guards.at(account, "recorded", "returned")
    guards.by_group(account)
    guards.results_fit(account, command.results)
    account.tell(events.Concluded(**account.frame(), results=command.results))
    return account


def return_(stream: Stream, command: commands.Return, context: Context) -> Iterable[Draft]:
    """Send back what the group says came of it. Raises `WrongState`, `NotTheLinkedOffice`."""
    account = Account(stream, context)
    guards.at(account, "concluded")
    by_linked_office(account, account.state.group)
    account.tell(events.ResultReturned(**account.frame(), by=account.acting, reason=command.reason))
    return account


def feed_back(stream: Stream, command: commands.FeedBack, context: Context) -> Iterable[Draft]:
    """Tell the unit, its Party group or committee what it is to know, and no more."""
    account = Account(stream, context)
    guards.at(account, "recorded", "concluded", "returned")
    guards.by_group(account)
    guards.may_be_told(account, command)
    account.tell(events.FedBack(**account.frame(), to=command.to, text=command.text))
    return account


def acknowledge_feedback(
    stream: Stream, _: commands.AcknowledgeFeedback, context: Context
) -> Iterable[Draft]:
    """Sign for the feedback, once. Raises `NothingToSign`."""
    account = Account(stream, context)
    guards.at(account, "recorded", "concluded", "returned")
    asking.to_sign(account, account.state.feedback)
    account.tell(events.FeedbackAcknowledged(**account.frame(), by=account.acting))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: what the record said wrongly (DOMAIN.md §1.12); of a stay feedback is owed, of none it is not.

    Raises `InvalidField`, `UnknownParty`, `NotStationedThere`, `NotFound`, `MatterDoesNotFit`.
    """
    account = Account(stream, context)
    guards.at(account, "recorded", "concluded", "returned")
    guards.by_group(account)
    guards.corrects(account, command)
    before, right = account.state.done, guards.done_instead(account, command)
    otherwise = (right.method, right.stay, right.opinion) != (
        before.method,
        before.stay,
        before.opinion,
    )
    account.tell(
        events.Corrected(
            **(account.frame() | {"unit": right.unit}),
            reason=command.reason,
            approved_by=command.approved_by,
            method=right.method if otherwise else None,
            focuses=command.focuses,
            title=command.title,
            findings=command.findings,
            stay=right.stay if otherwise else None,
            opinion=right.opinion if otherwise else None,
            results=command.results,
        )
    )
    if "stay" in (before.method, right.method) and before.method != right.method:
        _owe_feedback(account)
    return account


def _owe_feedback(account: Account) -> None:
    """Feedback is owed for a stay, unless it was given already; for no other method."""
    if account.state.done.method != "stay":
        account.tell(events.FeedbackWaived(**account.frame()))
    elif not account.state.told:
        account.tell(events.FeedbackAsked(**account.frame()))


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: it counts no more, what is owed is withdrawn."""
    account = Account(stream, context)
    guards.at(account, "recorded", "concluded", "returned")
    guards.by_group(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account

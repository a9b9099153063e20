"""Handing over, handling and concluding: the decisions.

Basis: the petitions office hands to who handles it (R 202); results come back each quarter (RC 18);
an assigned report is reported on in 3 months, extended by the own head, then by who assigned it (RC 21).
"""

from collections.abc import Iterable
from typing import Final

from domain.account import invalid
from domain.calendar import Limit, Unit
from domain.complaints import commands, errors, events, guards
from domain.complaints.account import Account
from domain.complaints.state import Assignment, Complaint, Stage
from domain.context import Context
from domain.leads.values import FeedbackResult
from domain.model import Draft
from domain.obligations.arising import Change, extended
from domain.obligations.state import Obligation
from domain.streams import StreamState

Stream = StreamState[Complaint]

OWN_MONTHS: Final = 3
"""What the own head may give, once (RC 21)."""


def hand_over(stream: Stream, command: commands.HandOver, context: Context) -> Iterable[Draft]:
    """Hand it to who handles it: an office, a stationed body, a county; never to a unit (RC 47)."""
    account = guards.known(stream, context)
    guards.at(account, "accepted")
    guards.by_keeper(account)
    guards.handles(account, command.to)
    account.tell(events.HandedOver(**account.frame(handling_party=command.to), to=command.to))
    return account


def assign(stream: Stream, command: commands.Assign, context: Context) -> Iterable[Draft]:
    """交办: hand it over with the duty to report (RC 21)."""
    account = guards.known(stream, context)
    guards.at(account, "accepted")
    guards.by_keeper(account)
    guards.handles(account, command.to)
    account.tell(
        events.Assigned(
            **account.frame(handling_party=command.to),
            assignment=len(account.state.assignments) + 1,
            assigned_by=account.acting,
            to=command.to,
            document=command.document,
        )
    )
    return account


def acknowledge(stream: Stream, _: commands.Acknowledge, context: Context) -> Iterable[Draft]:
    """Sign for it."""
    account = _handled(stream, context, "handed_over")
    account.tell(events.Acknowledged(**account.frame(), by=account.acting))
    return account


def decline(stream: Stream, command: commands.Decline, context: Context) -> Iterable[Draft]:
    """Give it back before signing: the petitions office hands it to another party."""
    account = _handled(stream, context, "handed_over")
    account.tell(events.Declined(**account.kept(), by=account.acting, reason=command.reason))
    return account


def raise_lead(stream: Stream, command: commands.RaiseLead, context: Context) -> Iterable[Draft]:
    """Say which lead was opened because of it (``lead.receive`` with source ``report.…``).

    From then on the complaint tells the reporter: what is owed under the lead's own rules ends.
    """
    account = guards.known(stream, context)
    guards.at(account, "accepted", "handed_over", "handling")
    if account.acting == account.state.handling_party:
        guards.by_handling(account)
    else:
        guards.by_keeper(account)
    guards.raised(account, command.lead)
    account.tell(events.LeadRaised(**account.frame(), lead=command.lead))
    return account


def conclude(stream: Stream, command: commands.Conclude, context: Context) -> Iterable[Draft]:
    """办结. Raises `LeadsStillOpen` before every lead raised from it has ended."""
    account = _handled(stream, context, "handling")
    guards.leads_ended(account)
    account.tell(
        events.Concluded(
            **account.frame(),
            by=account.acting,
            result=command.result,
            text=command.text,
            real_name=account.state.real_name,
            lead=account.state.leads,
        )
    )
    return account


def return_result(stream: Stream, _: commands.ReturnResult, context: Context) -> Iterable[Draft]:
    """Return the result to the petitions office: each quarter (RC 18), or as assigned (RC 21)."""
    account = _handled(stream, context, "concluded")
    account.tell(
        events.ResultReturned(
            **account.frame(),
            by=account.acting,
            result=_result(account),
            assignment=account.state.running,
        )
    )
    return account


def send_back(stream: Stream, command: commands.SendBack, context: Context) -> Iterable[Draft]:
    """Send the result back: it is handled again, and a better one is owed."""
    account = guards.known(stream, context)
    guards.at(account, "returned")
    guards.by_keeper(account)
    handler = account.state.handling_party
    if handler is None:
        raise AssertionError("a result that nobody returned")
    account.tell(events.ResultSentBack(**account.frame(), to=handler, reason=command.reason))
    return account


def close(stream: Stream, _: commands.Close, context: Context) -> Iterable[Draft]:
    """Take the result as sufficient."""
    account = guards.known(stream, context)
    guards.at(account, "returned")
    guards.by_keeper(account)
    account.tell(events.Closed(**account.frame(), result=_result(account)))
    return account


def report_up(stream: Stream, command: commands.ReportUp, context: Context) -> Iterable[Draft]:
    """Tell the level above, which assigned it, how it ended (RC 21); also that it was not handled."""
    account = guards.known(stream, context)
    guards.at(account, "closed", "not_accepted", "repeat_kept", "forwarded")
    guards.by_keeper(account)
    serial = account.state.from_above
    if serial is None:
        raise account.wrong_state("并非上级交办件", "not assigned from above")
    account.tell(
        events.ReportedUp(
            **account.frame(),
            assignment=serial,
            to=account.state.assignments[serial - 1].assigned_by,
            result=account.state.result or "not_handled",
            document=command.document,
        )
    )
    return account


def extend_assignment(
    stream: Stream, command: commands.ExtendAssignment, context: Context
) -> Iterable[Draft]:
    """Give more time: the own head 3 months, once; beyond that whoever assigned it (RC 21).

    Raises `ExtensionTooLong`. Every earlier due date stays visible, with document and approver.
    """
    account = guards.known(stream, context)
    assignment = _assignment(account, command.assignment)
    own = account.acting == assignment.to
    if own:
        guards.leads_own_party(account, command.approved_by)
        if assignment.extended or command.months > OWN_MONTHS:
            raise errors.ExtensionTooLong
    elif account.acting != assignment.assigned_by:
        raise errors.NotTheHandlingParty(party=account.acting)
    owed = _owed(stream, account, assignment)
    account.tell(
        events.AssignmentExtended(
            **account.frame(),
            assignment=command.assignment,
            assigned_by=assignment.assigned_by,
            granted_by="own_head" if own else "superior",
            months=command.months,
            reason=command.reason,
            document=command.document,
            approved_by=command.approved_by,
        )
    )
    change = Change(
        why="extended",
        occurred=context.occurred,
        reason=command.reason,
        document=command.document,
        approved_by=command.approved_by,
        granted_by=account.acting,
    )
    moved = extended(owed, Limit(command.months, Unit.MONTH), change, account.calendar)
    return (*account, *(Draft(stream.stream, event) for event in moved))


def ask_recheck(stream: Stream, command: commands.AskRecheck, context: Context) -> Iterable[Draft]:
    """Look again: the reporter objects, or brings new evidence, however late."""
    account = guards.known(stream, context)
    guards.at(account, "concluded", "returned", "closed")
    if account.acting == account.state.handling_party:
        guards.by_handling(account)
    else:
        guards.by_keeper(account)
    account.tell(events.RecheckAsked(**account.frame(), ground=command.ground, text=command.text))
    return account


def _handled(stream: Stream, context: Context, *stages: Stage) -> Account:
    account = guards.known(stream, context)
    guards.at(account, *stages)
    guards.by_handling(account)
    return account


def _result(account: Account) -> FeedbackResult:
    if account.state.result is None:
        raise AssertionError("concluded without a result")
    return account.state.result


def _assignment(account: Account, serial: int) -> Assignment:
    assignments = account.state.assignments
    if not 0 < serial <= len(assignments):
        raise invalid("assignment", "没有该交办", "there is no such assignment")
    return assignments[serial - 1]


def _owed(stream: Stream, account: Account, assignment: Assignment) -> Obligation:
    """What is owed under an assignment; raises `WrongState` where its limit runs no more."""
    for owed in stream.obligations.values():
        if owed.arisen.cause == "complaint.assigned" and owed.owner == assignment.to:
            return owed
    raise account.wrong_state("该交办已无未了期限", "no limit of that assignment runs any more")

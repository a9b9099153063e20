"""Leads passed for understanding, problems written into the report: the decisions."""

from collections.abc import Iterable

from domain.context import Context
from domain.ids import CaseTag, StreamId
from domain.inspection_links import commands, events, guards
from domain.inspection_links.account import Account
from domain.inspection_links.state import InspectionLink
from domain.model import Draft
from domain.rectifications import account as items
from domain.rectifications import decisions as rectifying
from domain.streams import StreamState

Stream = StreamState[InspectionLink]


def pass_lead(stream: Stream, command: commands.PassLead, context: Context) -> Iterable[Draft]:
    """Ask the team to help understand a lead that the group knows too little of (帮助了解).

    What is passed is a question: the lead stays where it is. Raises `NotFound` for a lead that is not
    the group's own, `KeepsOutOfTheMatter`, `RoundIsOver`, `InvalidField`.
    """
    account = Account(stream, context)
    guards.at(account, "open")
    guards.by(account, account.state.group)
    guards.in_the_round(account)
    guards.own_lead(account, command.lead)
    guards.within_the_round(account, command.due)
    account.tell(
        events.LeadPassed(
            **account.frame(),
            passing=len(account.state.passings) + 1,
            lead=command.lead,
            question=command.question,
            due=command.due,
        ),
        case=CaseTag(command.lead),
    )
    return account


def report_understanding(
    stream: Stream, command: commands.ReportUnderstanding, context: Context
) -> Iterable[Draft]:
    """Say what the team came to understand; nobody does who keeps out of the lead."""
    account = Account(stream, context)
    guards.at(account, "open")
    step = guards.step(account, account.state.passings, command.passing, "passed", "returned")
    lead = guards.clean_of(account, step.about)
    account.tell(
        events.UnderstandingReported(
            **account.frame(), passing=command.passing, lead=lead, text=command.text
        ),
        case=CaseTag(lead),
    )
    return account


def return_understanding(
    stream: Stream, command: commands.ReturnUnderstanding, context: Context
) -> Iterable[Draft]:
    """Ask for more."""
    account = Account(stream, context)
    guards.at(account, "open")
    step = guards.step(account, account.state.passings, command.passing, "reported")
    lead = guards.clean_of(account, step.about)
    account.tell(
        events.UnderstandingReturned(
            **account.frame(), passing=command.passing, lead=lead, reason=command.reason
        ),
        case=CaseTag(lead),
    )
    return account


def accept_understanding(
    stream: Stream, command: commands.AcceptUnderstanding, context: Context
) -> Iterable[Draft]:
    """Take what came back as sufficient."""
    account = Account(stream, context)
    guards.at(account, "open")
    step = guards.step(account, account.state.passings, command.passing, "reported")
    lead = guards.clean_of(account, step.about)
    account.tell(
        events.UnderstandingAccepted(**account.frame(), passing=command.passing, lead=lead),
        case=CaseTag(lead),
    )
    return account


def put_forward(stream: Stream, command: commands.PutForward, context: Context) -> Iterable[Draft]:
    """Put a problem forward for the report, with the item in which it is rectified, if there is one.

    Raises `UnknownParty`, `NotFound`, `RectifiedAlready`.
    """
    account = Account(stream, context)
    guards.at(account, "open")
    guards.by(account, account.state.group)
    guards.in_the_round(account)
    context.jurisdiction.party(command.unit)
    guards.one_item(account, command.rectification)
    account.tell(
        events.ProblemPutForward(
            **account.frame(),
            problem=len(account.state.problems) + 1,
            unit=command.unit,
            title=command.title,
            text=command.text,
            rectification=command.rectification,
        )
    )
    return account


def write_into_report(
    stream: Stream, command: commands.WriteIntoReport, context: Context
) -> Iterable[Draft]:
    """The team writes the problem into its report: from now on inspection urges it too.

    Where the group named the item in which it is rectified, and that is under way, the two are one at
    once; else the group names one. Raises `AlreadyInReport`.
    """
    account = Account(stream, context)
    guards.at(account, "open")
    problem = guards.step(account, account.state.problems, command.problem, "put_forward")
    account.tell(
        events.WrittenIntoReport(
            **account.frame(),
            problem=command.problem,
            unit=problem.unit or account.state.team,
            report=command.report,
            paragraph=command.paragraph,
        )
    )
    item = problem.about
    joined = () if item is None else _joined(account, command.problem, item)
    return (*account, *joined)


def _joined(account: Account, problem: int, item: StreamId) -> Iterable[Draft]:
    """The problem and the item are one from now on, if the item is under way: told in both."""
    one = items.Account(account.context.streams[item], account.context)
    if one.state.stage not in rectifying.UNDER_WAY:
        return ()
    state, (report, paragraph) = account.state, account.state.problems[problem - 1].report
    account.tell(events.RectificationLinked(**account.frame(), problem=problem, rectification=item))
    told = rectifying.Report(
        team=state.team, office=state.office, report=report, paragraph=paragraph
    )
    rectifying.written_into_report(one, told)
    return one


def decline_problem(
    stream: Stream, command: commands.DeclineProblem, context: Context
) -> Iterable[Draft]:
    """The team leaves the problem out."""
    account = Account(stream, context)
    guards.at(account, "open")
    guards.step(account, account.state.problems, command.problem, "put_forward")
    account.tell(
        events.ProblemDeclined(**account.frame(), problem=command.problem, reason=command.reason)
    )
    return account


def link_rectification(
    stream: Stream, command: commands.LinkRectification, context: Context
) -> Iterable[Draft]:
    """Name the one item in which the problem is rectified; inspection follows that from now on.

    Raises `NotFound`, `RectifiedAlready`, `WrongState` for an item that is not under way, and
    `AlreadyInReport`.
    """
    account = Account(stream, context)
    guards.at(account, "open", "ended")
    guards.step(account, account.state.problems, command.problem, "written")
    guards.one_item(account, command.rectification, but=command.problem)
    joined = tuple(_joined(account, command.problem, command.rectification))
    if not joined:
        raise account.wrong_state("该整改事项已办结或作废", "the item is closed or annulled")
    return (*account, *joined)

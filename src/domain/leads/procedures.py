"""A department's own procedure: where what it found goes, within what time, with which papers.

Each of the 21 departments has one (DOMAIN.md §5.10). A party without a procedure sends by the general rules.
"""

from collections.abc import Iterable

from domain.account import invalid
from domain.errors import Refusal
from domain.ids import PartyId
from domain.leads import commands, errors, events, guards
from domain.leads.account import Account
from domain.leads.values import Material
from domain.model import Occurred
from domain.scheme import Procedure


def of(account: Account, party: PartyId | None) -> Procedure | None:
    """The procedure of a party, if it has one."""
    scheme = account.jurisdiction.scheme
    return None if scheme is None or party is None else scheme.procedures.get(party)


def found(account: Account, command: commands.Receive, sender: PartyId | None) -> None:
    """Tell when a department found it: from that day on it owes the hand-over.

    Raises `GoesElsewhere` for a letter that was to go to another, `InvalidField` where the letter's day is
    missing, lies ahead, or is of a lead that no procedure asks for.
    """
    procedure = of(account, sender or account.lead.holder)
    if procedure is None:
        if command.found_on is not None:
            raise invalid(
                "found_on", "只由有移送流程的部门填写", "only a department's procedure asks it"
            )
        return
    if sender is not None and account.lead.holder not in _receivers(account, procedure):
        raise _elsewhere(procedure, account.holder)
    day = command.found_on
    if day is None and sender is not None:
        raise invalid(
            "found_on", "须写明来函单位何时发现", "it is not said when the sender found it"
        )
    if day is not None and day > account.context.occurred.date:
        raise invalid("found_on", "晚于受理之日", "it lies after the day on which it was received")
    occurred = account.context.occurred if day is None else Occurred(date=day)
    account.tell(
        events.Found(
            **account.frame(occurred=occurred),
            department=procedure.department,
            receiver=procedure.receives,
        )
    )


def may_go(account: Account, to_party: PartyId, materials: Iterable[Material]) -> None:
    """Refuse what a department hands over unless it goes where its procedure says, with its papers.

    What that one returned, or would not take a part of, goes to whoever is competent (R 201). Raises
    `GoesElsewhere`, `PapersMissing`.
    """
    procedure = of(account, account.lead.holder)
    if procedure is None:
        return
    receivers = _receivers(account, procedure)
    if to_party not in receivers:
        if not _was_there(account, procedure.department, receivers):
            raise _elsewhere(procedure, to_party)
        return
    missing = lacking(procedure, materials)
    if missing:
        raise errors.PapersMissing(papers="、".join(missing))


def lacking(procedure: Procedure, materials: Iterable[Material]) -> tuple[str, ...]:
    """The papers of a procedure that a list leaves out, by their Chinese names."""
    return tuple(paper.zh for paper in procedure.missing(each.title for each in materials))


def _receivers(account: Account, procedure: Procedure) -> tuple[PartyId, ...]:
    """Who takes it: whom the procedure names, and whoever enters the letters of a party off the system."""
    entered_by = account.jurisdiction.party(procedure.department).entered_by
    return (procedure.receives, *(() if entered_by is None else (entered_by,)))


def _was_there(account: Account, department: PartyId, receivers: tuple[PartyId, ...]) -> bool:
    """Whether one of those who take it had it before, or what it was split off from."""
    return any(
        leg.from_party == department and leg.to_party in receivers
        for lead in guards.lineage(account.lead, account.context)
        for leg in lead.transfers
    )


def _elsewhere(procedure: Procedure, to_party: PartyId) -> Refusal:
    return errors.GoesElsewhere(
        department=procedure.department, receiver=procedure.receives, to_party=to_party
    )

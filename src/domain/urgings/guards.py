"""What has to be true before somebody is urged; each guard raises the refusal it needs."""

from typing import Any, Final

from domain import mending
from domain.account import invalid
from domain.cases import guards as cases
from domain.checks import is_concerned
from domain.errors import NotFound
from domain.ids import PartyId, family_of
from domain.scheme import PartyKind
from domain.streams import StreamState
from domain.urgings import errors
from domain.urgings.account import Account
from domain.urgings.commands import Correct, Urge
from domain.urgings.state import STAGE_NAMES, Stage

OVERSEEING: Final[tuple[PartyKind, ...]] = ("commission", "generalOffice", "caseSupervisionOffice")
"""Offices that oversee (督办) for the commission whatever concerns them, beside a supervising office."""

KIND_NAMES: Final = {"reminder": ("催办", "a reminder"), "oversight": ("督办", "oversight")}


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the urging stands in one of ``stages``.

    Whoever keeps out of the case that it is about keeps out of it too.
    """
    if account.state.matter is not None:
        may_know(account, account.context.streams[account.state.matter])
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def may_know(account: Account, matter: StreamState[Any]) -> None:
    """Raise `NotFound`, `BarredFromCase` for who is named in a case or recused there (SL 67, R 299)."""
    if family_of(matter.stream) == "case":
        cases.known(matter, account.context)


def matter_of(account: Account, command: Urge) -> StreamState[Any]:
    """The matter, if it concerns the acting party; `NotFound` as if it were not there, otherwise.

    Raises `UrgedInItself` for a lead, `BarredFromCase` for who is recused from a case.
    """
    found: StreamState[Any] = account.context.streams[command.matter]
    if found.version == 0 or not is_concerned(account.context, found):
        raise NotFound(stream=command.matter)
    if family_of(command.matter) == "lead":
        raise errors.UrgedInItself
    may_know(account, found)
    return found


def both_concerned(account: Account, matter: StreamState[Any], to: PartyId) -> None:
    """Raise `InvalidField` unless both parties stand in one circle of the matter.

    Who is concerned otherwise is not told by trying (R 299: scope of knowledge).
    """
    together = any({account.acting, to} <= circle for circle in matter.circles.values())
    if to == account.acting or not together:
        raise invalid("to", "不是与本单位共同办理此事项的单位", "it shares no part of the matter")


def is_owed(matter: StreamState[Any], command: Urge) -> None:
    """Raise `InvalidField` where the obligation named is not one that the urged party owes there."""
    if command.obligation is None:
        return
    owed = matter.obligations.get(command.obligation)
    if owed is None or owed.arisen.owner != command.to:
        raise invalid("obligation", "该单位没有此项应办事项", "the party owes no such thing there")


def may_urge(account: Account, matter: StreamState[Any], command: Urge) -> None:
    """Raise `NotYoursToUrge` unless something is owed to the acting party, or it supervises the other.

    催办 by whom something is owed; 督办 by its supervising office, or for the commission.
    """
    owed = any(
        each.arisen.owner == command.to and each.arisen.owed_to == account.acting
        for each in matter.obligations.values()
    )
    if not (owed if command.kind == "reminder" else _oversees(account, command.to)):
        zh, en = KIND_NAMES[command.kind]
        raise errors.NotYoursToUrge(party=account.acting, to=command.to, kind_zh=zh, kind_en=en)


def _oversees(account: Account, party: PartyId) -> bool:
    supervising = account.jurisdiction.relation(party, "supervising_office")
    return (
        account.acting == supervising
        or account.jurisdiction.party(account.acting).kind in OVERSEEING
    )


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing."""
    mending.corrects(about=command.about, due=command.due)

"""What has to be true before an action in a selection; each guard raises the refusal it needs."""

from typing import Final

from domain import nominating
from domain.account import invalid
from domain.checks import reads_content
from domain.errors import NotFound
from domain.ids import PartyId, PersonId, StreamId, family_of
from domain.selections import errors
from domain.selections.account import Account
from domain.selections.commands import Choose, Kind, Open
from domain.selections.state import (
    NOMINATION_NAMES,
    STAGE_NAMES,
    Nomination,
    NominationStage,
    Objection,
    Stage,
)

FAMILIES: Final[dict[Kind, frozenset[str]]] = {
    "recommendation": frozenset({"recommendation"}),
    "project": frozenset({"campaign", "daily_supervision", "joint_operation"}),
    "handler": frozenset({"person"}),
}
"""Of which families what is nominated may be: it points to the work itself, or to the person."""

NOT_STANDING: Final = frozenset({"drafted", "submitted", "approved", "withdrawn", "annulled"})
"""Stages in which a recommendation, or other work, is none that one could praise."""


def may_open(account: Account, command: Open) -> None:
    """Raise `NotForSelections`; `UnknownParty`, `InvalidField` for whom and when."""
    if account.jurisdiction.party(account.acting).kind != "organisationOffice":
        raise errors.NotForSelections(party=account.acting)
    nominating.asks_others(account, command)


def stands(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the selection stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_organiser(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` or `NotForSelections` unless it stands so and the organiser acts."""
    stands(account, *stages)
    by(account, account.state.organiser)


def by(account: Account, *parties: PartyId) -> None:
    """Raise `NotForSelections` unless one of these acts."""
    if account.acting not in parties:
        raise errors.NotForSelections(party=account.acting)


def may_nominate(account: Account, subject: StreamId) -> None:
    """Raise `NotOfThisKind`, `NotFound`, `AlreadyNominated` for what cannot be nominated."""
    if family_of(subject) not in FAMILIES[account.state.kind]:
        raise errors.NotOfThisKind(subject=subject)
    if account.state.kind == "handler":
        _own_person(account, PersonId(subject))
    else:
        _known_work(account, subject)
    if any(each.subject == subject for each in account.state.nominations):
        raise errors.AlreadyNominated(subject=subject)


def _own_person(account: Account, person: PersonId) -> None:
    if not account.jurisdiction.holds(person, account.acting, (), account.context.occurred.date):
        raise errors.NotOfThisKind(subject=person)


def _known_work(account: Account, subject: StreamId) -> None:
    """Nobody nominates what they do not read: they would learn by trying whether it is there."""
    stream = account.context.streams[subject]
    if stream.version == 0 or not reads_content(account.context, stream):
        raise NotFound(stream=subject)
    if getattr(stream.state, "stage", None) in NOT_STANDING:
        raise errors.NotOfThisKind(subject=subject)


def nomination_of(account: Account, serial: int, *stages: NominationStage) -> Nomination:
    """The nomination; `NoSuchNomination`, or `WrongState` unless it stands in one of ``stages``."""
    if serial > len(account.state.nominations):
        raise errors.NoSuchNomination(serial=serial)
    found = account.state.nominations[serial - 1]
    account.stands(found.stage, *stages, names=NOMINATION_NAMES)
    return found


def may_choose(account: Account, command: Choose) -> None:
    """Raise `InvalidField` for one named twice, more than there are places, or no time to object."""
    for serial in command.nominations:
        nomination_of(account, serial, "put_forward")
    chosen = set(command.nominations)
    if len(chosen) < len(command.nominations) or len(chosen) > account.state.places:
        raise invalid("nominations", "重复或超出名额", "one twice, or more than there are places")
    if command.object_by <= account.context.occurred.date:
        raise invalid("object_by", "公示期须晚于评选之日", "the window ends after the choice")


def within_the_window(account: Account) -> None:
    """Raise `ObjectionsOpen` after the last day on which one may object."""
    object_by = account.state.object_by
    if object_by is not None and account.context.occurred.date > object_by:
        raise errors.ObjectionsOpen(object_by=object_by)


def after_the_window(account: Account) -> None:
    """Raise `ObjectionsOpen` while one may object, or an objection is not answered."""
    state = account.state
    waiting = not all(each.answered for each in state.objections)
    if state.object_by is None or account.context.occurred.date <= state.object_by or waiting:
        raise errors.ObjectionsOpen(object_by=state.object_by)


def objection_of(account: Account, serial: int) -> Objection:
    """The objection that waits; `NoSuchNomination` for none, or one that was answered."""
    objections = account.state.objections
    if serial > len(objections) or objections[serial - 1].answered:
        raise errors.NoSuchNomination(serial=serial)
    return objections[serial - 1]

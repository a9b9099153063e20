"""What has to be true before an action on a chain; each guard raises the refusal it needs."""

import datetime
from collections.abc import Mapping
from typing import Final

from domain import mending, roles
from domain.account import invalid
from domain.ids import PartyId, PersonId
from domain.oversight import group_at, group_with
from domain.responsibility_chains import errors
from domain.responsibility_chains.account import Account
from domain.responsibility_chains.commands import Correct
from domain.responsibility_chains.state import LINK_NAMES, STAGE_NAMES, LinkStage, Stage
from domain.scheme_parts import ChainStep, ResponsibleLevel

STAFF: Final = (roles.KEEPER, roles.HANDLER, roles.MEMBER, roles.LIAISON)

HELD_AT: Final[Mapping[ResponsibleLevel, tuple[str, ...]]] = {
    "party_group": (roles.HEAD, roles.DEPUTY_HEAD, roles.MEMBER),
    "principal_head": (roles.PRINCIPAL_HEAD, roles.HEAD),
    "other_leaders": (roles.DEPUTY_HEAD,),
    "section_heads": STAFF,
    "desk_officers": STAFF,
}
"""By level, one of which roles somebody holds there who answers for it."""


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the chain stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def host_party_group(account: Account) -> PartyId:
    """The group stationed with the acting Party group; `NotOfTheChain` for any other party."""
    group = group_with(account)
    if group is None:
        raise errors.NotOfTheChain(party=account.acting)
    return group


def steps(account: Account) -> tuple[ChainStep, ...]:
    """The steps of the scheme; `NoSteps` where it has none."""
    found = account.scheme.chain_steps
    if not found:
        raise errors.NoSteps(scheme=account.scheme.id)
    return found


def by_party_group(account: Account) -> None:
    """Raise `NotOfTheChain` unless the Party group whose chain it is acts."""
    if account.acting != account.state.party_group:
        raise errors.NotOfTheChain(party=account.acting)


def by_stationed_group(account: Account) -> None:
    """Raise `NotOfTheChain` unless the group stationed with it acts."""
    if account.acting != account.state.group:
        raise errors.NotOfTheChain(party=account.acting)


def unit_of_group(account: Account, unit: PartyId | None, group: PartyId) -> None:
    """Raise `UnknownParty`; `InvalidField` for a unit at which another group is stationed, or none."""
    if unit is not None and group_at(account, unit) != group:
        raise invalid("unit", "不是本组派驻监督的单位", "another group is stationed at it")


def in_office_at(
    account: Account, level: ResponsibleLevel, person: PersonId, day: datetime.date
) -> None:
    """Raise `InvalidField` unless a person holds office that day at a level of Party group or unit."""
    state, jurisdiction = account.state, account.jurisdiction
    wanted = HELD_AT[level]
    parties = (state.party_group,) if state.unit is None else (state.party_group, state.unit)
    if not any(jurisdiction.holds(person, party, wanted, day) for party in parties):
        raise invalid(
            "answers",
            f"{person}当日不是该层级的任职人员",
            f"{person} held no office of that level on that day",
        )


def link_at(account: Account, step: str | None, level: ResponsibleLevel, *stages: LinkStage) -> int:
    """The number of a step; raises `WrongState` unless a level stands so with it."""
    number = account.state.numbered(step)
    account.stands(account.state.link(number, level), *stages, names=LINK_NAMES)
    return number


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing, or leaves open of which level."""
    of_link = {"answers": command.answers, "text": command.text, "evidence": command.evidence}
    mending.corrects(risk=command.risk, **of_link)
    if (command.level is None) == any(each is not None for each in of_link.values()):
        raise invalid(
            "level",
            "更正落实情况须写明层级和更正内容",
            "to correct what a level told, name it and what is corrected",
        )


def was_taken(account: Account, command: Correct, level: ResponsibleLevel) -> int:
    """The number of the step that a level took; who answers for it held office there that day.

    Raises `WrongState`, `InvalidField`.
    """
    number = link_at(account, command.step, level, "taken")
    if command.answers is not None:
        in_office_at(account, level, command.answers, account.state.taken[f"{number}:{level}"])
    return number

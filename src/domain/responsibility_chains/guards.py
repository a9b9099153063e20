"""What has to be true before an action on a chain; each guard raises the refusal it needs."""

from domain.ids import PartyId
from domain.oversight import group_with
from domain.responsibility_chains import errors
from domain.responsibility_chains.account import Account
from domain.responsibility_chains.state import LINK_NAMES, STAGE_NAMES, LinkStage, Stage
from domain.scheme_parts import ChainStep, ResponsibleLevel


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


def link_at(account: Account, level: ResponsibleLevel, *stages: LinkStage) -> None:
    """Raise `WrongState` unless a level stands so with the step under way."""
    account.stands(account.state.link(level), *stages, names=LINK_NAMES)

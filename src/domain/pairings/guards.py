"""What has to be true before an action on a pairing; each guard raises the refusal it needs."""

from domain import mending
from domain.errors import NotFound
from domain.ids import PartyId, StreamId, family_of
from domain.pairings import errors
from domain.pairings.account import Account
from domain.pairings.commands import Correct
from domain.pairings.state import Activity, Pairing, Stage
from domain.periods import Cadence, CadencePeriod
from domain.streams import StreamState


def pair(account: Account, named: PartyId | None) -> tuple[PartyId, PartyId]:
    """Office and group, one of them acting; raises `NotAPair` (对口联系 is the scheme's)."""
    group = account.acting if named is None else named
    office = account.jurisdiction.party(group).supervising_office
    if office is None or account.acting not in (office, group):
        raise errors.NotAPair(party=account.acting, group=group)
    return office, group


def period(account: Account) -> str:
    """The quarter in which it happened."""
    day = account.context.occurred.date
    return CadencePeriod.containing(Cadence.QUARTER, day).code


def is_this_quarter(
    stream: StreamState[Pairing], account: Account, group: PartyId, code: str
) -> None:
    """Raise `NotAPair` or `AnotherQuarter` where the stream is another pair's or quarter's.

    A cadence opens the stream for one group and one quarter before anything is recorded.
    """
    owed = stream.cadence
    begun = account.state.period
    whose = account.state.group if begun else group if owed is None else owed.owner
    when = begun or (code if owed is None else owed.period)
    if whose != group:
        raise errors.NotAPair(party=account.acting, group=whose)
    if when != code:
        raise errors.AnotherQuarter(occurred=account.context.occurred.date, period=when)


def operation_known(account: Account, stream: StreamId | None) -> None:
    """Raise `NotFound` for an operation in which the acting party takes no part."""
    if stream is None:
        return
    if family_of(stream) != "joint_operation":
        raise NotFound(stream=stream)
    found = account.context.streams[stream]
    if found.version == 0 or account.acting not in found.insiders:
        raise NotFound(stream=stream)


def activity(account: Account, serial: int, *stages: Stage) -> Activity:
    """The activity of that number, in one of the stages; raises `NoSuchActivity`."""
    found = account.state.activities[serial - 1 : serial]
    if not found or found[0].stage not in stages:
        raise errors.NoSuchActivity(activity=serial)
    return found[0]


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing."""
    mending.corrects(title=command.title, form=command.form, text=command.text)

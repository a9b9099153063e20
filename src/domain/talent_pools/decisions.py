"""What follows from each action in a talent pool, or why it is refused.

Basis: 优化“青廉先锋队”管理模式、培养方式、锻炼形式, 分组共学、导师帮带、实践锻炼 of the interview on Wuhu
(DOMAIN.md §5 mechanism 28). By when each step is owed stands in the scheme.
"""

from collections.abc import Iterable
from typing import Any, Final

from domain.context import Context
from domain.model import Draft
from domain.nominating import Nominating
from domain.streams import StreamState
from domain.talent_pools import commands, events, guards
from domain.talent_pools.account import Account
from domain.talent_pools.state import TalentPool

Stream = StreamState[TalentPool]

NOMINATING: Final = Nominating(
    invited=events.Invited,
    waived=events.Waived,
    returned=events.NominationReturned,
    revised=events.NominationRevised,
)


def open_(stream: Stream, command: commands.Open, context: Context) -> Iterable[Draft]:
    """Open a pool; each body is to nominate. Raises `NotForThePool`, `UnknownParty`, `InvalidField`."""
    account = Account(stream, context)
    guards.may_open(account, command)
    account.tell(
        events.Opened(
            **account.plain(),
            organiser=account.acting,
            title=command.title,
            parties=command.parties,
            nominate_by=command.nominate_by,
            places=command.places,
            area=command.area,
            until=command.until,
        )
    )
    NOMINATING.invite(account, command)
    return account


def nominate(stream: Stream, command: commands.Nominate, context: Context) -> Iterable[Draft]:
    """Nominate a person of one's own. Raises `NotOneOfYours`, `InThePoolAlready`."""
    account = Account(stream, context)
    guards.open_to(account, *account.state.parties)
    guards.one_of(account, command.person, account.acting)
    guards.new_to_it(account, command.person)
    account.tell(
        events.Nominated(
            **account.frame(),
            member=len(account.state.members) + 1,
            party=account.acting,
            person=command.person,
            merits=command.merits,
        )
    )
    return account


def waive(stream: Stream, command: commands.Waive, context: Context) -> Iterable[Draft]:
    """Nominate nobody. Raises `WrongState` for a body that nominated, or waived."""
    account = Account(stream, context)
    guards.open_to(account, *account.state.parties)
    NOMINATING.waive(account, command.reason)
    return account


def return_nomination(
    stream: Stream, command: commands.ReturnNomination, context: Context
) -> Iterable[Draft]:
    """Send a nomination back; a better one is owed."""
    account = Account(stream, context)
    guards.open_to_keeper(account)
    guards.member(account, command.member, "nominated")
    NOMINATING.return_nomination(account, command.member, command.reason)
    return account


def revise(stream: Stream, command: commands.Revise, context: Context) -> Iterable[Draft]:
    """Say the merits anew, by the body whose nomination it is."""
    account = Account(stream, context)
    found = guards.member(account, command.member, "returned")
    guards.open_to(account, found.party)
    NOMINATING.revise(account, command.member, command.merits)
    return account


def admit(stream: Stream, command: commands.Admit, context: Context) -> Iterable[Draft]:
    """入库. Raises `PoolIsFull`, `NotOneOfYours` for somebody who left the body since."""
    account = Account(stream, context)
    guards.open_to_keeper(account)
    found = guards.member(account, command.member, "nominated")
    guards.one_of(account, found.person, found.party)
    guards.has_place(account)
    account.tell(events.Admitted(**account.about(command.member), person=found.person))
    return account


def decline(stream: Stream, command: commands.Decline, context: Context) -> Iterable[Draft]:
    """Do not take the person."""
    account = Account(stream, context)
    guards.open_to_keeper(account)
    guards.member(account, command.member, "nominated")
    account.tell(events.Declined(**account.about(command.member), reason=command.reason))
    return account


def form_group(stream: Stream, command: commands.FormGroup, context: Context) -> Iterable[Draft]:
    """Form a study group with a mentor. Raises `NotOneOfYours`, `InThePoolAlready`, `InvalidField`."""
    account = Account(stream, context)
    guards.open_to_keeper(account)
    account.jurisdiction.party(command.leader)
    guards.one_of(account, command.mentor, command.leader)
    guards.may_study(account, command.members, command.mentor)
    account.tell(
        events.GroupFormed(
            **account.frame(),
            group=len(account.state.groups) + 1,
            leader=command.leader,
            title=command.title,
            mentor=command.mentor,
            members=command.members,
        )
    )
    account.awaits_study(len(account.state.groups))
    return account


def change_mentor(
    stream: Stream, command: commands.ChangeMentor, context: Context
) -> Iterable[Draft]:
    """Another person of the leading body is the mentor."""
    account = Account(stream, context)
    found = guards.group(account, command.group)
    guards.open_to(account, account.state.organiser, found.leader)
    guards.one_of(account, command.mentor, found.leader)
    guards.may_mentor(account, command.mentor, found.members)
    account.tell(
        events.MentorChanged(
            **account.of_group(command.group), mentor=command.mentor, reason=command.reason
        )
    )
    return account


def hold_session(
    stream: Stream, command: commands.HoldSession, context: Context
) -> Iterable[Draft]:
    """分组共学, told by the leading body. Raises `InvalidField` for who is not of the group."""
    account = Account(stream, context)
    found = guards.group(account, command.group)
    guards.open_to(account, found.leader)
    guards.of_the_group(found, command.came)
    account.tell(
        events.SessionHeld(
            **account.of_group(command.group),
            session=len(account.state.sessions) + 1,
            topic=command.topic,
            came=command.came,
            text=command.text,
        )
    )
    account.awaits_study(command.group)
    return account


def disband_group(
    stream: Stream, command: commands.DisbandGroup, context: Context
) -> Iterable[Draft]:
    """The group studies no longer: nothing more is owed."""
    account = Account(stream, context)
    guards.open_to_keeper(account)
    guards.group(account, command.group)
    account.tell(events.GroupDisbanded(**account.of_group(command.group), reason=command.reason))
    return account


def draw(stream: Stream, command: commands.Draw, context: Context) -> Iterable[Draft]:
    """Draw a member for a secondment of theirs. Raises `NotTheirSecondment`."""
    account = Account(stream, context)
    guards.open_to_keeper(account)
    found = guards.member(account, command.member, "admitted")
    practice = guards.practises(account, found, command.secondment)
    account.tell(
        events.Drawn(
            **account.about(command.member),
            person=found.person,
            secondment=command.secondment,
            host=practice.host,
        )
    )
    return account


def release(stream: Stream, command: commands.Release, context: Context) -> Iterable[Draft]:
    """出库, by the keeper or the person's own body; they study in no group any more."""
    account = Account(stream, context)
    found = guards.member(account, command.member, "admitted")
    guards.open_to(account, account.state.organiser, found.party)
    account.tell(
        events.Released(**account.about(command.member), person=found.person, reason=command.reason)
    )
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12): the title by the keeper, a session by who told of it."""
    account = Account(stream, context)
    guards.corrects(command)
    why: dict[str, Any] = {"reason": command.reason, "approved_by": command.approved_by}
    if command.title is not None:
        guards.open_to_keeper(account)
        account.tell(events.Corrected(**account.frame(), **why, title=command.title))
    if command.session is not None:
        held = guards.session(account, command.session).group
        of = account.state.groups[held - 1]
        guards.open_to(account, of.leader)
        guards.of_the_group(of, command.came or ())
        account.tell(
            events.SessionCorrected(
                **account.of_group(held),
                **why,
                session=command.session,
                topic=command.topic,
                came=command.came,
            )
        )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: a session by who told of it, the next is owed as if it were not; or the whole pool."""
    account = Account(stream, context)
    why: dict[str, Any] = {"reason": command.reason, "approved_by": command.approved_by}
    if command.session is None:
        guards.open_to_keeper(account)
        account.tell(events.Annulled(**account.frame(), **why))
        return account
    held = guards.session(account, command.session).group
    group, studied = account.state.groups[held - 1], account.state.studied(held)
    guards.open_to(account, group.leader)
    account.tell(events.SessionAnnulled(**account.of_group(held), **why, session=command.session))
    if group.standing and account.state.studied(held) != studied:
        account.awaits_study(held)
    return account

"""What follows from each action on a guidance link, or why it is refused.

Basis: the mechanism of guidance contact between offices and groups (完善指导联系机制; DOMAIN.md §5 mechanism
1), and office–group pairs (对口联系室, mechanism 15). How often they are in contact stands in the scheme.
"""

from collections.abc import Iterable

from domain.context import Context
from domain.guidance_links import commands, events, guards
from domain.guidance_links.account import Account
from domain.guidance_links.state import GuidanceLink
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[GuidanceLink]


def link(stream: Stream, command: commands.Link, context: Context) -> Iterable[Draft]:
    """Link an office with a group under a leader; contact is owed from now on.

    Raises `NotOfTheLink`, `UnknownParty`, `InvalidField`.
    """
    account = Account(stream, context)
    guards.links(account, command)
    account.tell(
        events.Linked(
            **account.plain(),
            office=command.office,
            group=command.group,
            linked_by=account.acting,
            leader=command.leader,
            begins=command.begins,
            document=command.document,
        )
    )
    return account


def name_leader(stream: Stream, command: commands.NameLeader, context: Context) -> Iterable[Draft]:
    """Put another leader in charge."""
    account = Account(stream, context)
    guards.by_maker(account, "linked")
    guards.leads(account, command.leader)
    account.tell(
        events.LeaderNamed(**account.frame(), leader=command.leader, document=command.document)
    )
    return account


def contact(stream: Stream, command: commands.Contact, context: Context) -> Iterable[Draft]:
    """Enter a contact into the log, by either of the two; the next one is owed from then on."""
    account = Account(stream, context)
    guards.by_office_or_group(account)
    account.tell(
        events.Contacted(
            **account.frame(),
            contact=len(account.state.contacts) + 1,
            by=account.acting,
            manner=command.manner,
            topics=command.topics,
            text=command.text,
        )
    )
    return account


def send_back(stream: Stream, command: commands.SendBack, context: Context) -> Iterable[Draft]:
    """Send a contact back to the side that recorded it. Raises `OtherSideConfirms`, `WrongState`."""
    account = Account(stream, context)
    found = guards.contact_of_the_other(account, command.contact)
    account.tell(
        events.ContactSentBack(
            **account.frame(),
            contact=command.contact,
            by=account.acting,
            to=found.by,
            reason=command.reason,
        )
    )
    return account


def end(stream: Stream, command: commands.End, context: Context) -> Iterable[Draft]:
    """End the link; no further contact is owed."""
    account = Account(stream, context)
    guards.by_maker(account, "linked")
    guards.ends_after(account, command.last_day)
    account.tell(events.Ended(**account.frame(), last_day=command.last_day, reason=command.reason))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: what a contact was recorded as wrongly, by who recorded it (DOMAIN.md §1.12)."""
    account = Account(stream, context)
    guards.own_contact(account, command.contact)
    guards.corrects(command)
    account.tell(
        events.Corrected(
            **account.frame(),
            contact=command.contact,
            reason=command.reason,
            approved_by=command.approved_by,
            topics=command.topics,
            text=command.text,
        )
    )
    return account


def annul_contact(
    stream: Stream, command: commands.AnnulContact, context: Context
) -> Iterable[Draft]:
    """作废 of one contact: it counts no more, and stays visible."""
    account = Account(stream, context)
    guards.own_contact(account, command.contact)
    account.tell(
        events.ContactAnnulled(
            **account.frame(),
            contact=command.contact,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: what is owed is withdrawn, none of its contacts counts."""
    account = Account(stream, context)
    guards.by_maker(account, "linked", "ended")
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account

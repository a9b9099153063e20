"""What somebody left in a party without a list: noted by the clock, owed until a list of it is signed.

Basis: hand-over of a leaver's work with a list both sign (DOMAIN.md §5, first-hour needs). By when the
list is due stands in the scheme; an appointment ends on its day whatever is left.
"""

from collections.abc import Iterable

from domain.account import invalid
from domain.context import Context
from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId, derived_id, stream_id
from domain.model import Draft
from domain.streams import StreamState
from domain.work_hand_overs import commands, events, matters
from domain.work_hand_overs.account import Account
from domain.work_hand_overs.state import WorkHandOver

Stream = StreamState[WorkHandOver]


def stream_of(jurisdiction: JurisdictionCode, office: PartyId, leaver: PersonId) -> StreamId:
    """Where it is noted what a person left in a party."""
    return stream_id("work_hand_over", derived_id(jurisdiction, "left", office, leaver))


def note_work_left(
    stream: Stream, command: commands.NoteWorkLeft, context: Context
) -> Iterable[Draft]:
    """Note which of the matters are in the hands of somebody who holds no office there any more.

    Nothing happens where none is, where they are back, or where it is noted already.
    """
    account, office, leaver = Account(stream, context), command.office, command.leaver
    if stream.stream != stream_of(context.request.jurisdiction, office, leaver):
        raise invalid("leaver", "与目标不符", "the target is another's")
    context.jurisdiction.party(office)
    left = _in_hand(account, office, leaver, command.matters)
    if account.state.stage == "left" or not left:
        return account
    account.tell(events.WorkLeft(**account.plain(), office=office, leaver=leaver))
    for matter in left:
        told = events.MatterLeft(**account.plain(), office=office, leaver=leaver, matter=matter)
        account.about_matter(told, matter)
    return account


def note_settled(
    stream: Stream, _: commands.NoteLeftWorkSettled, context: Context
) -> Iterable[Draft]:
    """Note that nothing of it is left: a matter ended, was given to others, or they are back in office."""
    account, state = Account(stream, context), stream.state
    if state.stage == "left" and not _in_hand(account, state.office, state.leaver, state.left):
        account.tell(
            events.LeftWorkSettled(**account.plain(), office=state.office, leaver=state.leaver)
        )
    return account


def taken_over(account: Account) -> Iterable[Draft]:
    """What the signature of who takes over ends, where something was left before there was a list."""
    context, state = account.context, account.state
    where = stream_of(context.request.jurisdiction, state.office, state.leaver)
    noted = Account(context.streams[where], context)
    if noted.state.stage == "left":
        noted.tell(
            events.LeftWorkTakenOver(
                **noted.plain(), office=state.office, leaver=state.leaver, signed=account.stream
            )
        )
    return noted


def _in_hand(
    account: Account, office: PartyId, leaver: PersonId, found: tuple[StreamId, ...]
) -> tuple[StreamId, ...]:
    """Which of the matters are in the hands of somebody out of office."""
    context = account.context
    if context.jurisdiction.holds(leaver, office, (), context.today):
        return ()
    context.streams.require(found)
    return tuple(each for each in found if matters.parts(context, each, office, leaver))

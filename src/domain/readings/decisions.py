"""What follows when something is read on record.

Basis: the scope and the time of knowledge are limited and known (R 299); who looked at evidence is part of
its chain of custody (R 153, 160).
"""

from collections.abc import Iterable

from domain.context import Context
from domain.ids import CaseTag, StreamId, derived_id, family_of, stream_id
from domain.model import Draft
from domain.readings import guards
from domain.readings.account import Account
from domain.readings.commands import OpenAttachment, OpenLeads
from domain.readings.events import AttachmentOpened, LeadOpened
from domain.readings.state import Reading
from domain.streams import StreamState

Stream = StreamState[Reading]


def open_attachment(stream: Stream, command: OpenAttachment, context: Context) -> Iterable[Draft]:
    """Put on record that the actor reads an attachment. Raises `NoSuchAttachment`, `WrongState`."""
    matter = context.streams[command.matter]
    it = guards.open_to_actor(matter, command, context)
    account = Account(stream, matter.content(it.scope), context)
    account.tell(
        AttachmentOpened(
            **account.plain(),
            matter=command.matter,
            attachment=command.attachment,
            digest=it.digest,
            by=account.acting,
        ),
        case=_case(command.matter, it.case, context),
    )
    return account


def open_leads(stream: Stream, command: OpenLeads, context: Context) -> Iterable[Draft]:  # noqa: ARG001
    """Put on record that the actor was shown leads, as they stood; once a day, unless one has changed since.

    Who may be shown a lead was decided where it was shown: what was seen cannot be refused afterwards.
    Raises `NotFound`.
    """
    shown = {each.lead: each.version for each in command.leads}
    context.streams.require((*shown, *map(readings_of, shown)))
    for lead, version in shown.items():
        matter = guards.a_lead(lead, context)
        account = Account(context.streams[readings_of(lead)], matter.content("lead"), context)
        if not account.state.knows(context.actor, account.acting, context.today, version):
            event = LeadOpened(
                **account.plain(),
                matter=lead,
                version=version,
                read_by=context.actor,
                by=account.acting,
            )
            account.tell(event, case=CaseTag(lead))
        yield from account


def readings_of(lead: StreamId) -> StreamId:
    """The stream of all readings of a lead."""
    return stream_id("reading", derived_id("readings", lead))


def _case(matter: StreamId, case: StreamId | None, context: Context) -> CaseTag | None:
    """Whoever keeps out of the case is not told who read what of it."""
    if context.catalogue.family[family_of(matter)].is_case:
        return CaseTag(matter)
    return None if case is None else CaseTag(case)

"""Adopting a scheme, and what follows from it for the parties."""

from collections.abc import Iterable

from domain.calendar import Calendar
from domain.context import Context
from domain.errors import InvalidField
from domain.ids import StreamId, party_stream
from domain.model import Concerns, Draft
from domain.parties.events import Changed, Ended, Registered
from domain.scheme import Party, Scheme
from domain.schemes.commands import Adopt
from domain.schemes.events import Adopted
from domain.schemes.state import SchemeState
from domain.streams import StreamState


def adopt(stream: StreamState[SchemeState], command: Adopt, context: Context) -> Iterable[Draft]:
    """Adopt a scheme with its calendar; parties are registered, changed and ended with it.

    Raises `SchemeError` or `InvalidCalendar` with every fault of the texts.
    """
    context.require_administrator()
    scheme = Scheme.parse(command.text, context.catalogue)
    Calendar.parse(command.calendar)
    if context.jurisdiction.founding_party not in scheme.parties:
        raise InvalidField(
            field="text",
            reason_zh=f"方案中没有创建单位{context.jurisdiction.founding_party}",
            reason_en=f"the scheme lacks the founding party {context.jurisdiction.founding_party}",
        )
    if command.document_date > context.today:
        raise InvalidField(
            field="document_date", reason_zh="晚于今天", reason_en="it lies in the future"
        )
    concerns = Concerns(parties=tuple(scheme.parties), visibility="organisation")
    adopted = Adopted(
        occurred=context.occurred,
        concerns=concerns,
        version=context.jurisdiction.scheme_version + 1,
        scheme=scheme.id,
        title_zh=scheme.title.zh,
        title_en=scheme.title.en,
        text=command.text,
        calendar=command.calendar,
        document=command.document,
        document_date=command.document_date,
        attachment=command.attachment,
    )
    return (Draft(stream.stream, adopted), *_parties(scheme, context))


def _parties(scheme: Scheme, context: Context) -> tuple[Draft, ...]:
    """What changes for parties: the new, the changed, and those the scheme had and has no more."""
    jurisdiction = context.jurisdiction
    drafts = []
    for code, party in scheme.parties.items():
        known = jurisdiction.parties.get(code)
        if known != party:
            drafts.append(_stated(party, known is None, context))
    before = {} if jurisdiction.scheme is None else jurisdiction.scheme.parties
    for code, party in before.items():
        if code not in scheme.parties and code in jurisdiction.parties:
            concerns = _circle(party, context)
            drafts.append(
                Draft(
                    _stream_of(party, context),
                    Ended(
                        occurred=context.occurred,
                        concerns=concerns,
                        code=code,
                        name_zh=party.zh,
                        name_en=party.en,
                    ),
                )
            )
    return tuple(drafts)


def _stated(party: Party, is_new: bool, context: Context) -> Draft:
    event = Registered if is_new else Changed
    return Draft(
        _stream_of(party, context),
        event(
            occurred=context.occurred,
            concerns=_circle(party, context),
            party=party,
            name_zh=party.zh,
            name_en=party.en,
        ),
    )


def _circle(party: Party, context: Context) -> Concerns:
    founding = context.jurisdiction.founding_party or context.request.party
    return Concerns(parties=tuple(dict.fromkeys((founding, party.code))), visibility="organisation")


def _stream_of(party: Party, context: Context) -> StreamId:
    """The stream in which the party was registered, else the one its code gives."""
    known = context.jurisdiction.party_streams.get(party.code)
    return known or party_stream(context.request.jurisdiction, party.code)

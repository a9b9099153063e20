"""Adopting a scheme, and what follows from it for the parties."""

from collections.abc import Iterable, Iterator

from domain.account import invalid
from domain.calendar import Calendar
from domain.context import Context
from domain.ids import StreamId, party_stream
from domain.model import Draft
from domain.parties import account as parties
from domain.parties.events import Changed, Ended, Registered
from domain.scheme import Party, Scheme
from domain.schemes.account import Account
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
        raise invalid(
            "text",
            f"方案中没有创建单位{context.jurisdiction.founding_party}",
            f"the scheme lacks the founding party {context.jurisdiction.founding_party}",
        )
    if command.document_date > context.today:
        raise invalid("document_date", "晚于今天", "it lies in the future")
    account = Account(stream, context, adopted=scheme)
    account.tell(
        Adopted(
            **account.plain(),
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
    )
    return (*account, *_parties(scheme, context))


def _parties(scheme: Scheme, context: Context) -> Iterator[Draft]:
    """What changes for parties: the new, the changed, and those the scheme had and has no more."""
    known = context.jurisdiction.parties
    before = {} if context.jurisdiction.scheme is None else context.jurisdiction.scheme.parties
    stated = [party for code, party in scheme.parties.items() if known.get(code) != party]
    left = [party for code, party in before.items() if code not in scheme.parties and code in known]
    context.streams.require(_stream_of(party, context) for party in (*stated, *left))
    for party in stated:
        event = Changed if party.code in known else Registered
        account = _account_of(party, context)
        account.tell(event(**account.plain(), party=party, name_zh=party.zh, name_en=party.en))
        yield from account
    for party in left:
        account = _account_of(party, context)
        account.tell(Ended(**account.frame(party)))
        yield from account


def _account_of(party: Party, context: Context) -> parties.Account:
    return parties.Account(context.streams[_stream_of(party, context)], context)


def _stream_of(party: Party, context: Context) -> StreamId:
    """The stream in which the party was registered, else the one its code gives."""
    known = context.jurisdiction.party_streams.get(party.code)
    return known or party_stream(context.request.jurisdiction, party.code)

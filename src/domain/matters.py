"""What other work serves – a lead, a case, a campaign – and who has to keep out of that.

Joint operations, inspection links and pooled people all ask it: nobody shares a matter that they do not read
(R 299), whoever is recused from it or named in it takes no part (SL 67, R 295).
"""

from collections.abc import Iterator
from typing import Final

from domain.cases import guards as cases
from domain.cases.state import Case
from domain.checks import reads_content
from domain.context import Context
from domain.errors import NotFound, Refusal, Status
from domain.handlers import is_any
from domain.ids import PartyId, PersonId, StreamId, family_of
from domain.leads import guards as leads
from domain.leads.state import Lead
from domain.streams import StreamState

SERVED: Final = ("lead", "case", "campaign")
"""The families whose streams other work may serve."""


def readable(matter: StreamId, context: Context) -> None:
    """Raise `NotFound` unless the actor may read the matter's content: nobody shares more than they have."""
    if family_of(matter) not in SERVED:
        raise NotFound(stream=matter)
    stream = context.streams[matter]
    if stream.version == 0 or not reads_content(context, stream):
        raise NotFound(stream=matter)


def clean(person: PersonId, matters: tuple[StreamId, ...], context: Context) -> None:
    """Raise `KeepsOutOfTheMatter` for a person recused from a matter, or named in it (SL 67, R 295)."""
    if is_any(person, kept_out(matters, context), context):
        raise KeepsOutOfTheMatter(person=person)


def kept_out(matters: tuple[StreamId, ...], context: Context) -> tuple[PersonId, ...]:
    """Who is recused from a matter, asked to be, or named in it."""
    recused = (_recused(stream, context) for stream in _streams(matters, context))
    return tuple(person for persons in recused for person in persons) + named(matters, context)


def named(matters: tuple[StreamId, ...], context: Context) -> tuple[PersonId, ...]:
    """Who is named in one of the matters, and must not learn of it at all (R 299)."""
    found = (_named(stream, context) for stream in _streams(matters, context))
    return tuple(person for persons in found for person in persons)


def handles(person: PersonId, matters: tuple[StreamId, ...], context: Context) -> bool:
    """Whether a person handles or ever handled one of the matters, under whatever pseudonym (R 222)."""
    return any(
        is_any(person, _handlers(stream, context), context) for stream in _streams(matters, context)
    )


def handling_parties(matters: tuple[StreamId, ...], context: Context) -> frozenset[PartyId]:
    """The parties in whose hands the matters are."""
    found = (getattr(s.state, "handling_party", None) for s in _streams(matters, context))
    return frozenset(party for party in found if party is not None)


def handling_party(matter: StreamId, context: Context) -> PartyId | None:
    """The party whose people handle a matter now; None where nobody does."""
    found: PartyId | None = getattr(context.streams[matter].state, "handling_party", None)
    return found


def cases_of(matters: tuple[StreamId, ...], context: Context) -> Iterator[Case]:
    """Those of the matters that are cases."""
    return (each.state for each in _streams(matters, context) if isinstance(each.state, Case))


def _streams(matters: tuple[StreamId, ...], context: Context) -> Iterator[StreamState[object]]:
    context.streams.require(matters)
    return (context.streams[matter] for matter in matters)


def _recused(stream: StreamState[object], context: Context) -> tuple[PersonId, ...]:
    match stream.state:
        case Lead() as lead:
            return leads.recused(lead, context)
        case Case() as case:
            return cases.recused(case, context)
        case _:
            return ()


def _named(stream: StreamState[object], context: Context) -> tuple[PersonId, ...]:
    match stream.state:
        case Lead() as lead:
            return leads.named(lead, context)
        case Case() as case:
            return cases.named(case, context)
        case _:
            return ()


def _handlers(stream: StreamState[object], context: Context) -> tuple[PersonId, ...]:
    match stream.state:
        case Lead() as lead:
            groups = () if lead.disposal is None else lead.disposal.group
            keeper = () if lead.keeper is None else (lead.keeper,)
            return (*lead.handlers, *groups, *keeper)
        case Case() as case:
            return cases.investigators(case, context)
        case _:
            return ()


class KeepsOutOfTheMatter(Refusal):
    """The person is recused from, named in, or handles a matter that the work serves."""

    code = "keeps_out_of_the_matter"
    status = Status.FORBIDDEN
    zh = "{person}须回避所涉事项,或系其承办人,不能参加。"
    en = "{person} keeps out of the matter, or handles it, and cannot take part."
    next_zh = "请改由其他人员参加。"
    next_en = "Have somebody else take part."


REFUSALS: Final = (KeepsOutOfTheMatter,)

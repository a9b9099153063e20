"""What a talk does in the dossier of the unit: whom it was with is one of the key few named there.

Each of them is to be talked to, one by one (DOMAIN.md §5 mechanism 27). What is owed stands in the dossier,
by the number of the fact: it names nobody, and whoever does not read the dossier does not see it.
"""

from collections.abc import Iterable, Iterator

from domain.context import Context
from domain.dossiers import events as dossiers
from domain.dossiers.account import Account as Dossier
from domain.ids import StreamId, family_of
from domain.model import Draft
from domain.talks.state import Talk


def talked_to(talk: Talk, stream: StreamId, context: Context) -> Iterable[Draft]:
    """The person was talked to: the time counts anew."""
    for dossier, fact in _named(talk, context):
        dossier.tell(dossiers.TalkedTo(**dossier.frame(), fact=fact, talk=stream))
        dossier.awaits_talk(fact)
        yield from dossier


def not_talked_to(talk: Talk, stream: StreamId, context: Context) -> Iterable[Draft]:
    """The talk does not count: the time counts from the one before it, or from when the person was named."""
    for dossier, fact in _named(talk, context):
        known = dossier.state.facts[fact - 1]
        if all(each.stream != stream for each in known.talks):
            continue
        dossier.tell(dossiers.TalkAnnulled(**dossier.frame(), fact=fact, talk=stream))
        if dossier.state.facts[fact - 1].awaits != known.awaits:
            dossier.awaits_talk(fact)
        yield from dossier


def _named(talk: Talk, context: Context) -> Iterator[tuple[Dossier, int]]:
    """The dossiers of the unit that are open, and the facts in them that are of the person."""
    person = talk.person
    if person is None or person.pseudonym is None:
        return
    carriers = context.matches[person.pseudonym]
    streams = tuple(each for each in carriers if family_of(each) == "dossier")
    context.streams.require(streams)
    for stream in streams:
        dossier = Dossier(context.streams[stream], context)
        if dossier.state.stage == "open" and dossier.state.unit == talk.unit:
            for number, fact in enumerate(dossier.state.facts, 1):
                if fact.names(person):
                    yield Dossier(context.streams[stream], context), number

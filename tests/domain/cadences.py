"""The small city under a cadence of its own: what opens a stream before anybody acts in it."""

from dataclasses import replace

from domain.ids import PartyId, StreamId
from domain.obligations.periodic import openings
from domain.scheme import Scheme
from tests.domain.small import FOLDER, SCHEMES
from tests.domain.world import World


def under(world: World, mechanism: str, cadence: str) -> None:
    """Adopt a cadence beside a mechanism as shipped, and let it open what it opens."""
    files = (FOLDER / "small.toml", SCHEMES / "mechanisms" / f"{mechanism}.toml")
    text = "\n".join((*(file.read_text("utf-8") for file in files), cadence))
    scheme = Scheme.parse(text, world.catalogue)
    world.jurisdiction = replace(world.jurisdiction, scheme=scheme)
    world.settle()


def opened_for(world: World, party: PartyId, family: str) -> StreamId:
    """The stream that a cadence opened for a party."""
    opened = openings(world.jurisdiction, after=None, until=world.today)
    return next(o.stream for o in opened if o.party == party and o.rule.opens == family)

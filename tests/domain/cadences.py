"""The small city under a cadence of its own: what opens a stream before anybody acts in it."""

import datetime
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


def shares(world: World) -> dict[PartyId | None, tuple[PartyId, PartyId, datetime.date]]:
    """For whom something that counts wherever it happens is still owed: by whom, to whom, by when."""
    streams = (each for each in world.streams.values() if each.stream.startswith("obligation/"))
    owed = [each for stream in streams for each in stream.obligations.values()]
    return {each.arisen.share_of: (each.owner, each.owed_to, each.due) for each in owed}

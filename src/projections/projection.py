"""What a family of actions shows: the same things for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from domain.model import Event
from projections.model import Handler, ReadModel
from projections.queries.coverage import Coverage
from projections.queries.figures import Figure, Reported
from projections.queries.listing import Listing


@dataclass(frozen=True, kw_only=True)
class Projection:
    """A family's register, what of it waits for whom and goes between parties, and its lists.

    The first of ``lists`` has the path of the family; ``status`` is what a reader gets of one matter
    who may know its status only; ``coverages`` say of what there was how much in a period, or none;
    ``figures`` are counted about one matter; ``reported`` says which of them the matter itself told.
    """

    model: ReadModel
    lists: tuple[Listing, ...]
    inbox: Mapping[type[Event], Handler] = field(default_factory=dict)
    flows: Mapping[type[Event], Handler] = field(default_factory=dict)
    status: Listing | None = None
    coverages: tuple[Coverage, ...] = ()
    figures: Sequence[Figure] = ()
    reported: Reported | None = None

"""What happened to a duty matrix."""

import datetime
from dataclasses import dataclass

from domain.duty_matrices.commands import Achievement, Amount, Year
from domain.ids import PartyId, PersonId
from domain.model import Event, Fen, Personal, Text
from domain.responsibility import Responsibility
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixEvent(Event):
    """Base of them all: who keeps the matrix."""

    opener: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(MatrixEvent):
    """A matrix was begun."""

    year: Year
    title: Text
    results_due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAdded(MatrixEvent):
    """A livelihood item."""

    item: Serial
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyAdded(MatrixEvent):
    """A duty of an item; ``duty`` counts through the whole matrix."""

    item: Serial
    duty: Serial
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRemoved(MatrixEvent):
    """An item is not pursued."""

    item: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareEvent(MatrixEvent):
    """Base of what happens to a share: a unit's in a duty, or a group's in an item (no ``duty``)."""

    share: Serial
    item: Serial
    duty: Serial | None = None
    responsibility: Responsibility


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareAsked(ShareEvent):
    """A party is to take up a share."""

    to: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareClaimed(ShareEvent):
    """A unit claimed a duty."""

    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareConfirmed(ShareEvent):
    """A party took its share up; its result is due by a day."""

    by: PartyId
    results_due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareDisputed(ShareEvent):
    """A party said that a share is not its own."""

    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareUpheld(ShareEvent):
    """A disputed or claimed share belongs to the party: it is to take it up."""

    to: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareWithdrawn(ShareEvent):
    """A share does not belong to the party."""

    to: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultEvent(ShareEvent):
    """Base of what happens to a result: of which share, and whose share it is."""

    result: Serial
    owner: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRecorded(ResultEvent):
    """What came of a share."""

    achievement: Achievement
    amount: Amount
    recovered: Fen
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultJoined(ResultEvent):
    """A supervising group worked on a unit's result too: it counts for both, and once together."""

    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultReturned(ResultEvent):
    """A result went back."""

    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRevised(ResultEvent):
    """A result is otherwise."""

    reason: Text
    approved_by: PersonId
    amount: Amount
    recovered: Fen
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(MatrixEvent):
    """An item or a duty is called otherwise; the matrix where neither is named."""

    reason: Text
    approved_by: PersonId
    title: Text
    item: Serial | None = None
    duty: Serial | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(MatrixEvent):
    """All is clear, and each share has its results."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(MatrixEvent):
    """The matrix does not count."""

    reason: Text
    approved_by: PersonId

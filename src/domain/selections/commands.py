"""What parties do in a selection: open it, nominate, review, choose, object, publish."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Le, MaxLen, MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Personal, Text
from domain.serials import Serial

Kind = Literal["recommendation", "project", "handler"]
"""优秀纪检监察建议书 · 优秀监督项目 · 优秀办案能手."""

Serials = Annotated[tuple[Serial, ...], MinLen(1), MaxLen(200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """Open a selection for one kind: who may nominate until when, and how many are chosen."""

    kind: Kind
    title: Text
    parties: Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(100)]
    nominate_by: datetime.date
    places: Annotated[int, Ge(1), Le(200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominate(Command):
    """Nominate what is really there: a recommendation, a project, or a person of one's own."""

    subject: StreamId
    merits: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Waive(Command):
    """Say that there is nothing, or nobody, to propose, and why."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnNomination(Command):
    """Send a nomination back to be made better."""

    nomination: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Revise(Command):
    """Say the merits anew, after the nomination came back."""

    nomination: Serial
    merits: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Command):
    """Say whether a nomination is put forward."""

    nomination: Serial
    put_forward: bool
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose(Command):
    """Choose among those put forward; until a day one may object (公示)."""

    nominations: Serials
    object_by: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Object(Command):
    """Object to one that was chosen."""

    nomination: Serial
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerObjection(Command):
    """Answer an objection; where it is upheld, the nomination is not chosen any more."""

    objection: Serial
    upheld: bool
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish(Command):
    """Publish who was chosen, after the window for objections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: the title, with reason and approver; the original stays visible."""

    reason: Text
    approved_by: PersonId
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: it was opened by mistake; nothing is owed because of it."""

    reason: Text
    approved_by: PersonId

"""三级把关: the handler answers first, the head reviews, the group meeting deliberates: the commands."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen

from domain.cases.values import Absences, Matter, View, Views
from domain.model import Command, Personal, Text
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSignOff(Command):
    """承办人负首责: a handler answers for facts, evidence and characterisation on a sheet."""

    matters: Annotated[tuple[Matter, ...], MinLen(1), MaxLen(3)]
    statement: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSignOff(Command):
    """组长审核把关: the head of the group agrees or sends the sheet back."""

    sheet: Serial
    opinion: Literal["agree", "return"]
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldGroupMeeting(Command):
    """组务会集体研究: every member present says what they hold; absences have a reason."""

    sheet: Serial
    views: Views
    absent: Absences = ()
    conclusion: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectView(Command):
    """A member puts right what the record of the meeting says of the view that they gave, and says why.

    Until the sheet opened the way for something; after that the case itself is corrected.
    """

    sheet: Serial
    view: View
    text: Personal | None = None
    reason: Text

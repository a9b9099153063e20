"""What each quarter of a campaign has: the report owed for it, and the state of each unit with a decision."""

from dataclasses import dataclass

from domain.campaigns.events import CampaignEvent
from domain.campaigns.values import UnitState
from domain.ids import PartyId
from domain.model import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAsked(CampaignEvent):
    """A quarter is to be reported (``2026-Q1``): the first is that in which the list was fixed."""

    to: PartyId
    period: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitReported(CampaignEvent):
    """How far a unit carries the decision out (落实状况), as counted for the report of a quarter."""

    to: PartyId
    period: Text
    unit: PartyId
    state: UnitState

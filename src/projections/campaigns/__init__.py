"""Campaigns (专项监督/整治): register, inbox, flows, lists and figures."""

from typing import Final

from projections.campaigns import figures, flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.CAMPAIGNS,
        lists.CAMPAIGN_STATUS,
        lists.CAMPAIGN_OBJECTS,
        lists.CAMPAIGN_FINDINGS,
        lists.CAMPAIGN_CORRECTIONS,
        lists.CAMPAIGN_DUTIES,
        lists.CAMPAIGN_SHARES,
        lists.CAMPAIGN_MEASURES,
        lists.CAMPAIGN_SYSTEMS,
        lists.CAMPAIGN_REPORTS,
        lists.CAMPAIGN_UNIT_STATES,
    ),
    status=lists.CAMPAIGN_STATUS,
    figures=figures.FIGURES,
)

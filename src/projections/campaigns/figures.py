"""What a campaign came to, counted from its lists.

``leads`` are counted from the findings. ``known_leads``, ``cases``, ``sanctioned`` and ``case_recovered`` are
counted among the leads and cases that the reader may read: what became of another's is not told by a number
(R 299).
"""

from collections.abc import Mapping
from typing import Any, Final

from projections.campaigns.lists import (
    CAMPAIGN_CORRECTIONS,
    CAMPAIGN_FINDINGS,
    CAMPAIGN_MEASURES,
    CAMPAIGN_OBJECTS,
    CAMPAIGN_SYSTEMS,
)
from projections.cases.lists import CASE_PERSONS, CASE_RECOVERIES
from projections.leads.lists import LEADS
from projections.queries.figures import MATTER, Aggregate, Figure
from projections.queries.listing import Listing
from projections.urgings.lists import URGINGS

_LED_TO: Final = (LEADS, CASE_PERSONS, CASE_RECOVERIES)
"""Lists of other families, asked by the campaign that led there."""


def _figure(
    name: str,
    zh: str,
    en: str,
    listing: Listing,
    *,
    aggregate: Aggregate = "count",
    column: str = "stream",
    **filters: Any,
) -> Figure:
    """A figure about one campaign."""
    about: Mapping[str, Any] = {"campaign" if listing in _LED_TO else "matter": MATTER}
    return Figure(
        name=name,
        zh=zh,
        en=en,
        listing=listing,
        filters={**about, **filters},
        aggregate=aggregate,
        column=column,
    )


_OBJECTS, _FINDINGS = CAMPAIGN_OBJECTS, CAMPAIGN_FINDINGS
_MEASURES = CAMPAIGN_MEASURES

FIGURES: Final = (
    _figure("objects", "清单事项", "objects", _OBJECTS, counted=True),
    _figure("screened", "已筛查", "screened", _OBJECTS, state="screened"),
    _figure("unscreened", "未筛查", "not screened", _OBJECTS, open=True),
    _figure(
        "amount",
        "已筛查金额(分)",
        "amount screened, in fen",
        _OBJECTS,
        aggregate="sum",
        column="amount",
        state="screened",
    ),
    _figure("findings", "发现问题", "findings", _FINDINGS, counted=True),
    _figure("unsettled", "未处理", "not settled", _FINDINGS, open=True),
    _figure(
        "leads",
        "转问题线索",
        "leads",
        _FINDINGS,
        aggregate="distinct",
        column="matter",
        state="lead",
        standing=True,
    ),
    _figure("known_leads", "可查阅线索", "leads you may read", LEADS),
    _figure("cases", "立案", "cases filed", LEADS, stage="case_filed", case_standing=True),
    _figure(
        "sanctioned",
        "处分人数",
        "persons sanctioned",
        CASE_PERSONS,
        aggregate="distinct",
        column="person",
        counted=True,
    ),
    _figure(
        "case_recovered",
        "案件追缴(分)",
        "brought in by cases, in fen",
        CASE_RECOVERIES,
        aggregate="sum",
        column="received_fen",
    ),
    _figure(
        "rectifications", "转整改事项", "rectification items", _FINDINGS, state="rectification"
    ),
    _figure("data_rules", "转数据规则", "data rules", _FINDINGS, state="data_rule"),
    _figure("corrections", "督促整改", "to be put right", CAMPAIGN_CORRECTIONS),
    _figure(
        "corrected", "已核实整改", "verified as put right", CAMPAIGN_CORRECTIONS, stage="accepted"
    ),
    _figure(
        "unit_measures",
        "主体责任履责",
        "what units did",
        _MEASURES,
        responsibility="principal",
        counted=True,
    ),
    _figure(
        "body_measures",
        "监督责任履责",
        "what bodies did",
        _MEASURES,
        responsibility="supervisory",
        counted=True,
    ),
    _figure(
        "by_unit",
        "仅单位履责",
        "objects on which the unit alone did something",
        _OBJECTS,
        done_by="unit",
        counted=True,
    ),
    _figure(
        "by_body",
        "仅监督履责",
        "objects on which a body alone did something",
        _OBJECTS,
        done_by="body",
        counted=True,
    ),
    _figure(
        "by_both",
        "两个责任同向",
        "objects on which both did something",
        _OBJECTS,
        done_by="both",
        counted=True,
    ),
    _figure("urgings", "催办督办", "urgings", URGINGS, counted=True),
    _figure("systems", "建章立制", "new rules", CAMPAIGN_SYSTEMS, counted=True),
    _figure(
        "recovered",
        "挽回损失(分)",
        "recovered, in fen",
        _FINDINGS,
        aggregate="sum",
        column="recovered",
        counted=True,
    ),
)
"""By name, as `domain.campaigns.values.Figures` has them."""

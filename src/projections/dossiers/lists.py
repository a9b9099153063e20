"""The lists of dossiers, and which unit has none: a portrait is its sections with the facts in them."""

from typing import Final

from projections.dossiers import register
from projections.queries.coverage import Coverage
from projections.queries.filters import HOST_UNIT, PERSON
from projections.queries.listing import Filter, Listing

_SECTION: Final = Filter("t.section = {value}", zh="栏目", en="section")
_STAGE: Final = Filter("t.stage = {value}", zh="状态", en="stage")

DOSSIERS: Final = Listing(
    "dossiers",
    register.DOSSIERS,
    zh="驻在单位资料库",
    en="Dossiers of host units",
    order=("unit",),
    newest_first=False,
    filters={"unit": HOST_UNIT, "stage": _STAGE},
)

DOSSIER_SECTIONS: Final = Listing(
    "dossier-sections",
    register.DOSSIER_SECTIONS,
    zh="资料库栏目及核对情况",
    en="Sections of dossiers, and when each was gone through last",
    order=("unit", "section"),
    newest_first=False,
    filters={
        "unit": HOST_UNIT,
        "section": _SECTION,
        "stage": _STAGE,
        "not_refreshed_since": Filter(
            "coalesce(t.refreshed < {value}::date, true)",
            zh="此日起未核对",
            en="not gone through since that day",
        ),
    },
)

DOSSIER_FACTS: Final = Listing(
    "dossier-facts",
    register.DOSSIER_FACTS,
    zh="驻在单位情况",
    en="Facts of dossiers",
    order=("unit", "section", "since"),
    newest_first=False,
    filters={
        "unit": HOST_UNIT,
        "section": _SECTION,
        "stage": _STAGE,
        "person": PERSON,
    },
    hidden=("pseudonym",),
)

COVERAGE: Final = Coverage(
    "dossier-coverage",
    register.DOSSIER_ROUNDS,
    zh="驻在单位资料库覆盖情况",
    en="Which units have a dossier since when, and how often all of it was gone through",
    expected=(
        "select u.stationed_group, u.code as unit, ("
        " select min(t.opened) from read.dossiers as t"
        " where t.jurisdiction = %(jurisdiction)s and t.unit = u.code and t.stage = 'open'"
        " and {permission} and {true_then}) as opened from units as u"
    ),
    keys=("stationed_group", "unit", "opened"),
    match="t.unit = x.unit and t.stage = 'counted'",
    day="gone_through",
    kept_from="commission",
)

"""The lists of dossiers: the unit's portrait is its sections with the facts that stand in them."""

from typing import Final

from projections.dossiers import register
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

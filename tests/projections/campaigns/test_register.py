"""What both responsibilities did is one figure, whether campaign or register counts it (mechanism 31)."""

import contextlib
from dataclasses import replace
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.campaigns import commands, figures
from domain.errors import Refusal
from domain.ids import PartyId
from domain.model import Command
from projections.campaigns.register import MODEL
from projections.campaigns.rows import CAMPAIGN_DUTIES, CAMPAIGN_MEASURES
from tests.domain.campaigns.given import CHIEF, DUE, EDUCATION, Desk, guarantee
from tests.domain.small import EDUCATION_GROUP, OFFICE
from tests.projections.making import folded

OBJECTS = (1, 2)
AUDIT = PartyId("audit")


def attempts() -> list[tuple[PartyId, str, Command]]:
    """Measures of the unit and of the group, an object struck, an object that is another unit's."""
    measures = [
        (who, "record_measure", commands.RecordMeasure(object=key, kind="other", text="自查"))
        for who, key in product((EDUCATION, EDUCATION_GROUP), OBJECTS)
    ]
    why: dict[str, Any] = {"reason": "误", "approved_by": CHIEF}
    struck = [
        (OFFICE, "strike_object", commands.StrikeObject(object=key, **why)) for key in OBJECTS
    ]
    moved = [
        (
            OFFICE,
            "correct",
            commands.Correct(object=key, line=replace(guarantee(), unit=unit), **why),
        )
        for key, unit in product(OBJECTS, (EDUCATION, AUDIT))
    ]
    return [*measures, *struck, *moved]


@given(st.lists(st.sampled_from(attempts()), max_size=12))
def test_the_register_counts_what_the_campaign_counts(
    tried: list[tuple[PartyId, str, Command]],
) -> None:
    desk = Desk(guarantee(), guarantee(7_000_000))
    desk.assign(EDUCATION_GROUP, *OBJECTS)
    engaged = commands.Engage(unit=EDUCATION, objects=OBJECTS, task="自查", due=DUE)
    desk.act(OFFICE, "engage", engaged)
    for party, name, command in tried:
        with contextlib.suppress(Refusal):
            desk.act(party, name, command)
    rows = folded(MODEL, desk.world.told, of=desk.stream)
    measures = [each for each in rows.all(CAMPAIGN_MEASURES) if each.counted]
    duties = [each for each in rows.all(CAMPAIGN_DUTIES) if each.counted]
    both = [(each.unit_measures > 0, each.body_measures > 0) for each in duties]
    whole = figures.counted(desk.state, figures.Span())
    assert (
        sum(each.responsibility == "principal" for each in measures),
        sum(each.responsibility == "supervisory" for each in measures),
        both.count((True, False)),
        both.count((False, True)),
        both.count((True, True)),
    ) == (whole.unit_measures, whole.body_measures, whole.by_unit, whole.by_body, whole.by_both)

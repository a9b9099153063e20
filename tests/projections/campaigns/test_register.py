"""The register counts what was done in a campaign as the campaign does: object by object, party by party."""

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
from projections.campaigns.rows import (
    CAMPAIGN_MEASURES,
    CAMPAIGN_OBJECTS,
    CAMPAIGN_SHARES,
    CAMPAIGN_SYSTEMS,
)
from tests.domain.campaigns.given import CHIEF, DUE, EDUCATION, VOUCHER, Desk, guarantee
from tests.domain.small import EDUCATION_GROUP, OFFICE
from tests.projections.making import folded

OBJECTS = (1, 2)
AUDIT = PartyId("audit")
WHY: dict[str, Any] = {"reason": "误", "approved_by": CHIEF}
Attempt = tuple[PartyId, str, Command]


def of_measures() -> list[Attempt]:
    """Measures of the unit, the group and the organiser, and what is mended of them."""
    done = [
        (who, "record_measure", commands.RecordMeasure(object=key, kind="other", text="自查"))
        for who, key in product((EDUCATION, EDUCATION_GROUP, OFFICE), OBJECTS)
    ]
    mended: list[Attempt] = [
        (who, "correct_measure", commands.CorrectMeasure(measure=number, object=key, **WHY))
        for who, number, key in product((EDUCATION, EDUCATION_GROUP), (1, 2), OBJECTS)
    ]
    annulled: list[Attempt] = [
        (who, "annul_measure", commands.AnnulMeasure(measure=number, **WHY))
        for who, number in product((EDUCATION, EDUCATION_GROUP), (1, 2))
    ]
    return [*done, *mended, *annulled]


def of_objects() -> list[Attempt]:
    """An object struck, and one that is another unit's."""
    struck: list[Attempt] = [
        (OFFICE, "strike_object", commands.StrikeObject(object=key, **WHY)) for key in OBJECTS
    ]
    moved = [
        (
            OFFICE,
            "correct",
            commands.Correct(object=key, line=replace(guarantee(), unit=unit), **WHY),
        )
        for key, unit in product(OBJECTS, (EDUCATION, AUDIT))
    ]
    return [*struck, *moved]


def of_findings() -> list[Attempt]:
    """What the group finds and what comes of it, and the rules of the unit."""
    find = (commands.Find(text="未研究"),)
    group: list[Command] = [
        *(commands.Screen(object=key, findings=find) for key in OBJECTS),
        *(commands.AskCorrection(finding=key, text="请整改", due=DUE) for key in (1, 2)),
        commands.VerifyCorrection(finding=1, note="属实"),
        commands.RecordRecovery(finding=1, amount=5, voucher=VOUCHER),
        commands.CorrectRecovery(finding=1, recovery=1, amount=2, **WHY),
        *(commands.AnnulFinding(finding=key, **WHY) for key in (1, 2)),
    ]
    unit: list[Command] = [
        *(commands.ReportCorrection(finding=key, text="已改") for key in (1, 2)),
        commands.AdoptSystem(unit=EDUCATION, title="办法", adopted=DUE),
        commands.AnnulSystem(system=1, **WHY),
    ]
    return [(EDUCATION_GROUP, name_of(each), each) for each in group] + [
        (EDUCATION, name_of(each), each) for each in unit
    ]


def name_of(command: Command) -> str:
    """The name of the action of a command."""
    words = "".join(f"_{c.lower()}" if c.isupper() else c for c in type(command).__name__)
    return words.removeprefix("_")


@given(st.lists(st.sampled_from([*of_measures(), *of_objects(), *of_findings()]), max_size=20))
def test_the_register_counts_what_the_campaign_counts(tried: list[Attempt]) -> None:
    desk = Desk(guarantee(), guarantee(7_000_000))
    desk.assign(EDUCATION_GROUP, *OBJECTS)
    engaged = commands.Engage(unit=EDUCATION, objects=OBJECTS, task="自查", due=DUE)
    desk.act(OFFICE, "engage", engaged)
    for party, name, command in tried:
        with contextlib.suppress(Refusal):
            desk.act(party, name, command)
    rows = folded(MODEL, desk.world.told, of=desk.stream)
    measures = [each for each in rows.all(CAMPAIGN_MEASURES) if each.counted]
    objects = [each for each in rows.all(CAMPAIGN_OBJECTS) if each.state != "struck"]
    both = [(each.unit_did > 0, each.body_did > 0) for each in objects]
    whole = figures.counted(desk.state, figures.Span())
    assert (
        sum(each.responsibility == "principal" for each in measures),
        sum(each.responsibility == "supervisory" for each in measures),
        both.count((True, False)),
        both.count((False, True)),
        both.count((True, True)),
        sum(each.annulled is None for each in rows.all(CAMPAIGN_SYSTEMS)),
    ) == (
        whole.unit_measures,
        whole.body_measures,
        whole.by_unit,
        whole.by_body,
        whole.by_both,
        whole.systems,
    )
    counted = ("party", "part", "responsibility", "measures", "findings", "corrections")
    names = (*counted, "corrected", "systems", "recovered")
    shares = {tuple(getattr(each, name) for name in names) for each in whole.shares}
    assert {tuple(getattr(row, n) for n in names) for row in rows.all(CAMPAIGN_SHARES)} == shares

"""Figures are counted, never written: change what happened, and they follow."""

import datetime
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from domain.campaigns import commands, events, figures
from domain.campaigns.values import Figures
from domain.leads import commands as leads
from tests.domain.campaigns.given import CHIEF, DUE, EDUCATION, VOUCHER, Desk, guarantee, item
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, OFFICE, person

WHOLE = figures.Span()


def reported(desk: Desk, period: str = "2026-Q1") -> events.Reported:
    (told, *_) = desk.act(OFFICE, "report", commands.Report(period=period, summary="……"))
    assert isinstance(told, events.Reported)
    return told


def funnel() -> Desk:
    """Three guarantees screened; two findings became one lead, a third brought money back."""
    desk = Desk(guarantee(100), guarantee(200), guarantee(400))
    desk.assign(EDUCATION_GROUP, 1, 2)
    desk.assign(HEALTH_GROUP, 3)
    desk.screen(EDUCATION_GROUP, 1, "未研究", "未评估")
    desk.screen(EDUCATION_GROUP, 2)
    lead = desk.lead()
    desk.to_lead(1, lead)
    desk.to_lead(2, lead)
    desk.screen(HEALTH_GROUP, 3, "超额担保")
    back = commands.RecordRecovery(finding=3, amount=150, voucher=VOUCHER)
    desk.act(HEALTH_GROUP, "record_recovery", back)
    return desk


def test_the_funnel_from_objects_to_recovered_money() -> None:
    """Mechanism 12: two findings that became one lead are one lead."""
    whole = reported(funnel()).whole
    assert (whole.objects, whole.screened, whole.amount) == (3, 3, 700)
    assert (whole.findings, whole.unsettled, whole.leads, whole.cases) == (3, 1, 1, 0)
    assert whole.recovered == 150


def test_a_lead_that_was_annulled_no_longer_counts() -> None:
    """The lead says itself how it ended."""
    desk = funnel()
    lead = desk.state.findings[1].matter
    assert lead is not None
    annul = leads.Annul(reason="误录", approved_by=CHIEF)
    desk.world.ask("lead.annul", lead, annul, actor=person("group-head"), party=EDUCATION_GROUP)
    assert reported(desk).whole.leads == 0


def test_a_case_counts_where_the_lead_led_to_one() -> None:
    """立案: of the leads, those in which a case was filed."""
    state = funnel().state
    (lead,) = figures.leads_of(state, WHOLE)
    filed = figures.Ended(filed=[lead])
    assert figures.counted(state, WHOLE, filed).cases == 1
    assert figures.counted(state, WHOLE, replace(filed, annulled=[lead])).cases == 0


def test_an_annulled_finding_takes_what_it_brought_with_it() -> None:
    """One finding less, one sum less."""
    desk = funnel()
    annul = commands.AnnulFinding(finding=3, reason="误录", approved_by=CHIEF)
    desk.act(HEALTH_GROUP, "annul_finding", annul)
    whole = reported(desk).whole
    assert (whole.findings, whole.unsettled, whole.recovered) == (2, 0, 0)


def test_a_quarter_counts_its_own_days() -> None:
    """The list is counted whole, what was done by its day."""
    desk = Desk(item(), item("deviation"))
    desk.assign(EDUCATION_GROUP, 1, 2)
    desk.screen(EDUCATION_GROUP, 1, "台账缺失")
    ask = commands.AskCorrection(finding=1, text="请补齐台账", due=DUE)
    desk.act(EDUCATION_GROUP, "ask_correction", ask)
    desk.world.pass_to(datetime.date(2026, 4, 8))
    desk.act(EDUCATION, "report_correction", commands.ReportCorrection(finding=1, text="已补齐"))
    verify = commands.VerifyCorrection(finding=1, note="已核实")
    desk.act(EDUCATION_GROUP, "verify_correction", verify)
    desk.screen(EDUCATION_GROUP, 2)
    first = reported(desk).quarter
    assert (first.screened, first.findings, first.corrections, first.corrected) == (1, 1, 0, 0)
    second = reported(desk, "2026-Q2")
    assert (second.quarter.screened, second.quarter.findings) == (1, 0)
    assert (second.quarter.corrections, second.quarter.corrected) == (1, 1)
    assert (second.whole.screened, second.whole.unscreened) == (2, 0)


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from([EDUCATION, EDUCATION_GROUP]))))
def test_both_responsibilities_are_counted_apart_and_together(
    done: list[tuple[int, str]],
) -> None:
    """两个责任 (mechanism 31): whatever unit and group did, on whichever objects."""
    lines = [item("livelihood", clause=None) for _ in range(3)]
    desk = Desk(*lines)
    desk.assign(EDUCATION_GROUP, 1, 2, 3)
    task = commands.Engage(unit=EDUCATION, objects=(1, 2, 3), task="自查", due=DUE)
    desk.act(OFFICE, "engage", task)
    for key, party in done:
        measure = commands.RecordMeasure(object=key, kind="self_check", text="……")
        desk.act(EDUCATION if party == EDUCATION else EDUCATION_GROUP, "record_measure", measure)
    whole: Figures = reported(desk).whole
    apart = {each.party: each.measures for each in whole.shares}
    assert apart == {who: [party for _, party in done].count(who) for who in apart}
    units = {key for key, party in done if party == EDUCATION}
    bodies = {key for key, party in done if party == EDUCATION_GROUP}
    assert whole.unit_measures + whole.body_measures == len(done)
    assert (whole.by_unit, whole.by_body, whole.by_both) == (
        len(units - bodies),
        len(bodies - units),
        len(units & bodies),
    )


def test_what_each_did_counts_measures_findings_corrections_and_rules() -> None:
    """One object with a finding the unit reported, one with a rule only, one the group alone looked into."""
    desk = Desk(item(), item("deviation"), item("weakness"))
    desk.assign(EDUCATION_GROUP, 1, 2)
    desk.assign(HEALTH_GROUP, 3)
    desk.screen(EDUCATION_GROUP, 1, "台账缺失")
    desk.screen(HEALTH_GROUP, 3, "未公开")
    ask = commands.AskCorrection(finding=1, text="请补齐台账", due=DUE)
    desk.act(EDUCATION_GROUP, "ask_correction", ask)
    assert shares(desk)[:3] == (0, 2, 0)
    desk.act(EDUCATION, "report_correction", commands.ReportCorrection(finding=1, text="已补齐"))
    rule = commands.AdoptSystem(unit=EDUCATION, title="台账办法", adopted=DUE)
    desk.act(EDUCATION, "adopt_system", rule)
    assert shares(desk) == (
        0,
        1,
        1,
        ("education", 0, 0, 1, 0, 1),
        ("sg-education", 0, 1, 1, 0, 0),
    )
    verify = commands.VerifyCorrection(finding=1, note="已核实")
    desk.act(EDUCATION_GROUP, "verify_correction", verify)
    annul = commands.AnnulSystem(system=1, reason="仅为草案", approved_by=CHIEF)
    desk.act(EDUCATION, "annul_system", annul)
    assert shares(desk)[3:] == (("education", 0, 0, 1, 1, 0), ("sg-education", 0, 1, 1, 1, 0))
    annulled = commands.AnnulFinding(finding=1, reason="误录", approved_by=CHIEF)
    desk.act(EDUCATION_GROUP, "annul_finding", annulled)
    nothing = (("education", 0, 0, 0, 0, 0), ("sg-education", 0, 0, 0, 0, 0))
    assert shares(desk) == (0, 1, 0, *nothing)


def shares(desk: Desk) -> tuple[object, ...]:
    """By the unit, by a body, by both; and what the unit and the first group did."""
    whole = figures.counted(desk.state, WHOLE)
    unit, group, _ = (
        (each.party, each.measures, each.findings, each.corrections, each.corrected, each.systems)
        for each in whole.shares
    )
    return (whole.by_unit, whole.by_body, whole.by_both, unit, group)

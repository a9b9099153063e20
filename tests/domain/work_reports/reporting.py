"""A city whose supervision office reports each quarter: the form of its report has all that is counted."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from domain.catalogue import CATALOGUE
from domain.ids import PartyId, StreamId
from domain.model import Command, Event
from domain.scheme import Scheme
from domain.scheme_reports import COUNTS
from domain.work_reports import commands
from tests.domain.small import COMMISSION, FOLDER, OFFICE, SCHEMES, person, stream
from tests.domain.task_orders.desk import Desk

REPORT: Final = stream("work_report", "analysis")
FORM: Final = f"""
[[report_form]]
kind = "quarterly"
title = {{ zh = "统计项目", en = "Figures" }}
basis = "b"
reporters = ["supervisionOffice", "stationedGroup"]
figures = [{", ".join(f'"{name}"' for name in COUNTS)}]
"""


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def reporting(*mechanisms: str) -> Desk:
    """The joint meeting was concluded; its orders are to follow, and its report."""
    desk = Desk()
    files = (SCHEMES / "mechanisms" / f"{each}.toml" for each in ("task-orders", *mechanisms))
    text = "\n".join([_text(FOLDER / "small.toml"), *map(_text, files), FORM])
    scheme = Scheme.parse(text, CATALOGUE)
    desk.world.jurisdiction = replace(desk.world.jurisdiction, scheme=scheme)
    return desk


def report(desk: Desk, party: PartyId = OFFICE, *, period: str = "2026-Q1") -> dict[str, int]:
    """Hand a report in; the figures that it has."""
    submit = commands.Submit(
        kind="quarterly", period=period, to=COMMISSION, title="报告", summary="情况"
    )
    return said(ask(desk, party, "submit", submit))


def ask(
    desk: Desk, party: PartyId, action: str, command: Command, *, of: StreamId = REPORT
) -> list[Event]:
    """Let the head of the office or the commission do something with the report."""
    who = {OFFICE: "office-head", COMMISSION: "chief"}.get(party, "group-head")
    return desk.world.ask(f"work_report.{action}", of, command, actor=person(who), party=party)


def said(told: list[Event]) -> dict[str, int]:
    """The figures in the first of some events."""
    return {each.count: each.value for each in getattr(told[0], "figures", ())}

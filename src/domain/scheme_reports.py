"""Reads which figures a work report has (工作报告的统计项目), where a scheme says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from domain.model import Value
from domain.scheme_parts import PartyKind, Phrase
from domain.scheme_rules import phrase_at
from domain.toml_text import Table

ReportCount = Literal[
    "meetings",
    "members",
    "members_commission",
    "members_county",
    "members_office",
    "members_stationed",
    "members_inspection",
    "present",
    "absent",
    "orders",
    "orders_discipline",
    "orders_supervisory",
    "orders_stationed",
    "orders_inspection",
    "orders_closed",
    "feedback",
    "feedback_discipline",
    "feedback_supervisory",
    "feedback_stationed",
    "feedback_inspection",
    "on_time",
    "late",
    "missing",
    "not_due",
    "follow_ups",
    "followed_up",
    "proposals",
    "proposals_discipline",
    "proposals_supervisory",
    "proposals_stationed",
    "proposals_inspection",
    "proposals_accepted",
    "daily_supervisions",
    "daily_discipline",
    "daily_supervisory",
    "daily_stationed",
    "daily_inspection",
    "leads_received",
    "leads_in_hand",
    "leads_overdue",
    "cases_filed",
]
"""What is counted of a period, among what the reporter itself did or has.

联席会议 · 成员单位(领导班子、县区、部室、派驻派出、巡察办) · 出席 · 缺席 · 任务单(四项监督、已办结) ·
应反馈(四项监督)、按期、逾期、逾期未反馈、未到期 · 跟进部门、已跟进 · 建议单(四项监督、已采纳答复) ·
日常监督(四项监督) · 受理线索 · 立案.
"""

COUNTS: Final[tuple[ReportCount, ...]] = get_args(ReportCount)
REPORTS: Final = ("monthly", "quarterly", "half_yearly", "analysis_pack")
KINDS: Final = get_args(PartyKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportForm(Value):
    """The figures of one kind of report, for parties of some kinds: counted from the log, never typed."""

    kind: str
    reporters: tuple[PartyKind, ...]
    title: Phrase
    basis: str
    figures: tuple[ReportCount, ...]


def report_forms(table: Table) -> tuple[ReportForm, ...]:
    """The forms in the order of the text; of one kind of report each kind of party has one."""
    found: list[ReportForm] = []
    for inner in table.tables("report_form"):
        form = _form(inner)
        taken = {kind for other in found if other.kind == form.kind for kind in other.reporters}
        for kind in sorted(taken & set(form.reporters)):
            inner.note(
                "reporters",
                says=(f"“{kind}”出现多次。", f"«{kind}» stands there more than once."),
                fix=("每类单位每种报告只写一次。", "Let each kind of party have one form of it."),
            )
        found.append(form)
    return tuple(found)


def _form(table: Table) -> ReportForm:
    kind = table.choice("kind", REPORTS)
    title = phrase_at(table, "title")
    reporters = _among(table, "reporters", KINDS)
    figures = _among(table, "figures", COUNTS)
    found = ReportForm(
        kind=kind,
        reporters=cast("tuple[PartyKind, ...]", reporters),
        title=title,
        basis=table.text("basis"),
        figures=cast("tuple[ReportCount, ...]", figures),
    )
    table.refuse_rest()
    return found


def _among(table: Table, key: str, known: Iterable[str]) -> tuple[str, ...]:
    known = tuple(known)
    names = tuple(table.texts(key, needed=True))
    for number, name in enumerate(names):
        if name not in known:
            table.unknown(key, name, known)
        elif name in names[:number]:
            table.note(
                key,
                says=(f"“{name}”出现多次。", f"«{name}» stands there more than once."),
                fix=("每个只写一次。", "Let each stand once."),
            )
    return names

"""The rules whose time the law gives (DOMAIN.md §2 A3 [V]), as every text of a scheme has to have them.

A city includes the mechanisms that hold them, and may make a time shorter (`domain.scheme_changes`). A text
that writes such a mechanism itself gets no further: a longer time, another course of the clock, more time
(``extend``) than the law lets be given, a rule left out or no more marked as ``statutory`` is a fault. So is
a text that has no such mechanism at all, but for one that says of itself that it is a trial: the law binds
every jurisdiction, a county's own as a city's. What was adopted once is read as it was adopted.
"""

from collections.abc import Collection, Mapping
from typing import Any, Final

from domain.scheme_changes import OPEN_TO_CHANGE, STATUTORY, maybe_longer
from domain.toml_text import Table

LAW: Final[Mapping[str, Mapping[str, Any]]] = {
    "case-investigation.decision": {
        "due": "1 year",
        "on": ("case.filed",),
        "fulfilled_by": ("case.decided",),
        "withdrawn_by": ("case.withdrawn",),
        "stopped_by": ("case.investigation_suspended",),
        "restarted_by": ("case.investigation_restarted",),
        "extend": {"by": "level_above", "longest": "18 months"},
    },
    "case-investigation.withdrawal-report": {
        "due": "7 working days",
        "on": ("case.withdrawn",),
        "fulfilled_by": ("case.withdrawal_reported",),
    },
    "case-adjudication.adjudication": {
        "due": "1 month",
        "on": ("case.adjudication_accepted",),
        "fulfilled_by": ("case.adjudication_reported",),
        "withdrawn_by": ("case.withdrawn",),
        "stopped_by": ("case.supplement_required", "case.reinvestigation_required"),
        "resumed_by": ("case.supplement_completed",),
        "restarted_by": ("case.reinvestigation_completed",),
        "extend": {"by": "approval"},
    },
    "case-decision.state-service": {
        "due": "1 month",
        "on": ("case.sanction_decided",),
        "when": {"track": "state"},
        "fulfilled_by": ("case.decision_served",),
        "withdrawn_by": ("case.sanction_annulled",),
        "match": ("event.person", "event.track"),
    },
    "case-decision.state-execution": {
        "due": "1 month",
        "on": ("case.decision_served",),
        "when": {"track": "state"},
        "fulfilled_by": ("case.execution_reported",),
        "withdrawn_by": ("case.sanction_annulled",),
        "match": ("event.person", "event.track"),
        "extend": {"by": "approval", "longest": "6 months"},
    },
    "case-decision.recovery": {
        "due": "1 month",
        "on": ("case.recovery_ordered",),
        "fulfilled_by": ("case.recovery_completed",),
        "match": ("event.recovery",),
    },
    "complaint-intake.pass-up": {
        "due": "5 working days",
        "on": ("unread_report.set_aside",),
        "fulfilled_by": ("unread_report.passed_up",),
    },
    "complaint-intake.triage": {
        "due": "5 working days",
        "on": ("complaint.received",),
        "when": {"passed_down": False},
        "fulfilled_by": (
            "complaint.accepted",
            "complaint.not_accepted",
            "complaint.kept_as_repeat",
            "complaint.forwarded",
        ),
    },
    "complaint-intake.triage-of-passed-down": {
        "due": "5 working days",
        "on": ("complaint.received",),
        "when": {"passed_down": True},
        "fulfilled_by": (
            "complaint.accepted",
            "complaint.not_accepted",
            "complaint.kept_as_repeat",
            "complaint.forwarded",
        ),
    },
    "complaint-intake.forwarded": {
        "due": "5 working days",
        "on": ("complaint.forwarded",),
        "fulfilled_by": ("complaint.taken_over", "complaint.forward_returned"),
    },
    "complaint-reporters.accepted": {
        "due": "15 working days",
        "on": ("complaint.received",),
        "when": {"report": "real_name"},
        "fulfilled_by": ("complaint.reporter_notified",),
        "withdrawn_by": (
            "complaint.not_accepted",
            "complaint.kept_as_repeat",
            "complaint.taken_over",
        ),
        "requires": {"notice": "accepted"},
    },
    "complaint-reporters.result": {
        "due": "15 working days",
        "on": ("complaint.concluded",),
        "when": {"real_name": True},
        "fulfilled_by": ("complaint.reporter_notified",),
        "requires": {"notice": "result"},
    },
    "complaint-handling.quarterly-result": {
        "due": "end of quarter",
        "on": ("complaint.concluded",),
        "fulfilled_by": ("complaint.result_returned",),
        "withdrawn_by": ("complaint.recheck_asked",),
    },
    "lead-closed-loop.hand-over": {
        "due": "5 working days",
        "on": ("lead.disposal_approved", "lead.outcome_approved"),
        "when": {"way": "transferred"},
        "fulfilled_by": ("lead.transferred",),
        "withdrawn_by": ("lead.merged",),
    },
    "lead-disposal.entrusted-interview": {
        "due": "15 working days",
        "on": ("lead.interview_entrusted",),
        "fulfilled_by": ("lead.interview_held",),
        "withdrawn_by": ("lead.merged", "lead.reallocated", "lead.outcome_approved"),
        "match": ("event.person",),
    },
    "lead-disposal.statement": {
        "due": "15 working days",
        "on": ("lead.interview_held",),
        "when": {"statement_asked": True},
        "fulfilled_by": ("lead.statement_received",),
        "withdrawn_by": ("lead.merged", "lead.reallocated", "lead.outcome_approved"),
        "match": ("event.person",),
    },
    "lead-disposal.written-inquiry-reply": {
        "due": "15 working days",
        "on": ("lead.written_inquiry_delivered",),
        "fulfilled_by": ("lead.written_inquiry_replied",),
        "withdrawn_by": ("lead.merged", "lead.reallocated", "lead.outcome_approved"),
        "match": ("event.person",),
    },
    "real-name-reports.accepted": {
        "due": "15 working days",
        "on": ("lead.reporter_recorded",),
        "when": {"report": "real_name"},
        "fulfilled_by": ("lead.reporter_notified",),
        "withdrawn_by": ("complaint.lead_raised",),
        "match": ("event.lead",),
        "requires": {"notice": "accepted"},
    },
    "real-name-reports.result": {
        "due": "15 working days",
        "on": ("lead.closed", "lead.case_filed"),
        "when": {"real_name_reported": True},
        "fulfilled_by": ("lead.reporter_notified", "complaint.reporter_notified"),
        "withdrawn_by": ("complaint.concluded",),
        "match": ("event.lead",),
        "requires": {"notice": "result"},
    },
    "recommendation.feedback": {
        "due": "event.feedback_due",
        "on": ("recommendation.delivered", "recommendation.revised"),
        "fulfilled_by": ("recommendation.feedback_received",),
        "withdrawn_by": ("recommendation.withdrawn",),
        "extend": {"by": "approval"},
    },
    "reexaminations.re-examination": {
        "due": "1 month",
        "on": ("reexamination.applied",),
        "when": {"kind": "re_examination", "track": "state", "in_time": True},
        "fulfilled_by": ("reexamination.decided",),
        "withdrawn_by": ("reexamination.refused", "reexamination.withdrawn"),
    },
    "reexaminations.review": {
        "due": "2 months",
        "on": ("reexamination.applied",),
        "when": {"kind": "review", "track": "state", "in_time": True},
        "fulfilled_by": ("reexamination.decided",),
        "withdrawn_by": ("reexamination.refused", "reexamination.withdrawn"),
    },
}
"""By mechanism and rule: when its clock begins, what ends it, what stops it, its time, who gives more."""

SHARED: Final[Mapping[str, tuple[str, ...]]] = {
    "mechanisms/cases.toml": ("case-investigation", "case-adjudication", "case-decision"),
    "mechanisms/complaints.toml": ("complaint-intake", "complaint-reporters", "complaint-handling"),
    "mechanisms/leads.toml": ("lead-closed-loop", "lead-disposal", "real-name-reports"),
    "mechanisms/recommendations.toml": ("recommendation",),
    "mechanisms/reexaminations.toml": ("reexaminations",),
}
"""Which file that schemes include has which of these mechanisms."""

SPAN: Final = ("from", "until")


def keeps_the_law(key: str, rule: Table) -> None:
    """Note where a rule gives more time than the law, or another course to its clock.

    What a ``[[change]]`` makes of it is seen to there.
    """
    law = LAW.get(key)
    if law is None:
        return
    own = ("id", *OPEN_TO_CHANGE)
    stated = rule.given(name for name in rule.keys if name not in own or name == "due")
    course = {**law, STATUTORY: True}
    if maybe_longer(rule.maybe_text("due"), law["due"]):
        _note(rule, "due", law["due"])
    for name in {**course, **stated}:
        if name != "due" and _plain(stated.get(name)) != _plain(course.get(name)):
            _note(rule, name, course.get(name))


def leaves_none_out(mechanism: str, table: Table, rules: tuple[str, ...]) -> None:
    """Note where a mechanism lacks a rule whose time the law gives, or has it for a while only."""
    wanted = [key for key in LAW if key.rpartition(".")[0] == mechanism]
    for key in wanted:
        if key not in rules:
            _note(table, "obligation", key.rpartition(".")[2])
    for name in SPAN:
        if wanted and name in table:
            _note(table, name, None)


def has_all(table: Table, mechanisms: Collection[str], *, adopted: bool) -> None:
    """Note which mechanisms of the law a scheme lacks, file by file as it would include them.

    One that is read again, not being ``adopted`` now, lacks none, nor does a trial.
    """
    if table.flag("trial", default=False) or not adopted:
        return
    for file, wanted in SHARED.items():
        missing = [each for each in wanted if each not in mechanisms]
        if missing:
            names = ", ".join(missing)
            table.note(
                "include",
                says=(
                    f"缺少法律对每个辖区都有要求的机制:{names}。",
                    f"Mechanisms that the law asks of every jurisdiction are missing: {names}.",
                ),
                fix=(
                    f"请在 include 中加上 {file};只供试验的方案请写明 trial = true。",
                    f"Add {file} to `include`; a scheme that is for trials only says `trial = true`.",
                ),
            )


def _plain(value: Any) -> Any:
    """A list in whatever order; one text alone is a list of one."""
    if isinstance(value, str):
        return frozenset((value,))
    return frozenset(value) if isinstance(value, list | tuple) else value


def _note(table: Table, name: str, wanted: Any) -> None:
    shown = ", ".join(wanted) if isinstance(wanted, tuple) else str(wanted)
    table.note(
        name,
        says=(
            "此处的期限是法定的,不得放宽、改变或删去。",
            "The time is given by law: it is not made longer, run otherwise or left out.",
        ),
        fix=(
            "请删去此项。" if wanted is None else f"请写明:{shown}。",
            "Leave it out." if wanted is None else f"Write: {shown}.",
        ),
    )

"""Obligations: who owes what to whom, by when, on what basis.

They live in the streams that cause them; what is only counted in a period, in streams of its own.
"""

from typing import Final

from domain.model import Event
from domain.obligations import commands, decisions, events
from domain.obligations.state import Obligation, evolve
from domain.registry import Action, EventType, Family


def _none(state: None, event: Event) -> None:
    """Nothing else is in a stream of obligations alone; `state.evolve` folds them in every stream."""
    raise AssertionError(f"no stream has only obligations: {state} {type(event).__name__}")


_OBLIGATION = {"obligation": "0b5f6d2e-6f0c-5b59-9a50-3a1f7e2d4c10"}
_APPROVER = "person/5a1f0c9e-5d0b-5a55-8a39-1d5a2f3c4b60"

FAMILY: Final = Family(
    name="obligation",
    collection="obligations",
    zh="义务",
    en="obligation",
    initial=None,
    evolve=_none,
    by_cadence=True,
    events=(
        EventType(
            name="arisen",
            event=events.Arisen,
            zh="{owner}应于{due}前向{owed_to}履行“{title_zh}”。依据:{basis}",
            en="{owner} owes {owed_to} «{title_en}» by {due}. Basis: {basis}",
        ),
        EventType(
            name="overdue",
            event=events.Overdue,
            zh="{owner}的“{title_zh}”已逾期({due}到期),仍须履行。",
            en="«{title_en}» of {owner}, due on {due}, is overdue; it is still owed.",
        ),
        EventType(
            name="escalated",
            event=events.Escalated,
            zh="{owner}的“{title_zh}”逾期,提级告知{to}(第{step}步)。",
            en="«{title_en}» of {owner} was escalated to {to} (step {step}).",
        ),
        EventType(
            name="stopped",
            event=events.Stopped,
            zh="“{title_zh}”自{occurred}起中止计时。",
            en="The clock of «{title_en}» stands from {occurred}.",
        ),
        EventType(
            name="fulfilled",
            event=events.Fulfilled,
            zh="{owner}已履行“{title_zh}”,{late_working_days}。",
            en="{owner} fulfilled «{title_en}», {late_working_days}.",
        ),
        EventType(
            name="withdrawn",
            event=events.Withdrawn,
            zh="{owner}的“{title_zh}”撤销,不再履行。",
            en="«{title_en}» of {owner} was withdrawn.",
        ),
        EventType(
            name="superseded",
            event=events.Superseded,
            zh="{owner}的“{title_zh}”(原{due}到期)另定期限。",
            en="«{title_en}» of {owner}, due on {due}, got another due date.",
        ),
        EventType(
            name="closed_as_missed",
            event=events.ClosedAsMissed,
            zh="{owner}{period}的“{title_zh}”经{document}按未完成结项。",
            en="«{title_en}» of {owner} for {period} was closed as missed by {document}.",
        ),
    ),
    actions=(
        Action(
            name="lapse",
            command=commands.Lapse,
            decide=decisions.lapse,
            zh="记录逾期",
            en="record that it is overdue",
            target="any",
            internal=True,
            example=_OBLIGATION,
        ),
        Action(
            name="escalate",
            command=commands.Escalate,
            decide=decisions.escalate,
            zh="提级告知",
            en="escalate",
            target="any",
            internal=True,
            example={**_OBLIGATION, "step": 1},
        ),
        Action(
            name="open",
            command=commands.Open,
            decide=decisions.open_period,
            zh="开启期间",
            en="open a period of a cadence",
            target="any",
            internal=True,
            example={
                "rule": "work-reports.quarterly",
                "period": "2026-Q1",
                "party": "sg-education",
            },
        ),
        Action(
            name="revise",
            command=commands.Revise,
            decide=decisions.revise,
            zh="按新日历重算",
            en="compute the due date again",
            target="any",
            internal=True,
            example=_OBLIGATION,
        ),
        Action(
            name="extend",
            command=commands.Extend,
            decide=decisions.extend,
            zh="延期",
            en="extend",
            target="any",
            example={
                **_OBLIGATION,
                "by": "1 month",
                "reason": "涉及人员较多,需补充调取凭证",
                "document": "临纪办〔2026〕31号",
                "approved_by": _APPROVER,
            },
        ),
        Action(
            name="withdraw",
            command=commands.Withdraw,
            decide=decisions.withdraw,
            zh="撤销义务",
            en="withdraw an obligation",
            target="any",
            example={**_OBLIGATION, "reason": "事项已并入另一线索办理", "approved_by": _APPROVER},
        ),
        Action(
            name="close_as_missed",
            command=commands.CloseAsMissed,
            decide=decisions.close_as_missed,
            zh="按未完成结项",
            en="close a period as missed",
            target="any",
            example={
                **_OBLIGATION,
                "reason": "该季度未召开分析会",
                "document": "临纪办〔2026〕45号",
                "decided_on": "2026-05-08",
                "approved_by": _APPROVER,
            },
        ),
    ),
)
"""The family, as `domain.catalogue` lists it."""

__all__ = ["FAMILY", "Obligation", "evolve"]

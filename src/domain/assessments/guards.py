"""What has to be true before an action in an assessment; each guard raises the refusal it needs."""

from collections.abc import Sequence

from domain.account import invalid
from domain.assessments import errors, scoring
from domain.assessments.account import Account
from domain.assessments.commands import Counted, Declare, Open, Points
from domain.assessments.state import STAGE_NAMES, Stage
from domain.periods import CadencePeriod
from domain.scheme_parts import STATIONED


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the assessment stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def opens(account: Account, command: Open) -> CadencePeriod:
    """The period; `NotTheAssessor`, `NoIndicators`, `UnknownParty`, `InvalidField` otherwise."""
    if account.jurisdiction.party(account.acting).kind != "organisationOffice":
        raise errors.NotTheAssessor(party=account.acting)
    if not (account.scheme.indicators and account.scheme.assessment_grades):
        raise errors.NoIndicators(scheme=account.scheme.id)
    if account.jurisdiction.party(command.body).kind not in STATIONED:
        raise invalid("body", "不是派驻(派出)机构", "not a stationed or dispatched body")
    day, period = account.context.occurred.date, CadencePeriod.parse(command.period)
    if period.first_day > day:
        raise invalid("period", "考核期尚未开始", "the period has not begun")
    if command.declare_by < day:
        raise invalid("declare_by", "早于本次办理日期", "it lies before the act itself")
    return period


def by_assessor(account: Account, *stages: Stage) -> None:
    """Raise `NotTheAssessor` unless who opened it acts; `WrongState`."""
    at(account, *stages)
    if account.acting != account.state.assessor:
        raise errors.NotTheAssessor(party=account.acting)


def by_body(account: Account, *stages: Stage) -> None:
    """Raise `NotTheAssessed` unless the body acts; `WrongState`."""
    at(account, *stages)
    if account.acting != account.state.body:
        raise errors.NotTheAssessed(body=account.state.body, party=account.acting)


def declares(account: Account, command: Declare) -> None:
    """Raise `InvalidField` for a day to come, or unless exactly the counts asked for are there."""
    if command.as_of > account.context.occurred.date:
        raise invalid("as_of", "晚于本次办理日期", "it lies after the act itself")
    figures_fit(account, command.figures)
    lacking = scoring.needed(account.state.indicators) - {each.count for each in command.figures}
    if lacking:
        names = ", ".join(sorted(lacking))
        raise invalid("figures", f"缺少{names}", f"{names} missing")


def figures_fit(account: Account, figures: Sequence[Counted]) -> None:
    """Raise `InvalidField` for a count that no indicator asks for, or one that stands there twice."""
    names = [each.count for each in figures]
    asked = scoring.needed(account.state.indicators)
    for name in names:
        if name not in asked or names.count(name) > 1:
            raise invalid(
                "figures", f"{name}不适用或重复", f"{name} is not asked for, or given twice"
            )


def judged_fit(account: Account, judged: Sequence[Points]) -> None:
    """Raise `InvalidField` for an indicator that is counted, unknown or twice there, or too many points."""
    worth = {i.code: i.points * 100 for i in account.state.indicators if i.counts is None}
    names = [each.indicator for each in judged]
    for each in judged:
        if each.indicator not in worth or names.count(each.indicator) > 1:
            raise invalid(
                "judged",
                f"{each.indicator}不是评分指标或重复",
                f"{each.indicator} is not judged, or given twice",
            )
        if each.hundredths > worth[each.indicator]:
            raise invalid(
                "judged",
                f"{each.indicator}超过分值上限",
                f"{each.indicator} is worth less than that",
            )


def all_judged(account: Account, judged: Sequence[Points]) -> None:
    """Raise `InvalidField` unless every indicator that is judged has its points."""
    judged_fit(account, judged)
    given = {each.indicator for each in judged}
    for indicator in account.state.indicators:
        if indicator.counts is None and indicator.code not in given:
            raise invalid("judged", f"缺少{indicator.code}", f"{indicator.code} missing")


def within_window(account: Account) -> None:
    """Raise `ObjectionClosed` after the last day for objections; 以内 includes the day itself (R 327)."""
    if account.context.occurred.date > account.state.objection_until:
        raise errors.ObjectionClosed(until=account.state.objection_until)


def window_closed(account: Account) -> None:
    """Raise `ObjectionOpen` while the body may object and has not been answered."""
    open_still = account.context.occurred.date <= account.state.objection_until
    if account.state.stage == "published" and open_still:
        raise errors.ObjectionOpen(until=account.state.objection_until)


def indicator_known(account: Account, code: str) -> None:
    """Raise `InvalidField` for an indicator by which the body is not assessed."""
    if code not in {each.code for each in account.state.indicators}:
        raise invalid("indicator", f"没有指标{code}", f"there is no indicator {code}")

"""What follows from each action on a joint theme, or why it is refused.

Basis: the interview (Wuhu: “派驻机构+机关纪委”协同监督, 主题共选、问题共找、进度共商、效果共评、成果共享),
DOMAIN.md §5 mechanism 21. Each step is recorded by one side and confirmed by the other; by when stands in
the scheme. How many of a city's committees have a theme is counted, never written (`projections`).
"""

from collections.abc import Iterable

from domain import two_sides
from domain.context import Context
from domain.joint_themes import commands, events, guards
from domain.joint_themes.account import Account
from domain.joint_themes.state import JointTheme
from domain.model import Draft
from domain.oversight import committee_pair
from domain.streams import StreamState

Stream = StreamState[JointTheme]


def choose(stream: Stream, command: commands.Choose, context: Context) -> Iterable[Draft]:
    """主题共选: put forward a theme. Raises `NotItsCommittee`, `UnknownParty`."""
    account = Account(stream, context)
    committee, group = committee_pair(account, stream, command.committee)
    account.tell(
        events.ThemeChosen(
            **account.plain(),
            committee=committee,
            group=group,
            period=None if stream.cadence is None else stream.cadence.period,
            record=1,
            by=account.acting,
            other=group if account.acting == committee else committee,
            title=command.title,
            text=command.text,
        )
    )
    return account


def rechoose(stream: Stream, command: commands.Rechoose, context: Context) -> Iterable[Draft]:
    """主题共选: put forward another, where the first was sent back or annulled. Raises `StepNotDue`."""
    account = Account(stream, context)
    guards.step_due(account, "theme")
    account.tell(
        events.ThemeChosen(
            **account.recording(),
            period=account.state.period,
            title=command.title,
            text=command.text,
        )
    )
    return account


def list_problems(
    stream: Stream, command: commands.ListProblems, context: Context
) -> Iterable[Draft]:
    """问题共找: write down the problems found. Raises `StepNotDue`."""
    account = Account(stream, context)
    guards.step_due(account, "problems")
    account.tell(events.ProblemsListed(**account.recording(), problems=command.problems))
    return account


def consult_progress(
    stream: Stream, command: commands.ConsultProgress, context: Context
) -> Iterable[Draft]:
    """进度共商, as often as needed. Raises `StepNotDue`, `NoSuchEntry`, `InvalidField`."""
    account = Account(stream, context)
    guards.step_due(account, "progress")
    guards.open_problems(account, command.settled)
    account.tell(
        events.ProgressConsulted(**account.recording(), text=command.text, settled=command.settled)
    )
    return account


def review_effect(
    stream: Stream, command: commands.ReviewEffect, context: Context
) -> Iterable[Draft]:
    """效果共评. Raises `StepNotDue`; `ProblemsStillOpen` for a good effect while problems are open."""
    account = Account(stream, context)
    guards.step_due(account, "effect")
    guards.effect(account, command.effect)
    account.tell(
        events.EffectReviewed(**account.recording(), effect=command.effect, text=command.text)
    )
    return account


def share_results(
    stream: Stream, command: commands.ShareResults, context: Context
) -> Iterable[Draft]:
    """成果共享: others learn of it once the other side confirmed. Raises `StepNotDue`, `UnknownParty`."""
    account = Account(stream, context)
    guards.step_due(account, "results")
    guards.shared_with_others(account, command.shared_with)
    account.tell(
        events.ResultsShared(
            **account.recording(),
            form=command.form,
            title=command.title,
            shared_with=command.shared_with,
            paper=command.paper,
        )
    )
    return account


def confirm(stream: Stream, command: commands.Confirm, context: Context) -> Iterable[Draft]:
    """Confirm what the other side recorded. Raises `NoSuchRecord`, `OtherSideConfirms`."""
    account = Account(stream, context)
    found = guards.record(account, command.record, "recorded")
    two_sides.by_the_other(account, found)
    account.tell(
        events.StepConfirmed(
            **account.frame(),
            record=command.record,
            step=found.step,
            next_step=next(iter(found.then), None),
            by=account.acting,
        )
    )
    account.go_on(found)
    return account


def send_back(stream: Stream, command: commands.SendBack, context: Context) -> Iterable[Draft]:
    """Send back what the other side recorded. Raises `NoSuchRecord`, `OtherSideConfirms`."""
    account = Account(stream, context)
    found = guards.record(account, command.record, "recorded")
    two_sides.by_the_other(account, found)
    account.tell(
        events.StepSentBack(
            **account.frame(),
            record=command.record,
            step=found.step,
            by=account.acting,
            to=found.by,
            reason=command.reason,
        )
    )
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12), by who recorded it. Raises `NoSuchRecord`, `InvalidField`."""
    account = Account(stream, context)
    found = guards.record(account, command.record, "recorded", "confirmed")
    two_sides.by_its_recorder(account, found)
    guards.corrects(command, found)
    account.tell(
        events.Corrected(
            **account.frame(),
            record=command.record,
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            text=command.text,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: it counts nowhere any more; another theme may be chosen in its place.

    What a cadence asks for stays owed, which is why this is not the family's ``annulled``.
    """
    account = Account(stream, context)
    guards.at(account, "open", "completed")
    guards.by_one_of_the_two(account)
    account.tell(
        events.ThemeAnnulled(
            **account.frame(),
            owed_again=account.state.stage == "completed" and account.state.period is not None,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account

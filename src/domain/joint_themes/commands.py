"""What group and unit discipline committee do about a theme: record its five steps, confirm, send back."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId
from domain.model import Command, Digest, Personal, Text
from domain.serials import Serial

Step = Literal["theme", "problems", "progress", "effect", "results"]
"""主题共选 · 问题共找 · 进度共商 · 效果共评 · 成果共享: the five of the interview (Wuhu), in their order."""

Effect = Literal["effective", "more_needed"]
"""成效明显 · 仍需推进: after the second the two consult on progress again."""

ResultForm = Literal["rule_adopted", "practice_shared", "case_circulated", "report_submitted"]
"""建章立制 · 经验推广 · 案例通报 · 专题报告: in what form the results are shared."""


Problems = Annotated[tuple[Text, ...], MinLen(1), MaxLen(100)]
"""Problems as titles that name nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose(Command):
    """主题共选: put forward the theme. ``committee`` is needed where the group does it, which has several."""

    title: Text
    text: Personal
    committee: PartyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rechoose(Command):
    """主题共选: put forward another theme, after the first was sent back."""

    title: Text
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ListProblems(Command):
    """问题共找: the problems that the two found."""

    problems: Problems


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultProgress(Command):
    """进度共商: how far it is; ``settled`` are the problems solved since, by their numbers."""

    text: Personal
    settled: Annotated[tuple[Serial, ...], MaxLen(100)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewEffect(Command):
    """效果共评: whether it helped; not before every problem is solved can it be called effective."""

    effect: Effect
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareResults(Command):
    """成果共享: what came of it, in which form, and with which other parties it is shared."""

    form: ResultForm
    title: Text
    shared_with: Annotated[tuple[PartyId, ...], MaxLen(60)] = ()
    paper: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm(Command):
    """Confirm what the other side recorded: the step counts, and the next one is owed."""

    record: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBack(Command):
    """Send back what the other side recorded: the step is owed again."""

    record: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what was recorded wrongly, with reason and approver; the original stays visible."""

    record: Serial
    reason: Text
    approved_by: PersonId
    title: Text | None = None
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the theme was opened by mistake; nothing is owed because of it, and it counts nowhere."""

    reason: Text
    approved_by: PersonId

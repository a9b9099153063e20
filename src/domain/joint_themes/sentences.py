"""The types of events of joint themes, each with the sentence that says what happened."""

from typing import Final

from domain.joint_themes import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="theme_chosen",
        event=events.ThemeChosen,
        zh="{by}提出与{other}共选主题“{title}”",
        en="{by} put forward the theme «{title}» to {other}",
    ),
    EventType(
        name="problems_listed",
        event=events.ProblemsListed,
        zh="{by}登记双方查找的问题,待{other}确认",
        en="{by} wrote down the problems found, for {other} to confirm",
    ),
    EventType(
        name="progress_consulted",
        event=events.ProgressConsulted,
        zh="{by}登记进度会商情况,待{other}确认:{text}",
        en="{by} wrote down how far it is, for {other} to confirm: {text}",
    ),
    EventType(
        name="effect_reviewed",
        event=events.EffectReviewed,
        zh="{by}登记效果评议({effect}),待{other}确认:{text}",
        en="{by} wrote down the effect ({effect}), for {other} to confirm: {text}",
    ),
    EventType(
        name="results_shared",
        event=events.ResultsShared,
        zh="{by}登记共享成果({form})“{title}”,待{other}确认",
        en="{by} wrote down the results to share ({form}), «{title}», for {other} to confirm",
    ),
    EventType(
        name="step_confirmed",
        event=events.StepConfirmed,
        zh="{by}确认第{record}号登记({step})",
        en="{by} confirmed record {record} ({step})",
    ),
    EventType(
        name="step_sent_back",
        event=events.StepSentBack,
        zh="{by}退回{to}第{record}号登记({step}):{reason}",
        en="{by} sent record {record} ({step}) back to {to}: {reason}",
    ),
    EventType(
        name="problem_found",
        event=events.ProblemFound,
        zh="双方认定问题{problem}:{title}",
        en="Both hold that there is problem {problem}: {title}",
    ),
    EventType(
        name="problem_settled",
        event=events.ProblemSettled,
        zh="双方认定问题{problem}已解决",
        en="Both hold that problem {problem} is solved",
    ),
    EventType(
        name="completed",
        event=events.Completed,
        zh="{committee}与{group}完成“五同”五步,共享成果({form})“{title}”",
        en="{committee} and {group} are through the five steps; shared ({form}): «{title}»",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="第{record}号登记更正:{reason}(批准人{approved_by})",
        en="Record {record} was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="theme_annulled",
        event=events.ThemeAnnulled,
        zh="主题作废:{reason}(批准人{approved_by})",
        en="The theme was annulled: {reason} (approved by {approved_by})",
    ),
)

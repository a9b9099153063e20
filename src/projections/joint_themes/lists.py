"""The lists of joint themes, and how many of the committees have one, step by step."""

from typing import Final

from projections.joint_themes import register
from projections.queries.coverage import Coverage
from projections.queries.filters import STAGE, STATIONED_BODY
from projections.queries.listing import Filter, Listing

_OF: Final = {
    "committee": Filter("t.committee = {value}", zh="机关纪委", en="committee"),
    "group": STATIONED_BODY,
    "stage": STAGE,
}

JOINT_THEMES: Final = Listing(
    "joint-themes",
    register.JOINT_THEMES,
    zh="“五同”主题及五步进展",
    en="Joint themes, and how far each is with the five steps",
    order=("chosen", "committee"),
    filters={
        **_OF,
        "period": Filter("t.period = {value}", zh="周期", en="period"),
        "unsettled": Filter(
            "(t.found > t.settled) = {value}", bool, zh="有未解决问题", en="with open problems"
        ),
    },
)

JOINT_THEME_RECORDS: Final = Listing(
    "joint-theme-records",
    register.JOINT_THEME_RECORDS,
    zh="“五同”各步登记",
    en="The steps as they were recorded and confirmed",
    order=("recorded",),
    filters={**_OF, "step": Filter("t.step = {value}", zh="步骤", en="step")},
)

JOINT_THEME_PROBLEMS: Final = Listing(
    "joint-theme-problems",
    register.JOINT_THEME_PROBLEMS,
    zh="共同认定的问题",
    en="Problems that both sides found",
    order=("found",),
    filters=_OF,
)

JOINT_THEME_RESULTS: Final = Listing(
    "joint-theme-results",
    register.JOINT_THEME_RESULTS,
    zh="共享成果",
    en="Results shared",
    order=("shared",),
    filters={**_OF, "form": Filter("t.form = {value}", zh="形式", en="form")},
)

COVERAGE: Final = Coverage(
    "joint-theme-coverage",
    register.JOINT_THEMES,
    zh="机关纪委“五同”覆盖情况",
    en="How many themes each unit discipline committee has, and how many came to each of the steps",
    expected="select c.stationed_group, c.code as committee from committees as c",
    keys=("stationed_group", "committee"),
    match="t.committee = x.committee and t.theme = 'confirmed' and t.stage in ('open', 'completed')",
    day="chosen",
    figures={
        step: f"count(*) filter (where t.{step} = 'confirmed')"
        for step in ("problems", "progress", "effect", "results")
    },
)

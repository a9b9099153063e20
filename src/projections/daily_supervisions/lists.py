"""The lists of daily supervision, and which unit had none on which focus."""

from typing import Final

from projections.daily_supervisions import register
from projections.queries.coverage import Coverage
from projections.queries.filters import (
    COUNTED,
    HOST_UNIT,
    STAGE,
    STATIONED_GROUP,
    SUPERVISION,
)
from projections.queries.listing import Filter, Listing

DAILY_SUPERVISIONS: Final = Listing(
    "daily-supervisions",
    register.DAILY_SUPERVISIONS,
    zh="日常监督",
    en="Daily supervision",
    order=("carried_out",),
    filters={
        "unit": HOST_UNIT,
        "stationed_group": STATIONED_GROUP,
        "supervision": SUPERVISION,
        "method": Filter("t.method = {value}", zh="监督方式", en="method"),
        "focus": Filter("{value} = any(t.focuses)", zh="监督重点", en="focus"),
        "outcome": Filter("{value} = any(t.outcomes)", zh="监督结果", en="outcome"),
        "matter": Filter(
            "t.results @> jsonb_build_array(jsonb_build_object('matter', {value}::text))",
            zh="转入的线索、整改或通报",
            en="matter in which a result goes on",
        ),
        "stage": STAGE,
        "counted": COUNTED,
        "carried_out_from": Filter(
            "t.carried_out >= {value}::date", zh="开展日起", en="carried out on or after"
        ),
        "carried_out_until": Filter(
            "t.carried_out <= {value}::date", zh="开展日止", en="carried out on or before"
        ),
    },
)

SUPERVISION_FEEDBACK: Final = Listing(
    "supervision-feedback",
    register.SUPERVISION_FEEDBACK,
    zh="监督反馈",
    en="Feedback of daily supervision",
    order=("fed_back",),
    filters={
        "party": Filter("t.party = {value}", zh="被反馈单位", en="who was told"),
        "unit": HOST_UNIT,
        "stage": STAGE,
    },
)

COVERAGE: Final = Coverage(
    "daily-supervision-coverage",
    register.DAILY_SUPERVISIONS,
    zh="各单位各重点日常监督覆盖情况",
    en="How often each unit was supervised on each focus",
    expected=(
        "select u.stationed_group, u.code as unit, f.focus from units as u"
        " cross join unnest(array['key_few', 'key_function', 'key_node']) as f (focus)"
    ),
    keys=("stationed_group", "unit", "focus"),
    match="t.unit = x.unit and x.focus = any(t.focuses) and t.stage <> 'annulled'",
    day="carried_out",
)

"""The lists of sweeps, and which group swept with its host how often."""

from typing import Final

from projections.queries.coverage import Coverage
from projections.queries.filters import KIND, STAGE
from projections.queries.listing import Filter, Listing
from projections.sweeps import register

_MATTER: Final = Filter("t.stream = {value}", zh="排查", en="sweep")
_PARTY: Final = Filter("t.party = {value}", zh="报送单位", en="who handed in")

SWEEPS: Final = Listing(
    "sweeps",
    register.SWEEPS,
    zh="线索排查",
    en="Sweeps for leads",
    order=("convened",),
    filters={
        "kind": KIND,
        "stage": STAGE,
        "convener": Filter("t.convener = {value}", zh="组织单位", en="convener"),
    },
)
SWEEP_PARTIES: Final = Listing(
    "sweep-parties",
    register.SWEEP_PARTIES,
    zh="排查报送情况",
    en="Who handed in",
    filters={"sweep": _MATTER, "stage": STAGE},
)
SWEEP_MATTERS: Final = Listing(
    "sweep-matters",
    register.SWEEP_MATTERS,
    zh="排查报送事项",
    en="Matters handed in",
    order=("matter",),
    newest_first=False,
    filters={
        "sweep": _MATTER,
        "party": _PARTY,
        "annulled": Filter("t.annulled = {value}", bool, zh="已作废", en="annulled"),
    },
)
SWEEP_OUTCOMES: Final = Listing(
    "sweep-outcomes",
    register.SWEEP_OUTCOMES,
    zh="排查处理结果",
    en="What became of matters",
    order=("matter",),
    newest_first=False,
    filters={
        "sweep": _MATTER,
        "party": _PARTY,
        "outcome": Filter("t.outcome = {value}", zh="结果", en="outcome"),
    },
    hidden=("case_tag",),
)
SWEEP_REPEATS: Final = Listing(
    "sweep-repeats",
    register.SWEEP_REPEATS,
    zh="疑似重复事项",
    en="Suspected repeats",
    order=("matter",),
    newest_first=False,
    filters={"sweep": _MATTER, "stage": STAGE},
)
SWEEP_RESULTS: Final = Listing(
    "sweep-results",
    register.SWEEP_RESULTS,
    zh="排查结果统计",
    en="Coverage and hits",
    order=("concluded",),
    filters={
        "sweep": _MATTER,
        "stage": STAGE,
        "kind": KIND,
        "convener": Filter("t.convener = {value}", zh="组织单位", en="convener"),
    },
)

COVERAGE: Final = Coverage(
    "sweep-coverage",
    register.SWEEP_RESULTS,
    zh="派驻机构与驻在单位联合排查覆盖情况",
    en="How often each group swept with the Party group of its host",
    expected="select g.supervising_office, g.code as stationed_group from groups as g",
    keys=("supervising_office", "stationed_group"),
    match=(
        "t.convener = x.stationed_group and t.kind = 'with_party_group' and t.stage = 'concluded'"
    ),
    day="concluded",
)

"""What the findings of a campaign led to: conditions over the lists of leads and of cases.

They follow references only – finding → lead → case – as they stood then (``as_of``); whose lead or case it
is, each list sees to itself.
"""

from pathlib import Path
from typing import Final

from projections.queries.listing import Filter

_PARTS: Final = Path(__file__).with_suffix(".sql").read_text("utf-8")
_LEADS, _CASES, _ANNULLED, _FOUND, _CASE_ANNULLED = (
    part.strip() for part in _PARTS.split("\n\n")[1:]
)

LEADS_OF_CAMPAIGN: Final = Filter(
    f"(t.stage <> 'annulled' and t.stream in ({_LEADS}))",
    zh="由某专项发现",
    en="campaign whose findings they came from",
)
"""Of leads: those that were not annulled and that findings of a campaign became."""

OF_CASES_OF_CAMPAIGN: Final = Filter(
    f"(t.stream in ({_CASES}))",
    zh="源自某专项的案件",
    en="campaign that led to the case",
)
"""Of what stands in a case: where a lead of the campaign led to that case."""

LEADS_FOUND: Final = f"({_FOUND})"
"""Of a party's share of a campaign: the different leads that its findings became and that still count."""

STANDING: Final = Filter(
    f"(not exists ({_ANNULLED})) = {{value}}",
    bool,
    zh="线索未作废",
    en="its lead was not annulled",
)
"""Of findings: whose lead still counts."""

CASE_STANDING: Final = Filter(
    f"(not exists ({_CASE_ANNULLED})) = {{value}}",
    bool,
    zh="所立案件未作废",
    en="its case was not annulled",
)
"""Of leads: whose case, if there is one, still counts."""

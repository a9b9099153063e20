"""The list of readings."""

from typing import Final

from projections.queries.listing import Filter, Listing
from projections.readings import register

READINGS: Final = Listing(
    "readings",
    register.READINGS,
    zh="知悉记录",
    en="Who read what",
    order=("recorded",),
    filters={
        "matter": Filter("t.matter = {value}", zh="事项", en="the matter"),
        "attachment": Filter("t.attachment = {value}", zh="附件编号", en="which attachment"),
        "person": Filter("t.person = {value}", zh="人员", en="who read"),
        "party": Filter("t.party = {value}", zh="单位", en="for which party"),
    },
    hidden=("case_tag", "serial"),
)

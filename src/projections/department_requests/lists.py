"""The lists of requests to departments."""

from typing import Final

from projections.department_requests import register
from projections.queries.filters import KIND, STAGE
from projections.queries.listing import Filter, Listing

DEPARTMENT_REQUESTS: Final = Listing(
    "department-requests",
    register.DEPARTMENT_REQUESTS,
    zh="部门协作单",
    en="Requests to departments",
    order=("issued",),
    filters={
        "kind": KIND,
        "stage": STAGE,
        "issuer": Filter("t.issuer = {value}", zh="发出单位", en="issuer"),
        "addressee": Filter("t.addressee = {value}", zh="接收单位", en="addressee"),
        "office": Filter("t.office = {value}", zh="内设部门", en="department within the unit"),
        "outcome": Filter("t.outcome = {value}", zh="去向", en="what became of a finding"),
    },
)

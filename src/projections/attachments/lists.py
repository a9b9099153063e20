"""The lists of attachments."""

from dataclasses import replace
from typing import Final

from projections.attachments import register
from projections.queries.filters import KIND, STAGE, STATUS
from projections.queries.listing import Filter, Listing

ATTACHMENTS: Final = Listing(
    "attachments",
    register.ATTACHMENTS,
    zh="附件",
    en="Attachments",
    order=("added",),
    filters={
        "matter": Filter("t.stream = {value}", zh="所属事项", en="the matter it belongs to"),
        "attachment": Filter("t.attachment = {value}", zh="附件编号", en="which attachment"),
        "digest": Filter("t.digest = {value}", zh="SHA-256", en="SHA-256 of the file"),
        "kind": KIND,
        "stage": STAGE,
        "added_by": Filter("t.added_by = {value}", zh="添加单位", en="who attached it"),
        "holder": Filter("t.holder = {value}", zh="原件持有单位", en="who has the original"),
        "damaged": Filter("(t.damage is not null) = {value}", bool, zh="存储异常", en="damaged"),
    },
    hidden=("case_tag", "stored", "sealing"),
)
"""A paper or a photograph that another family names by its digest is found by that, too."""

FILES: Final = replace(ATTACHMENTS, hidden=("case_tag",))
"""The same with where the file is kept, for whoever serves it."""

CUSTODY: Final = Listing(
    "attachment-custody",
    register.CUSTODY,
    zh="原件交接",
    en="Custody of originals",
    order=("handed_over",),
    filters={
        "matter": Filter("t.stream = {value}", zh="所属事项", en="the matter it belongs to"),
        "attachment": Filter("t.attachment = {value}", zh="附件编号", en="which attachment"),
        "status": STATUS,
        "from_party": Filter("t.from_party = {value}", zh="移交单位", en="who handed it over"),
        "to_party": Filter("t.to_party = {value}", zh="接收单位", en="who received it"),
    },
    hidden=("case_tag",),
)

"""Filters that lists of many families have, each spelled and named in one place."""

from typing import Final

from projections.queries.listing import Filter, Pseudonym

STAGE: Final = Filter("t.stage = {value}", zh="阶段", en="stage")
STATUS: Final = Filter("t.status = {value}", zh="状态", en="status")
KIND: Final = Filter("t.kind = {value}", zh="类型", en="kind")
NUMBER_YEAR: Final = Filter("t.number_year = {value}", int, zh="编号年份", en="year of the number")
COUNTED: Final = Filter("(t.stage <> 'annulled') = {value}", bool, zh="计入", en="counted")
ISSUED_FROM: Final = Filter("t.issued >= {value}::date", zh="印发日起", en="issued on or after")
ISSUED_UNTIL: Final = Filter("t.issued <= {value}::date", zh="印发日止", en="issued on or before")
SUPERVISION: Final = Filter(
    "t.supervision = {value}", zh="四项监督", en="which of the four supervisions"
)
MATTER: Final = Filter("t.matter = {value}", zh="事项", en="matter")

HOST_UNIT: Final = Filter("t.unit = {value}", zh="驻在单位", en="host unit")
STATIONED_BODY: Final = Filter("t.stationed_group = {value}", zh="派驻机构", en="group")
STATIONED_GROUP: Final = Filter("t.stationed_group = {value}", zh="纪检监察组", en="group")
PERSON: Final = Filter("t.person = {value}", zh="人员", en="person")
SUBJECT_NAME: Final = Filter(
    "t.subjects @> jsonb_build_array(jsonb_build_object('pseudonym', {value}::text))",
    Pseudonym,
    zh="被反映人姓名",
    en="name of a reported person",
)

"""The lists of talks, and who of the key people was not talked to."""

from typing import Final

from projections.queries.coverage import Coverage
from projections.queries.filters import HOST_UNIT, KIND, STAGE
from projections.queries.listing import Filter, Listing
from projections.talks import register

TALKS: Final = Listing(
    "talks",
    register.TALKS,
    zh="谈心谈话",
    en="Talks",
    order=("planned",),
    filters={
        "unit": HOST_UNIT,
        "kind": KIND,
        "stage": STAGE,
        "held_by_party": Filter("t.held_by_party = {value}", zh="谈话单位", en="who holds it"),
        "person": Filter("t.person = {value}", zh="谈话对象", en="person talked to"),
    },
    hidden=("pseudonym",),
)

TALK_CONTENTS: Final = Listing(
    "talk-contents",
    register.TALK_CONTENTS,
    zh="谈话内容",
    en="What was said in talks",
    filters={"unit": HOST_UNIT, "stage": STAGE},
)

TALK_PROMISES: Final = Listing(
    "talk-promises",
    register.TALK_PROMISES,
    zh="谈话承诺",
    en="What was promised in talks",
    order=("due",),
    newest_first=False,
    filters={"unit": HOST_UNIT, "stage": STAGE},
)

# A unit whose first hand no dossier names stands there without a name: nobody shows as talked to unseen.
COVERAGE: Final = Coverage(
    "talk-coverage",
    register.TALKS,
    zh="关键人员谈话覆盖情况",
    en="How often each of the key people was talked to",
    expected=(
        "select u.stationed_group, t.unit, t.person, t.name, t.post, t.first_hand, t.pseudonym"
        " from read.dossier_facts as t join units as u on u.code = t.unit"
        " where t.jurisdiction = %(jurisdiction)s and t.section = 'key_people'"
        " and t.stage = 'current' and t.person is not null and {permission} and {true_then}"
        " union all"
        " select u.stationed_group, u.code, null, null, null, true, null from units as u where not exists ("
        " select from read.dossier_facts as t"
        " where t.jurisdiction = %(jurisdiction)s and t.unit = u.code and t.section = 'key_people'"
        " and t.stage = 'current' and t.first_hand and {permission} and {true_then})"
    ),
    keys=("stationed_group", "unit", "person", "name", "post", "first_hand"),
    match=(
        "t.unit = x.unit and t.stage = 'held'"
        " and (t.person = x.person or t.pseudonym = x.pseudonym or x.person is null and t.first_hand)"
    ),
    day="held",
    classes=("dossier",),
    kept_from="commission",
)

"""The lists of pairings."""

from typing import Final

from projections.pairings import register
from projections.queries.filters import STAGE, STATIONED_BODY
from projections.queries.listing import Filter, Listing

_PAIR: Final = {
    "office": Filter("t.office = {value}", zh="对口联系室", en="linked office"),
    "group": STATIONED_BODY,
    "period": Filter("t.period = {value}", zh="季度", en="quarter"),
}

PAIRINGS: Final = Listing(
    "pairings",
    register.PAIRINGS,
    zh="室组联动情况",
    en="Quarters of offices and their groups",
    order=("period",),
    filters={
        **_PAIR,
        "empty": Filter("(t.counted = 0) = {value}", bool, zh="没有联动", en="without any"),
        "without_supervision": Filter(
            "(t.joint_supervision = 0) = {value}", bool, zh="无监督联动", en="no joint supervision"
        ),
        "without_information": Filter(
            "(t.shared_information = 0) = {value}", bool, zh="无信息联通", en="nothing shared"
        ),
        "without_training": Filter(
            "(t.joint_training = 0) = {value}", bool, zh="无能力联升", en="no joint training"
        ),
        "without_results": Filter(
            "(t.shared_results = 0) = {value}", bool, zh="无成果联享", en="no shared results"
        ),
    },
)
PAIRING_ACTIVITIES: Final = Listing(
    "pairing-activities",
    register.PAIRING_ACTIVITIES,
    zh="室组联动活动",
    en="What offices and groups did together",
    order=("happened",),
    filters={
        **_PAIR,
        "form": Filter("t.form = {value}", zh="形式", en="form"),
        "stage": STAGE,
    },
)

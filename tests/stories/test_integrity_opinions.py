"""廉政意见 (mechanism 29): the organisation department asks about a candidate; the group answers late."""

from tests.api.installation import Member
from tests.stories.place import Place, columns, path_of, sees_nothing, waits

ASKED = {
    "unit": "education",
    "person": {"name": "张某", "post": "基建科科长"},
    "purpose": "拟提任副处级职务",
    "due": "2026-03-06",
}
SHOWN = ("name", "view", "text", "stage", "returned", "answered")
GIVEN = ("张某", "reservation", "有一件信访反映正在了解。", "accepted", 1, "2026-03-12")
OWED = [
    ("organisation", "judgement", "fulfilled", 0),
    ("organisation", "judgement", "fulfilled", 0),
    ("sg-education", "answer", "fulfilled", 2),
    ("sg-education", "clearer-answer", "fulfilled", 0),
]


def ask(place: Place, organisation: Member, group: Member, office: Member) -> str:
    """It is asked about by name; the group is late, and its office learns of that – of no more."""
    told = organisation.do("integrity-opinions", ASKED)
    opinion = path_of(told)
    waiting = group.see("parties/sg-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party", "due") == [
        ("give_opinion", "organisation", "2026-03-06")
    ]
    place.pass_to("2026-03-10")
    learned = office.see("parties/so-2/inbox")
    assert columns(learned, "kind", "from_party") == [("overdue", "sg-education")]
    assert office.get(opinion).status_code == 404
    return opinion


def test_an_opinion_is_asked_and_answered(place: Place) -> None:
    """Returned once, corrected once; between who asked and the group, neither unit nor office read it."""
    organisation = place.member("马处长", "organisation", "head")
    group = place.member("郑组长", "sg-education", "head")
    deputy = place.member("钱副组长", "sg-education", "deputy_head")
    unit = place.member("李局长", "education", "head")
    other = place.member("冯组长", "sg-health", "head")
    office = place.member("周主任", "so-2", "head")
    opinion = ask(place, organisation, group, office)
    group.do(f"{opinion}/answer", {"view": "no_objection", "text": "无。"})
    taken = group.post(f"{opinion}/accept_answer", {})
    assert (taken.status_code, taken.json()["code"]) == (403, "not_the_issuer")
    assert office.see("parties/so-2/inbox", token=group.token)["items"] == []
    told = organisation.do(f"{opinion}/return_answer", {"reason": "未说明信访情况"})
    assert waits(group, opinion, token=told["token"]) == [("clarify_opinion", "organisation")]
    place.pass_to("2026-03-12")
    group.do(f"{opinion}/answer", {"view": "no_objection", "text": GIVEN[2]})
    right = {"reason": "结论有误", "view": "reservation", "approved_by": deputy.person}
    group.do(f"{opinion}/correct", right)
    done = organisation.do(f"{opinion}/accept_answer", {})
    for member in (organisation, group):
        seen = member.see("integrity-opinions", token=done["token"])
        assert columns(seen, *SHOWN) == [GIVEN]
        assert columns(member.see("flows"), "kind", "status", "result") == [
            ("integrity_opinion", "closed", "reservation")
        ]
    owed = organisation.see("obligations", mechanism="integrity-opinions")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == OWED
    for member in (organisation, group, office):
        assert waits(member, opinion) == [], member.party
    assert office.get(opinion).status_code == 404
    assert office.see("integrity-opinions")["items"] == []
    for member in (unit, other):
        sees_nothing(member, opinion, "integrity-opinions", "flows")

"""A handler is transferred and nobody drew a list up: the office owes one, until it is signed.

First-hour need (DOMAIN.md §5): a leaver's work does not lie about because an appointment ended in time.
"""

from typing import Any

from tests.api.installation import Member
from tests.stories.leads import receive
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

GROUP = "sg-state-assets"


def left(member: Member, **more: Any) -> list[tuple[Any, ...]]:
    """What is owed because of work left behind, as somebody sees it."""
    seen = member.see("obligations", mechanism="work-hand-overs", **more)
    rows = columns(seen, "rule", "owner", "owed_to", "status", "due", "late_working_days")
    return [row[1:] for row in rows if row[0] == "left-behind"]


def waiting(member: Member) -> list[tuple[Any, ...]]:
    """Whom in the group left work waits for."""
    seen = member.see(f"parties/{member.party}/inbox")
    return [row[1:] for row in columns(seen, "kind", "party", "role") if row[0] == "work_left"]


def refuse(
    listing: dict[str, Any], head: Member, deputy: Member, taker: Member, other: Member
) -> str:
    """Who was to take it over refuses it: that list is annulled, and ends nothing."""
    refused = path_of(head.do("work-hand-overs", listing | {"taker": taker.person}))
    excuse = {"reason": "已到新单位任职", "approved_by": deputy.person}
    head.do(f"{refused}/excuse_leaver", excuse)
    why = {"item": 1, "reason": "须回避"}
    assert code(other, f"{refused}/refuse", why) == (403, "not_a_signatory")
    taker.do(f"{refused}/refuse", why)
    told = head.do(f"{refused}/annul", {"reason": "接收人拒收", "approved_by": deputy.person})
    assert [row[2] for row in left(head, token=told["token"])] == ["overdue"]
    return refused


def had_in_hand(head: Member, li: Member, wang: Member) -> str:
    """A lead that two handle; one of them will leave."""
    lead = receive(li, "陈某", unit="state-assets")
    path = path_of({"stream": lead})
    team = {"handlers": [wang.person, li.person], "keeper": li.person}
    li.do(f"{path}/register", {})
    li.do(f"{path}/propose_allocation", {"handling_party": GROUP, **team})
    head.do(f"{path}/allocate", {})
    li.do(f"{path}/acknowledge", {})
    return lead


def test_what_a_leaver_left_behind_is_owed_until_a_list_is_signed(place: Place) -> None:
    head = place.member("郑组长", GROUP, "head")
    deputy = place.member("钱副组长", GROUP, "deputy_head")
    wang = place.member("王承办", GROUP, "handler")
    li = place.member("李承办", GROUP, "handler", "keeper")
    zhao = place.member("赵承办", GROUP, "handler")
    qian = place.member("钱承办", GROUP, "handler")
    cadres = place.member("何部长", "cadre-office", "head")
    other = place.member("冯组长", "sg-health", "head")
    lead = had_in_hand(head, li, wang)
    path = path_of({"stream": lead})

    person = path_of({"stream": wang.person})
    ending = {"appointment": 1, "last_day": "2026-03-03", "reason": "调任"}
    place.founder.do(f"{person}/end_appointment", ending)
    place.pass_to("2026-03-03")
    assert left(head) == []  # the last day is still theirs
    place.pass_to("2026-03-04")
    owed = (GROUP, "cadre-office", "open", "2026-03-11", None)
    assert left(head) == left(cadres) == [owed]
    assert waiting(head) == [(GROUP, "head")]
    assert columns(head.see("work-left"), "office", "leaver", "since", "stage") == [
        (GROUP, wang.person, "2026-03-04", "left")
    ]
    assert [each["list"] for each in head.see(f"{person}/work-in-hand")["items"]] == [None]
    for member in (other, cadres):
        assert member.see("work-left")["items"] == []
        assert waiting(member) == []
        assert lead not in str(member.see(f"parties/{member.party}/timeline"))
    assert left(other) == []

    place.pass_to("2026-03-12")
    assert [row[2] for row in left(head)] == ["overdue"]
    listing = {
        "leaver": wang.person,
        "taker": zhao.person,
        "ground": "transferred",
        "last_day": "2026-03-12",
        "items": [{"matter": lead}],
    }
    assert code(other, "work-hand-overs", listing)[0] == 422
    refused = refuse(listing, head, deputy, qian, zhao)
    hand_over = path_of(head.do("work-hand-overs", listing | {"ground": "seconded"}))
    right = {"reason": "系调离", "approved_by": deputy.person, "ground": "transferred"}
    told = head.do(f"{hand_over}/correct", right)
    assert [row[2] for row in left(head, token=told["token"])] == ["overdue"]  # a list ends nothing
    excuse = {"reason": "已到新单位任职", "approved_by": deputy.person}
    head.do(f"{hand_over}/excuse_leaver", excuse)
    token = str(zhao.do(f"{hand_over}/sign", {})["token"])
    assert left(head, token=token) == [(GROUP, "cadre-office", "fulfilled", "2026-03-11", 1)]
    assert waiting(head) == []
    assert columns(head.see("work-left"), "leaver", "stage") == [(wang.person, "taken_over")]
    place.pass_to("2026-03-13")
    assert [row[2] for row in left(head)] == ["fulfilled"]
    ended(head, (qian, zhao, li), refused, hand_over)
    for matter in (path, refused, hand_over):
        assert waits(cadres, matter) == [], matter
        sees_nothing(other, matter, "work-left", "work-hand-overs", "work-hand-over-items", "leads")


def ended(head: Member, people: tuple[Member, ...], *lists: str) -> None:
    """One list annulled, one completed; the lead is in other hands, and nothing of it waits."""
    qian, zhao, li = (member.person for member in people)
    seen = head.see("work-hand-overs")
    assert columns(seen, "number", "taker", "ground", "stage") == [
        ("〔2026〕1号", qian, "transferred", "annulled"),
        ("〔2026〕2号", zhao, "transferred", "completed"),
    ]
    assert columns(head.see("leads"), "handlers") == [([zhao, li],)]
    for each in lists:
        assert waits(head, each) == [], each

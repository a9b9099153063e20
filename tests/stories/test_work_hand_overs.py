"""A handler is transferred: two leads, a case, a rectification item and one more lead go to others.

First-hour need (DOMAIN.md §5): a list that both sign. One item is taken back, one refused because the
taker keeps out of it, one signature comes late and on paper; the appointment ends all the same.
"""

from dataclasses import dataclass, field
from typing import Any

from tests.api.installation import Member
from tests.stories.leads import file_case, receive
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits

GROUP = "sg-state-assets"
UNIT = "state-assets"
SCAN = "ab" * 32


@dataclass
class Cast:
    """Who acts, and what wang has in hand: by name of the matter, its stream."""

    head: Member
    deputy: Member
    keeper: Member
    wang: Member
    li: Member
    zhao: Member
    qian: Member
    inspection: Member
    cadres: Member
    other: Member
    matters: dict[str, str] = field(default_factory=dict)

    def at(self, name: str) -> str:
        """Where a matter is acted upon."""
        return path_of({"stream": self.matters[name]})

    def items(self, *names: str) -> list[dict[str, str]]:
        """Matters as a list names them."""
        return [{"matter": self.matters[name]} for name in names]


def cast(place: Place) -> Cast:
    """Everybody in office."""
    return Cast(
        head=place.member("郑组长", GROUP, "head"),
        deputy=place.member("钱副组长", GROUP, "deputy_head"),
        keeper=place.member("周管案", GROUP, "keeper"),
        wang=place.member("王承办", GROUP, "handler"),
        li=place.member("李承办", GROUP, "handler", "keeper"),
        zhao=place.member("赵承办", GROUP, "handler"),
        qian=place.member("钱承办", GROUP, "handler"),
        inspection=place.member("吴主任", "inspection", "head"),
        cadres=place.member("何部长", "cadre-office", "head"),
        other=place.member("冯组长", "sg-health", "head"),
    )


def work(place: Place) -> Cast:
    """What wang and li handle together; for one item wang answers alone."""
    actors = cast(place)
    team = {
        "handlers": [actors.wang.person, actors.li.person],
        "keeper": actors.keeper.person,
    }
    for name, person in (("recused", "孙某"), ("kept", "吴某"), ("lead", "陈某")):
        actors.matters[name] = receive(actors.keeper, person, unit=UNIT)
        path = actors.at(name)
        actors.keeper.do(f"{path}/register", {})
        actors.keeper.do(f"{path}/propose_allocation", {"handling_party": GROUP, **team})
        actors.head.do(f"{path}/allocate", {})
        actors.keeper.do(f"{path}/acknowledge", {})
    group = {"way": "preliminary_verification", "group": team["handlers"]}
    proposal = {"disposal": group, "plan": "核查投标资料。"}
    actors.li.do(f"{actors.at('lead')}/propose_disposal", proposal)
    actors.head.do(f"{actors.at('lead')}/opine", {"opinion": "agree"})
    filed = receive(actors.wang, "周某", unit=UNIT)
    token = file_case(filed, actors.head, (actors.li, actors.wang), "临驻国立〔2026〕1号")
    (case,) = actors.head.see("cases", token=token)["items"]
    problem = {"origin": "inspection", "title": "谈话记录不完整", "unit": GROUP}
    item = actors.inspection.do("rectifications", problem)
    duty = {"level": "handler", "party": GROUP, "post": "承办人", "person": actors.wang.person}
    order = {"party": GROUP, "responsible": [duty], "verifier": "so-2", "due": "2026-04-30"}
    actors.inspection.do(f"{path_of(item)}/assign", order)
    actors.matters |= {"case": case["stream"], "item": item["stream"]}
    return actors


def draw_up(place: Place, actors: Cast) -> str:
    """The head sees what is in wang's hands, and lists it: not for li, who would be left alone."""
    wang = actors.wang.person
    place.pass_to("2026-03-03")
    in_hand = actors.head.see(f"{path_of({'stream': wang})}/work-in-hand")
    assert columns(in_hand, "family", "parts", "office") == [
        ("case", ["handler", "keeper"], GROUP),
        *[("lead", ["handler"], GROUP)] * 2,
        ("lead", ["handler", "verifier"], GROUP),
        ("rectification", ["responsible"], GROUP),
    ]
    assert {each["list"] for each in in_hand["items"]} == {None}
    assert actors.other.see(f"{path_of({'stream': wang})}/work-in-hand")["items"] == []
    names = ("recused", "kept", "lead", "case", "item")
    listing = {
        "leaver": wang,
        "taker": actors.zhao.person,
        "ground": "seconded",
        "last_day": "2026-03-06",
        "items": actors.items(*names),
    }
    assert {each["matter"] for each in in_hand["items"]} == set(actors.matters.values())
    assert code(actors.qian, "work-hand-overs", listing)[0] == 403
    assert code(actors.other, "work-hand-overs", listing) == (422, "invalid_field")
    alone = {**listing, "taker": actors.li.person}
    assert code(actors.head, "work-hand-overs", alone) == (409, "item_cannot_go")
    told = actors.head.do("work-hand-overs", listing)
    hand_over = path_of(told)
    waiting = actors.zhao.see(f"parties/{GROUP}/inbox", token=told["token"])["items"]
    mine = [each for each in waiting if each["kind"] == "work_hand_over"]
    assert {(each["person"], each["role"], each["due"]) for each in mine} == {
        (wang, None, "2026-03-06"),
        (actors.zhao.person, None, "2026-03-06"),
        (None, "head", "2026-03-06"),
    }
    return hand_over


def change(place: Place, actors: Cast, hand_over: str) -> None:
    """Zhao is related to a reported person; wang will end one lead himself; the ground was wrong."""
    recusal = {"person": actors.zhao.person, "ground": "near_relative", "reason": "系亲属"}
    actors.zhao.do(f"{actors.at('recused')}/declare_recusal", recusal)
    assert code(actors.zhao, f"{hand_over}/sign", {}) == (409, "wrong_state")
    right = {"reason": "系调离", "approved_by": actors.deputy.person, "ground": "transferred"}
    token = actors.head.do(f"{hand_over}/correct", right)["token"]
    listed = f"{hand_over}/figures"
    assert figures(actors.head.see(listed, token=token))["items"] == 5
    assert figures(actors.zhao.see(listed))["items"] == 4  # nothing of the lead he keeps out of
    assert actors.matters["recused"] not in str(actors.zhao.see(f"{hand_over}/history"))
    place.pass_to("2026-03-04")
    actors.wang.do(f"{hand_over}/take_back", {"item": 2, "reason": "本周内由移交人办结"})
    disposal = {"way": "closed", "closing": "triage"}
    path = actors.at("kept")
    actors.wang.do(f"{path}/propose_disposal", {"disposal": disposal, "plan": "不具可查性。"})
    actors.head.do(f"{path}/opine", {"opinion": "agree"})


def leave(place: Place, actors: Cast, hand_over: str) -> Member:
    """Wang's office ends with the list unsigned: it does end, and the hand-over goes on being owed."""
    founder, path = place.founder, path_of({"stream": actors.wang.person})
    ending = {"appointment": 1, "last_day": "2026-03-06", "reason": "调任"}
    founder.do(f"{path}/end_appointment", ending)
    new = {"party": "sg-health", "role": "handler", "begins": "2026-03-07"}
    founder.do(f"{path}/appoint", new)
    place.pass_to("2026-03-09")
    moved = place.installation.member(actors.wang.person, "sg-health", place.code)
    owed = actors.cadres.see("obligations", mechanism="work-hand-overs")
    assert columns(owed, "rule", "owner", "status") == [("hand-over", GROUP, "overdue")]
    assert code(actors.wang, f"{hand_over}/sign", {}) == (403, "not_authorised")
    assert code(moved, f"{hand_over}/sign", {}) == (404, "not_found")
    return moved


def sign(place: Place, actors: Cast, hand_over: str) -> str:
    """Wang's paper, signed a day late, is entered; zhao refuses one item and signs for the others."""
    paper = {"side": "leaver", "scan": SCAN, "checked_by": actors.deputy.person}
    signed = paper | {"occurred": {"date": "2026-03-06"}}
    assert code(actors.qian, f"{hand_over}/enter_signature", signed)[0] == 403
    actors.head.do(f"{hand_over}/enter_signature", signed)
    assert code(actors.zhao, f"{hand_over}/sign", {}) == (409, "item_cannot_go")
    refusal = {"item": 1, "reason": "须回避"}
    assert code(actors.head, f"{hand_over}/refuse", refusal) == (403, "not_a_signatory")
    actors.zhao.do(f"{hand_over}/refuse", refusal)
    actors.zhao.do(f"{hand_over}/sign", {})
    second = {
        "leaver": actors.wang.person,
        "taker": actors.qian.person,
        "ground": "transferred",
        "last_day": "2026-03-06",
        "items": actors.items("recused"),
    }
    other = path_of(actors.head.do("work-hand-overs", second))
    excuse = {"reason": "已到新单位任职", "approved_by": actors.deputy.person}
    actors.head.do(f"{other}/excuse_leaver", excuse)
    token = str(actors.qian.do(f"{other}/sign", {})["token"])
    place.pass_to("2026-03-10")
    return token


def figures(seen: dict[str, Any]) -> dict[str, int]:
    """The numbers by name."""
    return {each["name"]: each["value"] for each in seen["figures"]}


def test_a_leavers_work_is_handed_over(place: Place) -> None:
    """Afterwards each matter, inbox and debt is whose it should be, and the leaver reads nothing of it."""
    actors = work(place)
    hand_over = draw_up(place, actors)
    change(place, actors, hand_over)
    moved = leave(place, actors, hand_over)
    token = sign(place, actors, hand_over)
    _lists(actors, hand_over, token)
    _matters(actors)
    _debts(actors)
    _outsiders(actors, moved, hand_over)


def _lists(actors: Cast, hand_over: str, token: str) -> None:
    lists = actors.head.see("work-hand-overs", token=token)
    assert columns(lists, "number", "stage", "ground", "leaver_signed", "completed") == [
        ("〔2026〕1号", "completed", "transferred", "2026-03-06", "2026-03-09"),
        ("〔2026〕2号", "completed", "transferred", None, "2026-03-09"),
    ]
    assert figures(actors.head.see(f"{hand_over}/figures")) == {
        "items": 5,
        "handed_over": 3,
        "taken_back": 1,
        "refused": 1,
        "lapsed": 0,
        "left": 0,
    }
    (opens,) = [
        each["opens"]
        for each in actors.head.see(f"{hand_over}/figures")["figures"]
        if each["name"] == "handed_over"
    ]
    opened = actors.head.get(opens).json()
    assert columns(opened, "item", "matter", "parts") == [
        (3, actors.matters["lead"], ["handler", "verifier"]),
        (4, actors.matters["case"], ["handler", "keeper"]),
        (5, actors.matters["item"], ["responsible"]),
    ]


def _matters(actors: Cast) -> None:
    """Each family says so itself; what is in hand follows."""
    li = actors.li.person
    expected = {
        "lead": [actors.zhao.person, li],
        "recused": [actors.qian.person, li],
        "kept": [actors.wang.person, li],  # ended in wang's hands
        "case": [li, actors.zhao.person],
    }
    found = {name: actors.head.see(actors.at(name))["handlers"] for name in expected}
    assert found == expected
    assert actors.head.see(actors.at("lead"))["verifiers"] == expected["lead"]
    assert actors.head.see(actors.at("case"))["keeper"] == actors.zhao.person
    (responsible,) = actors.inspection.see(actors.at("item"))["responsible"]
    assert responsible["person"] == actors.zhao.person
    in_hand = {
        member.person: columns(
            actors.head.see(f"{path_of({'stream': member.person})}/work-in-hand"), "matter"
        )
        for member in (actors.wang, actors.zhao, actors.qian)
    }
    assert in_hand == {
        actors.wang.person: [],
        actors.zhao.person: sorted((actors.matters[each],) for each in ("lead", "case", "item")),
        actors.qian.person: [(actors.matters["recused"],)],
    }


def _debts(actors: Cast) -> None:
    hand_overs = [path_of(each) for each in actors.head.see("work-hand-overs")["items"]]
    owed = actors.head.see("obligations", mechanism="work-hand-overs")
    assert columns(owed, "rule", "status", "late_working_days") == [
        ("hand-over", "fulfilled", 1),
        ("hand-over", "fulfilled", 1),
        ("leaver-signature", "fulfilled", 0),
        ("leaver-signature", "fulfilled", 1),
        ("taker-signature", "fulfilled", 0),
        ("taker-signature", "fulfilled", 0),
    ]
    seen = actors.cadres.see("obligations", mechanism="work-hand-overs")
    assert columns(seen, "rule") == [("hand-over",), ("hand-over",)]
    for member in (actors.head, actors.cadres):
        for matter in hand_overs:
            assert waits(member, matter) == [], (member.party, matter)


def _outsiders(actors: Cast, moved: Member, hand_over: str) -> None:
    """Neither the leaver in the new office, nor its head, nor the cadre office, nor who raised the item."""
    assert actors.wang.get("leads").json()["items"] == []
    assert actors.wang.get(hand_over).status_code == 404
    for member in (moved, actors.other, actors.cadres, actors.inspection):
        assert member.get(hand_over).status_code == 404
        for path in lists_of(hand_over):
            assert member.see(path)["items"] == [], (member.party, path)
        assert member.get(actors.at("lead")).status_code == 404
        timeline = str(member.see(f"parties/{member.party}/timeline")["items"])
        assert "work_hand_over" not in timeline
    for member in (moved, actors.other, actors.inspection):
        sees_nothing(member, hand_over)
    inbox = moved.see("parties/sg-health/inbox")["items"]
    assert not {each["stream"] for each in inbox} & {*actors.matters.values()}
    zhao = actors.zhao.see("work-hand-over-items")["items"]
    assert actors.matters["recused"] not in {each["matter"] for each in zhao}
    assert actors.zhao.get(actors.at("recused")).status_code == 404


def many(actors: Cast, number: int) -> list[dict[str, str]]:
    """So many rectification items for which wang answers."""
    duty = {"level": "handler", "party": GROUP, "post": "承办人", "person": actors.wang.person}
    order = {"party": GROUP, "responsible": [duty], "verifier": "so-2", "due": "2026-04-30"}
    listed = []
    for serial in range(1, number + 1):
        problem = {"origin": "inspection", "title": f"谈话记录第{serial}处不完整", "unit": GROUP}
        item = actors.inspection.do("rectifications", problem)
        actors.inspection.do(f"{path_of(item)}/assign", order)
        listed.append({"matter": str(item["stream"])})
    actors.head.see("parties", token=actors.inspection.token)
    return listed


def sign_for_many(place: Place, actors: Cast, hand_over: str) -> None:
    """One act takes fifty; nobody goes on before both signed, and only taker, keeper and head after."""
    go_on = f"{hand_over}/go_on"
    assert code(actors.zhao, go_on, {}) == (409, "wrong_state")
    actors.wang.do(f"{hand_over}/sign", {})
    assert code(actors.zhao, go_on, {}) == (409, "wrong_state")
    token = actors.zhao.do(f"{hand_over}/sign", {})["token"]
    (seen,) = actors.head.see("work-hand-overs", token=token)["items"]
    assert (seen["stage"], seen["completed"]) == ("moving", None)
    counted = figures(actors.head.see(f"{hand_over}/figures"))
    assert (counted["handed_over"], counted["left"]) == (50, 2)
    for member in (actors.qian, actors.wang):
        assert code(member, go_on, {}) == (403, "not_authorised"), member.person
    assert code(actors.other, go_on, {}) == (404, "not_found")
    assert waits(actors.head, hand_over) == [("work_hand_over", None)]
    place.pass_to("2026-03-09")
    owed = actors.cadres.see("obligations", mechanism="work-hand-overs")
    assert columns(owed, "rule", "owner", "status") == [("hand-over", GROUP, "overdue")]


def test_a_long_list_goes_over_in_more_than_one_act(place: Place) -> None:
    """Of fifty-two items fifty go over at once; of the rest one was annulled meanwhile, one goes on late."""
    actors = cast(place)
    items = many(actors, 52)
    listing = {
        "leaver": actors.wang.person,
        "taker": actors.zhao.person,
        "ground": "transferred",
        "last_day": "2026-03-06",
        "items": items,
    }
    hand_over = path_of(actors.head.do("work-hand-overs", listing))
    sign_for_many(place, actors, hand_over)
    second = place.member("孙副主任", "inspection", "deputy_head")
    void = {"reason": "与前一处重复", "approved_by": second.person}
    actors.inspection.do(f"{path_of({'stream': items[50]['matter']})}/annul", void)
    token = actors.zhao.do(f"{hand_over}/go_on", {})["token"]
    assert code(actors.zhao, f"{hand_over}/go_on", {}) == (409, "wrong_state")
    (seen,) = actors.head.see("work-hand-overs", token=token)["items"]
    assert (seen["stage"], seen["completed"]) == ("completed", "2026-03-09")
    counted = figures(actors.head.see(f"{hand_over}/figures"))
    assert {name: number for name, number in counted.items() if number} == {
        "items": 52,
        "handed_over": 51,
        "lapsed": 1,
    }
    owed = actors.head.see("obligations", mechanism="work-hand-overs")
    assert columns(owed, "rule", "status", "late_working_days") == [
        ("hand-over", "fulfilled", 1),
        ("leaver-signature", "fulfilled", 0),
        ("taker-signature", "fulfilled", 0),
    ]
    assert waits(actors.head, hand_over) == []
    in_hand = {
        name: len(actors.head.see(f"{path_of({'stream': who})}/work-in-hand")["items"])
        for name, who in (("wang", actors.wang.person), ("zhao", actors.zhao.person))
    }
    assert in_hand == {"wang": 0, "zhao": 51}
    for member in (actors.other, actors.inspection, actors.cadres):
        assert member.get(hand_over).status_code == 404
        assert member.see("work-hand-overs")["items"] == []
    sees_nothing(actors.other, hand_over, "work-hand-overs", "work-hand-over-items")

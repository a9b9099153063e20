"""同级谈心谈话与“一把手”监督 (mechanism 27): who was talked to, what was promised – and who was not."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits

DIRECTOR = {"name": "李某", "post": "局长", "first_hand": True}
PEOPLE = [DIRECTOR, {"name": "张某", "post": "副局长"}, {"name": "王某", "post": "副局长"}]
FACT = {
    "section": "key_people",
    "text": "现任。",
    "source": "分工通知",
    "stated_on": "2026-03-02",
}
PLAN = {"unit": "education", "planned": "2026-03-06", "topics": "一岗双责"}
PROMISE = {"text": "完善项目变更集体研究制度。", "due": "2026-03-27"}
SAID = {"text": "交流了基建廉政风险。", "promises": [PROMISE]}


@dataclass
class Cast:
    """Who talks, who may know of it, who must not."""

    group: Member
    deputy: Member
    clerk: Member
    office: Member
    leader: Member
    unit: Member
    other: Member


def cast_of(place: Place) -> Cast:
    """The group at the education bureau, those above, and those beside."""
    return Cast(
        group=place.member("郑组长", "sg-education", "head"),
        deputy=place.member("钱副组长", "sg-education", "deputy_head"),
        clerk=place.member("孙干事", "sg-education", "handler"),
        office=place.member("周主任", "so-2", "head"),
        leader=place.member("吴常委", "commission", "leader_in_charge"),
        unit=place.member("李局长", "education", "head"),
        other=place.member("冯组长", "sg-health", "head"),
    )


def know_the_people(cast: Cast, people: list[dict[str, object]]) -> str:
    """The dossier says who the key people of the bureau are; its path."""
    dossier = path_of(cast.group.do("dossiers", {"unit": "education"}))
    for person in people:
        cast.group.do(f"{dossier}/record", FACT | {"person": person})
    return dossier


def talk_to_the_deputy(place: Place, cast: Cast) -> str:
    """Put off once, held late, by the head; what was promised is not kept at first."""
    plan = PLAN | {"kind": "peer", "person": PEOPLE[1]}
    refused = cast.office.post("talks", plan)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_stationed_there")
    told = cast.group.do("talks", plan)
    talk = path_of(told)
    waiting = cast.group.see("parties/sg-education/inbox", token=told["token"])
    assert ("hold_talk", "2026-03-06") in columns(waiting, "kind", "due")
    away = cast.office.post(f"{talk}/hold", SAID)
    assert (away.status_code, away.json()["code"]) == (403, "not_who_holds_the_talk")
    off = {"planned": "2026-03-09", "reason": "外出开会"}
    cast.group.do(f"{talk}/postpone", off)
    place.pass_to("2026-03-11")
    by_clerk = cast.clerk.post(f"{talk}/hold", SAID)
    assert (by_clerk.status_code, by_clerk.json()["code"]) == (403, "not_authorised")
    cast.deputy.do(f"{talk}/hold", SAID)
    send_back(place, cast, talk)
    right = {"reason": "记录有误", "text": "交流了基建、采购廉政风险。"}
    cast.group.do(f"{talk}/correct", {**right, "approved_by": cast.deputy.person})
    right = {"reason": "回访日期有误", "approved_by": cast.deputy.person}
    cast.group.do(f"{talk}/correct", {**right, "promise": 1, "due": "2026-04-07"})
    place.pass_to("2026-04-07")
    partly = {"promise": 1, "kept": "partly", "text": "正在征求意见。", "due": "2026-04-20"}
    cast.group.do(f"{talk}/follow_up", partly)
    place.pass_to("2026-04-20")
    cast.group.do(f"{talk}/follow_up", {"promise": 1, "kept": "kept", "text": "已印发。"})
    return talk


def send_back(place: Place, cast: Cast, talk: str) -> None:
    """The head reads what the deputy recorded, and sends it back; the better one is a working day late."""
    back = {"reason": "请补充对方表态", "due": "2026-03-13"}
    assert code(cast.deputy, f"{talk}/return_record", back) == (403, "not_authorised")
    assert code(cast.clerk, f"{talk}/return_record", back) == (403, "not_authorised")
    assert code(cast.office, f"{talk}/return_record", back) == (403, "not_who_holds_the_talk")
    told = cast.group.do(f"{talk}/return_record", back)
    waiting = cast.deputy.see("parties/sg-education/inbox", token=told["token"])
    assert ("revise_talk_record", "请补充对方表态", "2026-03-13") in columns(
        waiting, "kind", "title", "due"
    )
    assert "revise_talk_record" not in str(cast.clerk.see("parties/sg-education/inbox"))
    place.pass_to("2026-03-16")
    late = cast.office.see("obligations", status="overdue", mechanism="talks", family="talk")
    assert columns(late, "owner", "rule") == [("sg-education", "revision")]
    cast.deputy.do(f"{talk}/revise_record", {"text": "交流了基建廉政风险,对方表示整改。"})
    assert code(cast.deputy, f"{talk}/accept_record", {}) == (403, "not_authorised")
    cast.group.do(f"{talk}/accept_record", {})


def talk_to_the_first_hand(cast: Cast) -> tuple[str, str]:
    """A leader of the commission talks to the director, whom the dossier knows by name; path and token."""
    plan = PLAN | {"kind": "first_hand", "person": DIRECTOR, "planned": "2026-04-20"}
    talk = path_of(cast.leader.do("talks", plan))
    done = cast.leader.do(f"{talk}/hold", {"text": "提醒落实第一责任人责任。"})
    return talk, str(done["token"])


@pytest.mark.parametrize("people", [PEOPLE, PEOPLE[:2]], ids=["three", "two"])
def test_who_was_not_talked_to_is_counted(place: Place, people: list[dict[str, object]]) -> None:
    """Of the key people one had no talk this year; with one fewer in the dossier, nobody."""
    cast = cast_of(place)
    dossier = know_the_people(cast, people)
    talk = talk_to_the_deputy(place, cast)
    first_hand, token = talk_to_the_first_hand(cast)
    for member in (cast.group, cast.office):
        covered = member.see("talk-coverage", token=token, period="2026")["items"]
        of_group = [each for each in covered if each["stationed_group"] == "sg-education"]
        known = [("education", each["name"], each is DIRECTOR) for each in people]
        talked = [(*each, int(each[1] != "王某")) for each in sorted(known)]
        named = columns({"items": of_group}, "unit", "name", "first_hand", "times")
        assert named == [*talked, ("sports", None, True, 0)]
    gaps = cast.group.see("talk-coverage", period="2026", gaps=True)
    untouched = [("education", "王某")] * (len(people) - 2)
    assert columns(gaps, "unit", "name") == [*untouched, ("sports", None)]
    talks = cast.office.see("talks")
    assert columns(talks, "kind", "name", "stage", "held_by_party", "held") == [
        ("first_hand", "李某", "held", "commission", "2026-04-20"),
        ("peer", "张某", "held", "sg-education", "2026-03-11"),
    ]
    owed = cast.office.see("obligations", mechanism="talks", family="talk")
    assert columns(owed, "rule", "status", "late_working_days") == [
        ("follow-up", "fulfilled", 0),
        ("follow-up", "fulfilled", 0),
        ("follow-up", "superseded", None),
        ("hold", "fulfilled", 0),
        ("hold", "fulfilled", 2),
        ("hold", "superseded", None),
        ("reading", "fulfilled", 0),
        ("revision", "fulfilled", 1),
    ]
    each_is_owed(cast, people)
    keeps_to_itself(cast, talk)
    held = (talk, first_hand, *whom_nobody_talked_to(place, cast))
    assert waits(cast.office, dossier) == [("overdue", "sg-education")] * 6
    left = [("fill_section", None)] * 6 + [("talk_to", None)] * len(people)
    for member in (cast.group, cast.deputy, cast.clerk):
        assert waits(member, dossier) == left, member.person
    for path in held:
        for member in (cast.group, cast.deputy, cast.clerk, cast.office, cast.leader):
            assert waits(member, path) == [], member.party
    for path in (dossier, *held):
        for member in (cast.unit, cast.other):
            sees_nothing(member, path, *lists_of(path))


def each_is_owed(cast: Cast, people: list[dict[str, object]]) -> None:
    """One by one, without a name: the two who were talked to again within a year, the third since March."""
    owed = cast.office.see("obligations", mechanism="talks", family="dossier")
    untouched = [("open", "2027-03-02")] * (len(people) - 2)
    assert columns(owed, "status", "due") == [
        ("fulfilled", "2027-03-02"),
        ("fulfilled", "2027-03-02"),
        *untouched,
        ("open", "2027-03-11"),
        ("open", "2027-04-20"),
    ]
    for person in people:
        assert str(person["name"]) not in str(owed)
    for member in (cast.unit, cast.other, cast.leader):
        seen = member.see("obligations", mechanism="talks", family="dossier")
        assert seen["items"] == [], member.party


def keeps_to_itself(cast: Cast, talk: str) -> None:
    """What was said is read by who leads the group; that talks took place, not by unit or other groups."""
    said = cast.group.see("talk-contents")
    assert columns(said, "text", "stage", "returned") == [
        ("交流了基建、采购廉政风险。", "accepted", 1)
    ]
    promises = cast.deputy.see("talk-promises")
    assert columns(promises, "stage", "kept", "followed_up_text") == [("kept", "kept", "已印发。")]
    for member in (cast.clerk, cast.office, cast.unit, cast.other):
        for path in ("talk-contents", "talk-promises"):
            assert member.see(path)["items"] == [], path
    assert "廉政风险" not in str(cast.office.see(f"{talk}/history"))
    assert cast.unit.see("talk-coverage", period="2026")["items"] == []
    elsewhere = cast.other.see("talk-coverage", period="2026")["items"]
    assert {each["stationed_group"] for each in elsewhere} == {"sg-health"}


def whom_nobody_talked_to(place: Place, cast: Cast) -> list[str]:
    """At the sports bureau nobody was talked to in 2026: owed in January, for that year first, or missed.

    Gives the talks that are held then.
    """
    of_year = {"mechanism": "talks", "owner": "sg-education", "family": "obligation"}
    names = ("period", "rule", "share_of", "status")
    rules = ("first-hand-year", "peer-year")
    told = [("2026", rule, "education", "fulfilled") for rule in rules]
    owed = [("2027", rule, unit, "open") for rule in rules for unit in ("education", "sports")]
    place.pass_to("2027-01-05")
    late = [("2026", rule, "sports", "overdue") for rule in rules]
    seen = cast.office.see("obligations", **of_year)
    assert columns(seen, *names) == sorted([*told, *late, *owed])
    close_as_missed(cast, seen)
    sports = {"unit": "sports", "planned": "2027-01-05", "topics": "一岗双责"}
    held = []
    for kind in ("peer", "first_hand"):
        plan = sports | {
            "kind": kind,
            "person": {"name": "赵某", "post": "局长", "first_hand": True},
        }
        talk = path_of(cast.group.do("talks", plan))
        cast.group.do(f"{talk}/hold", {"text": "首次谈话。"})
        held.append(talk)
    place.settle()
    seen = cast.office.see("obligations", **of_year)
    of_sports = [row for row in columns(seen, *names, "late_working_days") if row[2] == "sports"]
    assert of_sports == [
        ("2026", "first-hand-year", "sports", "fulfilled", 3),
        ("2026", "peer-year", "sports", "missed", None),
        ("2027", "first-hand-year", "sports", "open", None),
        ("2027", "peer-year", "sports", "fulfilled", 0),
    ]
    gaps = cast.group.see("talk-coverage", period="2026", gaps=True)
    assert ("sports", None) in columns(gaps, "unit", "name")
    covered = cast.group.see("talk-coverage", period="2027")
    assert ("sports", None, 2) in columns(covered, "unit", "name", "times")
    return held


def close_as_missed(cast: Cast, seen: dict[str, Any]) -> None:
    """The office closes the peer talk of the year as missed, by a document; the group itself cannot."""
    late = (each for each in seen["items"] if each["status"] == "overdue")
    missed = next(each for each in late if each["rule"] == "peer-year")
    path = f"{path_of(missed)}/obligations/close_as_missed"
    body = {
        "obligation": missed["obligation"],
        "reason": "领导班子调整",
        "document": "临纪办〔2027〕1号",
        "decided_on": "2027-01-05",
        "approved_by": cast.leader.person,
    }
    assert code(cast.group, path, body) == (403, "own_obligation")
    assert code(cast.other, path, body) == (404, "not_found")
    cast.office.do(path, body)

"""同级谈心谈话与“一把手”监督 (mechanism 27): who was talked to, what was promised – and who was not."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, columns, path_of

DIRECTOR = {"name": "李某", "post": "局长", "first_hand": True}
PEOPLE = [DIRECTOR, {"name": "张某", "post": "副局长"}, {"name": "王某", "post": "副局长"}]
FACT = {
    "section": "key_people",
    "text": "现任。",
    "source": "分工通知",
    "stated_on": "2026-03-02",
}
PLAN = {"unit": "education", "planned": "2026-03-06", "topics": "一岗双责"}
PROMISE = {"text": "完善项目变更集体研究制度。", "due": "2026-04-07"}
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


def know_the_people(cast: Cast, people: list[dict[str, object]]) -> None:
    """The dossier says who the key people of the bureau are."""
    dossier = path_of(cast.group.do("dossiers", {"unit": "education"}))
    for person in people:
        cast.group.do(f"{dossier}/record", FACT | {"person": person})


def talk_to_the_deputy(place: Place, cast: Cast) -> str:
    """Put off once, held late, by the head; what was promised is not kept at first."""
    plan = PLAN | {"kind": "peer", "person": PEOPLE[1]}
    refused = cast.office.post("talks", plan)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_stationed_there")
    talk = path_of(cast.group.do("talks", plan))
    off = {"planned": "2026-03-09", "reason": "外出开会"}
    cast.group.do(f"{talk}/postpone", off)
    place.pass_to("2026-03-11")
    by_clerk = cast.clerk.post(f"{talk}/hold", SAID)
    assert (by_clerk.status_code, by_clerk.json()["code"]) == (403, "not_authorised")
    cast.group.do(f"{talk}/hold", SAID)
    right = {"reason": "记录有误", "text": "交流了基建、采购廉政风险。"}
    cast.group.do(f"{talk}/correct", {**right, "approved_by": cast.deputy.person})
    place.pass_to("2026-04-07")
    partly = {"promise": 1, "kept": "partly", "text": "正在征求意见。", "due": "2026-04-20"}
    cast.group.do(f"{talk}/follow_up", partly)
    place.pass_to("2026-04-20")
    cast.group.do(f"{talk}/follow_up", {"promise": 1, "kept": "kept", "text": "已印发。"})
    return talk


def talk_to_the_first_hand(cast: Cast) -> str:
    """A leader of the commission talks to the director, whom the dossier knows by name."""
    plan = PLAN | {"kind": "first_hand", "person": DIRECTOR, "planned": "2026-04-20"}
    talk = path_of(cast.leader.do("talks", plan))
    done = cast.leader.do(f"{talk}/hold", {"text": "提醒落实第一责任人责任。"})
    return str(done["token"])


@pytest.mark.parametrize("people", [PEOPLE, PEOPLE[:2]], ids=["three", "two"])
def test_who_was_not_talked_to_is_counted(place: Place, people: list[dict[str, object]]) -> None:
    """Of the key people one had no talk this year; with one fewer in the dossier, nobody."""
    cast = cast_of(place)
    know_the_people(cast, people)
    talk = talk_to_the_deputy(place, cast)
    token = talk_to_the_first_hand(cast)
    for member in (cast.group, cast.office):
        covered = member.see("talk-coverage", token=token, period="2026")
        assert columns(covered, "unit", "name", "first_hand", "times") == sorted(
            ("education", each["name"], each is DIRECTOR, int(each is not PEOPLE[2]))
            for each in people
        )
        gaps = member.see("talk-coverage", period="2026", gaps=True)
        assert columns(gaps, "name") == [("王某",)] * (len(people) - 2)
    talks = cast.office.see("talks")
    assert columns(talks, "kind", "name", "stage", "held_by_party", "held") == [
        ("first_hand", "李某", "held", "commission", "2026-04-20"),
        ("peer", "张某", "held", "sg-education", "2026-03-11"),
    ]
    owed = cast.office.see("obligations", mechanism="talks")
    assert columns(owed, "rule", "status", "late_working_days") == [
        ("follow-up", "fulfilled", 0),
        ("follow-up", "fulfilled", 0),
        ("hold", "fulfilled", 0),
        ("hold", "fulfilled", 2),
        ("hold", "superseded", None),
    ]
    keeps_to_itself(cast, talk)


def keeps_to_itself(cast: Cast, talk: str) -> None:
    """What was said is read by who leads the group; that talks took place, not by unit or other groups."""
    said = cast.group.see("talk-contents")
    assert columns(said, "text") == [("交流了基建、采购廉政风险。",)]
    promises = cast.deputy.see("talk-promises")
    assert columns(promises, "stage", "kept", "followed_up_text") == [("kept", "kept", "已印发。")]
    for member in (cast.clerk, cast.office, cast.unit, cast.other):
        for path in ("talk-contents", "talk-promises"):
            assert member.see(path)["items"] == [], path
    assert "廉政风险" not in str(cast.office.see(f"{talk}/history"))
    for member in (cast.unit, cast.other):
        assert member.get(talk).status_code == 404
        assert member.see("talks")["items"] == []
        assert member.see("talk-coverage", period="2026")["items"] == []

"""教育培训 (mechanism 28): «室主任大讲堂» – named late, sent back, held, corrected; who had none."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

PLAN = {
    "brand": "office-heads-lecture",
    "title": "派驻监督发现问题的方法",
    "lecturer": "周某某",
    "planned": "2026-03-12",
    "name_by": "2026-03-06",
    "parties": ["sg-education", "sg-health"],
}
SHOWN = ("party", "stage", "returned", "absent")


@dataclass
class Cast:
    """Who trains, who is trained, who must see nothing."""

    cadres: Member
    deputy: Member
    group: Member
    clerk: Member
    health: Member
    office: Member
    leader: Member
    keeper: Member
    unit: Member
    other: Member


def cast_of(place: Place) -> Cast:
    """The organisation office, two groups, those above them, and those beside."""
    return Cast(
        cadres=place.member("何部长", "cadre-office", "head"),
        deputy=place.member("罗副部长", "cadre-office", "deputy_head"),
        group=place.member("郑组长", "sg-education", "head"),
        clerk=place.member("孙干事", "sg-education", "handler"),
        health=place.member("冯组长", "sg-health", "head"),
        office=place.member("周主任", "so-2", "head"),
        leader=place.member("吴常委", "commission", "leader_in_charge"),
        keeper=place.member("许干事", "cs", "keeper"),
        unit=place.member("李局长", "education", "head"),
        other=place.member("韦组长", "sg-finance", "head"),
    )


def plan(cast: Cast) -> str:
    """A brand that is not the scheme's is refused, and a group that does not hold this one."""
    assert code(cast.cadres, "trainings", PLAN | {"brand": "elsewhere"}) == (
        422,
        "no_such_training_brand",
    )
    beside = PLAN | {"parties": ["sg-health"]}
    assert code(cast.group, "trainings", beside) == (403, "not_an_organiser")
    told = cast.cadres.do("trainings", PLAN)
    waiting = cast.group.see("parties/sg-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party") == [("name_attendees", "cadre-office")]
    return path_of(told)


def name(place: Place, cast: Cast, path: str) -> None:
    """One group names in time, the other late, somebody of another body, and too few."""
    cast.health.do(f"{path}/name_attendees", {"persons": [cast.health.person]})
    place.pass_to("2026-03-10")
    of_another = {"persons": [cast.health.person]}
    assert code(cast.group, f"{path}/name_attendees", of_another) == (422, "invalid_field")
    cast.group.do(f"{path}/name_attendees", {"persons": [cast.clerk.person]})
    cast.cadres.do(f"{path}/return_names", {"party": "sg-education", "reason": "请增加一名"})
    both = {"persons": [cast.clerk.person, cast.group.person]}
    cast.group.do(f"{path}/name_attendees", both)


def hold(place: Place, cast: Cast, path: str, *, came: bool) -> str:
    """One of the group comes; whether somebody of the other does is for the story to say."""
    place.pass_to("2026-03-12")
    of_health = {"party": "sg-health", "persons": [cast.health.person] if came else []}
    wrong = {"party": "sg-education", "persons": [cast.group.person]}
    cast.cadres.do(f"{path}/hold", {"attendance": [wrong, of_health]})
    right = wrong | {"persons": [cast.clerk.person]}
    body = {"reason": "签到有误", "approved_by": cast.deputy.person, "attendance": right}
    return str(cast.cadres.do(f"{path}/correct", body)["token"])


@pytest.mark.parametrize("came", [True, False], ids=["came", "stayed-away"])
def test_whose_people_had_no_training_is_counted(liuzhou: Place, *, came: bool) -> None:
    """Of the office's groups one is not covered if nobody of it came; who was named and stayed away shows."""
    cast = cast_of(liuzhou)
    path = plan(cast)
    name(liuzhou, cast, path)
    token = hold(liuzhou, cast, path, came=came)
    seen = cast.cadres.see("training-attendances", token=token)
    of_education = ("sg-education", "held", 1, 1)
    assert columns(seen, *SHOWN) == [of_education, ("sg-health", "held", 0, int(not came))]
    own = cast.group.see("training-attendances")
    assert [each["came"] for each in own["items"]] == [[cast.clerk.person]]
    assert columns(own, *SHOWN) == [of_education]
    for member in (cast.office, cast.leader):
        covered = times(member.see("training-coverage", period="2026-Q1"))
        assert (covered["sg-education"], covered["sg-health"]) == (1, int(came))
        gaps = times(member.see("training-coverage", period="2026-Q1", gaps=True))
        assert ("sg-health" in gaps) is not came
    owed = cast.cadres.see("obligations", mechanism="trainings")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("cadre-office", "holding", "fulfilled", 0),
        ("sg-education", "naming", "fulfilled", 2),
        ("sg-education", "naming-again", "fulfilled", 0),
        ("sg-health", "naming", "fulfilled", 0),
    ]
    whole = cast.leader.see("obligations", mechanism="trainings", family="obligation", limit=100)
    year = {each["owner"]: (each["status"], each["due"]) for each in whole["items"]}
    assert year["sg-education"] == ("fulfilled", "2026-12-31")
    assert year["sg-health"] == ("fulfilled" if came else "open", "2026-12-31")
    stays_apart(cast, path)


def times(seen: dict[str, Any]) -> dict[str, int]:
    """How often each group was covered."""
    return {each["stationed_group"]: each["times"] for each in seen["items"]}


def stays_apart(cast: Cast, path: str) -> None:
    """Cadre data: nothing for keeper, host unit and groups not invited; of one body nothing for another.

    And nothing is left to do.
    """
    for member in (cast.cadres, cast.group, cast.health):
        assert waits(member, path) == [], member.party
    for member in (cast.keeper, cast.unit, cast.other):
        sees_nothing(member, path, "trainings", "training-attendances")
        owed = member.see("obligations", mechanism="trainings", family="training")
        assert owed["items"] == []
    assert cast.clerk.see("training-attendances")["items"] == []
    assert columns(cast.health.see("training-attendances"), "party") == [("sg-health",)]
    assert cast.group.person not in str(cast.health.see(f"{path}/history"))

"""统一考核 (mechanism 28): two groups are assessed for a quarter, by figures that are counted.

One supervision fewer, and figure, points and grade are others. The peers learn the grade and no more.
"""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits

PERIOD = "2026-Q1"
BODIES = 14
NOTHING = {"results": [{"outcome": "nothing", "text": "未发现问题。"}]}
STANDS = ("body", "stage", "total_hundredths", "grade", "returned", "objected_to")
EARNED = ("indicator", "value", "whole", "hundredths")


@dataclass
class Cast:
    """Who assesses, who is assessed, a peer, and who must see nothing."""

    cadres: Member
    leader: Member
    education: Member
    health: Member
    peer: Member
    clerk: Member
    office: Member
    unit: Member


def cast_of(place: Place) -> Cast:
    """The organisation office, two groups, a third one beside them, and those who are no bodies."""
    return Cast(
        cadres=place.member("何部长", "cadre-office", "head"),
        leader=place.member("赵书记", "commission", "principal_head"),
        education=place.member("郑组长", "sg-education", "head"),
        health=place.member("冯组长", "sg-health", "head"),
        peer=place.member("钱组长", "sg-finance", "head"),
        clerk=place.member("孙干事", "sg-education", "member"),
        office=place.member("周主任", "so-2", "head"),
        unit=place.member("李局长", "education", "head"),
    )


def supervise(group: Member, unit: str, number: int, **more: Any) -> str:
    """A check on site at a unit."""
    body = {
        "unit": unit,
        "method": "site_check",
        "focuses": ["key_node"],
        "title": f"第{number}次现场检查",
        "findings": "资料齐全。",
    }
    return path_of(group.do("daily-supervisions", body | more))


def work(place: Place, cast: Cast, times: int) -> None:
    """Education concludes its checks in time, one was entered twice; health concludes its only one late."""
    for number in range(times):
        path = supervise(cast.education, "education", number)
        cast.education.do(f"{path}/conclude", NOTHING)
    twice = supervise(cast.education, "education", 0)
    mistaken = {"reason": "重复登记", "approved_by": cast.leader.person}
    cast.education.do(f"{twice}/annul", mistaken)
    path = supervise(cast.health, "health", 1)
    place.pass_to("2026-04-01")
    cast.health.do(f"{path}/conclude", NOTHING)


def open_both(cast: Cast) -> tuple[str, str]:
    """The organisation office alone assesses."""
    body = {"body": "sg-education", "period": PERIOD, "declare_by": "2026-04-08"}
    assert code(cast.leader, "assessments", body) == (403, "not_the_assessor")
    education = path_of(cast.cadres.do("assessments", body))
    health = path_of(cast.cadres.do("assessments", body | {"body": "sg-health"}))
    return education, health


def counted(group: Member, path: str, token: str | None = None, **asked: str) -> dict[str, int]:
    """The figures, each of which opens exactly what it counts."""
    seen = group.see(f"{path}/figures", token=token, **asked)["figures"]
    for figure in () if asked else seen:
        opened = group.get(figure["opens"]).json()["items"]
        assert len(opened) == figure["value"], figure
    return {figure["name"]: figure["value"] for figure in seen}


def declare(cast: Cast, group: Member, path: str, **wrong: int) -> dict[str, int]:
    """A group declares what it counts, but for what is ``wrong``."""
    figures = counted(group, path, cast.cadres.token)
    asked = {name: figures[name] for name in figures if name != "leads_received"} | wrong
    told = [{"count": name, "value": value} for name, value in asked.items()]
    lacking = {"as_of": "2026-03-31", "figures": told[1:]}
    assert code(group, f"{path}/declare", lacking) == (422, "invalid_field")
    group.do(f"{path}/declare", {"as_of": "2026-03-31", "figures": told})
    return figures


def publish(cast: Cast, path: str, appraisal: int, until: str) -> None:
    """Points for what is counted are not for the assessor to give."""
    body = {
        "judged": [{"indicator": "daily", "hundredths": 3000}],
        "objection_until": until,
    }
    assert code(cast.cadres, f"{path}/publish", body) == (422, "invalid_field")
    given = [{"indicator": "appraisal", "hundredths": appraisal}]
    cast.cadres.do(f"{path}/publish", body | {"judged": given})


def check_evidence(place: Place, cast: Cast, path: str) -> None:
    """The assessor alone sees each thing that was counted, without what it is about."""
    place.settle()
    declared = counted(cast.education, path, as_of=str(cast.education.token))
    ask = f"{path}/evidence?figure="
    for name, value in declared.items():
        seen = cast.cadres.see(f"{path}/evidence", figure=name)
        assert (seen["value"], len(seen["items"])) == (value, value), name
    checks = cast.cadres.see(f"{path}/evidence", figure="daily_supervisions")
    assert {tuple(each) for each in checks["items"]} == {("stream", "carried_out", "method")}
    assert "现场检查" not in str(checks)
    own = cast.education.see("daily-supervisions", counted="true")
    assert columns(checks, "stream", "method") == columns(own, "stream", "method")
    assert cast.cadres.see("daily-supervisions")["items"] == []
    assert cast.cadres.get(path_of(checks["items"][0])).status_code == 404
    owed = cast.cadres.see(f"{path}/evidence", figure="obligations_on_time")["items"]
    assert {each["late_working_days"] for each in owed} == {0}
    for member in (cast.education, cast.health, cast.peer, cast.leader, cast.unit):
        assert member.get(f"{ask}daily_supervisions").status_code == 404
    assert cast.cadres.get(f"{ask}persons").status_code == 400


def assess_education(place: Place, cast: Cast, path: str, times: int) -> None:
    """It enters a forgotten check of March, objects, and is right; what it counted before stays known."""
    assert cast.cadres.get(f"{path}/evidence?figure=daily_supervisions").status_code == 404
    declare(cast, cast.education, path)
    check_evidence(place, cast, path)
    publish(cast, path, 900, "2026-04-10")
    then = cast.cadres.token
    assert then is not None
    supervise(cast.education, "education", times, occurred={"date": "2026-03-31"})
    now = counted(cast.education, path, cast.education.token)
    assert now["daily_supervisions"] == times + 1
    old = counted(cast.education, path, as_of=then)
    assert old["daily_supervisions"] == times
    why = {"indicator": "daily", "reason": "漏计3月31日现场检查"}
    assert code(cast.cadres, f"{path}/object", why) == (403, "not_the_assessed")
    cast.education.do(f"{path}/object", why)
    assert code(cast.cadres, f"{path}/grade", {}) == (409, "wrong_state")
    right = [{"count": "daily_supervisions", "value": now["daily_supervisions"]}]
    cast.cadres.do(f"{path}/revise", {"reason": "补录属实", "figures": right})
    cast.cadres.do(f"{path}/grade", {})


def assess_health(place: Place, cast: Cast, path: str) -> None:
    """It declares late and wrongly, then rightly; its objection comes too late; an error is corrected."""
    place.pass_to("2026-04-10")
    declare(cast, cast.health, path, daily_supervisions=9)
    cast.cadres.do(f"{path}/return", {"reason": "日常监督次数与台账不符"})
    declare(cast, cast.health, path)
    publish(cast, path, 80, "2026-04-17")
    assert code(cast.cadres, f"{path}/grade", {}) == (409, "objection_open")
    place.pass_to("2026-04-20")
    why = {"indicator": "timeliness", "reason": "系统延迟"}
    assert code(cast.health, f"{path}/object", why) == (409, "objection_closed")
    right = {"reason": "评分录入有误", "judged": [{"indicator": "appraisal", "hundredths": 800}]}
    cast.cadres.do(f"{path}/correct", right | {"approved_by": cast.leader.person})


@pytest.mark.parametrize(
    ("times", "daily", "total", "grade"),
    [(2, 3000, 8900, "excellent"), (1, 2000, 7900, "good")],
)
def test_points_and_grades_follow_what_was_done(
    liuzhou: Place, times: int, daily: int, total: int, grade: str
) -> None:
    """Two groups: one whose objection is upheld, one late, returned and corrected."""
    cast = cast_of(liuzhou)
    work(liuzhou, cast, times)
    education, health = open_both(cast)
    assess_education(liuzhou, cast, education, times)
    assess_health(liuzhou, cast, health)
    nobody_else_learns(cast, grade)
    last = cast.cadres.do(f"{health}/grade", {})
    of_education = ("sg-education", "graded", total, grade, 0, "daily")
    of_health = ("sg-health", "graded", 4800, "poor", 1, None)
    seen = cast.leader.see("assessments", token=last["token"])
    assert columns(seen, *STANDS) == [of_education, of_health]
    assert columns(cast.education.see("assessments"), *STANDS) == [of_education]
    assert columns(cast.health.see("assessments"), *STANDS) == [of_health]
    earned = cast.education.see("assessment-points", body="sg-education")
    assert columns(earned, *EARNED) == [
        ("appraisal", None, None, 900),
        ("daily", times + 1, None, daily),
        ("leads", 0, 0, 2000),
        ("quality", 0, 0, 1000),
        ("recommendations", 0, None, 0),
        ("timeliness", times, times, 2000),
    ]
    owed_and_done(cast)
    peers_know_the_grade(cast, education, grade)


def owed_and_done(cast: Cast) -> None:
    """What was owed, and how late; nothing waits any more."""
    year = cast.cadres.see("obligations", mechanism="assessments", family="obligation")
    done = {each["share_of"]: each["status"] for each in year["items"]}
    assert {body for body, status in done.items() if status == "fulfilled"} == {
        "sg-education",
        "sg-health",
    }
    assert (done["sg-finance"], len(done)) == ("open", BODIES)
    owed = cast.cadres.see("obligations", mechanism="assessments", family="assessment")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("cadre-office", "answer", "fulfilled", 0),
        ("cadre-office", "grade", "fulfilled", 0),
        ("cadre-office", "grade", "fulfilled", 0),
        ("cadre-office", "publication", "fulfilled", 0),
        ("cadre-office", "publication", "fulfilled", 0),
        ("cadre-office", "publication", "fulfilled", 0),
        ("sg-education", "declaration", "fulfilled", 0),
        ("sg-health", "again", "fulfilled", 0),
        ("sg-health", "declaration", "fulfilled", 2),
    ]
    for member in (cast.cadres, cast.leader, cast.health, cast.peer):
        assert waits(member) == [], member.party
    assert waits(cast.education) == [("conclude_supervision", None)]


def nobody_else_learns(cast: Cast, grade: str) -> None:
    """While health is not graded, its peers know education's grade and nothing of its own."""
    seen = cast.peer.see("assessment-grades", token=cast.cadres.token)
    assert columns(seen, "body", "grade") == [("sg-education", grade)]
    flows = cast.education.see("flows")["items"]
    assert {each["from_party"] for each in flows if each["family"] == "assessment"} == {
        "sg-education"
    }


def peers_know_the_grade(cast: Cast, education: str, grade: str) -> None:
    """Neither points nor reasons; linked office and host unit not even the grade. A bar lowers it."""
    grades = [("sg-education", grade), ("sg-health", "poor")]
    for member in (cast.peer, cast.clerk, cast.health):
        assert columns(member.see("assessment-grades"), "body", "grade") == grades
    for member in (cast.peer, cast.clerk, cast.office, cast.unit):
        assert member.get(education).status_code == 404
        assert member.get(f"{education}/figures").status_code == 404
        for collection in ("assessments", "assessment-points"):
            assert member.see(collection)["items"] == [], collection
        for collection in ("flows", "obligations"):
            shown = member.see(collection)["items"]
            assert not [each for each in shown if "assessment/" in each["stream"]], collection
    for member in (cast.office, cast.unit):
        sees_nothing(member, education, *lists_of(education))
    barred = {"reason": "发生失泄密问题", "basis": "考核办法第十二条"}
    told = cast.cadres.do(f"{education}/bar", barred)
    seen = cast.peer.see("assessment-grades", token=told["token"], body="sg-education")
    assert columns(seen, "grade") == [("good",)]

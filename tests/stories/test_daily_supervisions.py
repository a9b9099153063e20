"""日常监督、驻点监督 (mechanism 29): what a group did at its units, what came of it, where it did nothing."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, columns, path_of

MEETING = {
    "unit": "education",
    "method": "meeting_attended",
    "focuses": ["key_few"],
    "title": "列席党组会议研究校舍项目招标",
    "findings": "集体研究、末位表态落实到位。",
}
CHECK = {
    "unit": "education",
    "method": "site_check",
    "focuses": ["key_few"],
    "title": "检查校舍项目验收",
    "findings": "验收资料不齐全。",
}
NOTHING = {"results": [{"outcome": "nothing", "text": "未发现问题。"}]}
REMINDED = {"results": [{"outcome": "reminder", "text": "提醒规范验收。"}]}
COUNTED = ("unit", "focus", "times")


@dataclass
class Cast:
    """Who acts and who must see nothing."""

    group: Member
    deputy: Member
    clerk: Member
    office: Member
    leader: Member
    unit: Member
    other: Member


def cast_of(place: Place) -> Cast:
    """The group at the education bureau (and the sports bureau), those above, and those beside."""
    return Cast(
        group=place.member("郑组长", "sg-education", "head"),
        deputy=place.member("钱副组长", "sg-education", "deputy_head"),
        clerk=place.member("孙干事", "sg-education", "member"),
        office=place.member("周主任", "so-2", "head"),
        leader=place.member("吴常委", "commission", "leader_in_charge"),
        unit=place.member("李局长", "education", "head"),
        other=place.member("冯组长", "sg-health", "head"),
    )


def problem(group: Member) -> dict[str, str]:
    """What was found goes on in a rectification, which the group raises."""
    found = {"origin": "daily_supervision", "title": "校舍项目验收资料不齐", "unit": "education"}
    item = group.do("rectifications", found)["stream"]
    return {"outcome": "problem", "text": "验收资料不齐全。", "matter": str(item)}


def supervise(place: Place, cast: Cast) -> str:
    """A meeting, a check whose focus is corrected, a stay that ends in feedback; a result is late."""
    group = cast.group
    meeting = path_of(group.do("daily-supervisions", MEETING))
    group.do(f"{meeting}/conclude", NOTHING)
    returned(cast, meeting)
    check = path_of(group.do("daily-supervisions", CHECK))
    right = {"reason": "重点填错", "focuses": ["key_node", "key_function"]}
    group.do(f"{check}/correct", {**right, "approved_by": cast.deputy.person})
    place.pass_to("2026-03-13")
    owed = cast.office.see("obligations", mechanism="daily-supervisions", status="overdue")
    assert columns(owed, "owner", "rule", "due") == [("sg-education", "result", "2026-03-09")]
    group.do(f"{check}/conclude", {"results": [*REMINDED["results"], problem(group)]})
    stay = {"begins": "2026-03-10", "ends": "2026-03-12", "team": [cast.clerk.person]}
    found = {"method": "stay", "stay": stay, "title": "驻点监督", "focuses": ["key_function"]}
    stayed = path_of(group.do("daily-supervisions", CHECK | found))
    group.do(f"{stayed}/conclude", NOTHING)
    told = group.do(f"{stayed}/feed_back", {"to": "education", "text": "请规范验收资料管理。"})
    waiting = cast.unit.see("parties/education/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party") == [("sign_feedback", "sg-education")]
    assert cast.unit.get(stayed).status_code == 404
    cast.unit.do(f"{stayed}/acknowledge_feedback", {})
    again = cast.unit.post(f"{stayed}/acknowledge_feedback", {})
    assert (again.status_code, again.json()["code"]) == (409, "nothing_to_sign")
    return check


def returned(cast: Cast, meeting: str) -> None:
    """The office has the group say anew what came of it; nobody else may, and none who must not know."""
    back = {"reason": "未写明会议监督情况"}
    for member, status in (
        (cast.deputy, 403),
        (cast.leader, 403),
        (cast.unit, 404),
        (cast.other, 404),
    ):
        assert member.post(f"{meeting}/return", back).status_code == status
    told = cast.office.do(f"{meeting}/return", back)
    waiting = cast.group.see("parties/sg-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party", "title") == [
        ("conclude_supervision", "so-2", "未写明会议监督情况")
    ]
    shown = cast.office.see("daily-supervisions", stage="returned")
    assert columns(shown, "method", "returned", "reason") == [
        ("meeting_attended", 1, back["reason"])
    ]
    twice = cast.office.post(f"{meeting}/return", back)
    assert (twice.status_code, twice.json()["code"]) == (409, "wrong_state")
    cast.group.do(f"{meeting}/conclude", NOTHING)


OF_EDUCATION = {"key_few": 1, "key_function": 2, "key_node": 1}


def of_both(education: dict[str, int]) -> list[tuple[str, str, int]]:
    """The two units of the group: at the sports bureau nothing was done."""
    sports = dict.fromkeys(education, 0)
    pairs = {"education": education, "sports": sports}
    return sorted((unit, focus, n) for unit, of in pairs.items() for focus, n in of.items())


@pytest.mark.parametrize("annulled", [False, True])
def test_daily_supervision_shows_where_nothing_was_done(place: Place, annulled: bool) -> None:
    """Coverage is counted from the records: with one annulled, its focuses count one less."""
    cast = cast_of(place)
    check, counts = supervise(place, cast), OF_EDUCATION
    if annulled:
        mistaken = {"reason": "重复登记", "approved_by": cast.deputy.person}
        cast.group.do(f"{check}/annul", mistaken)
        counts = {"key_few": 1, "key_function": 1, "key_node": 0}
    seen = cast.group.see("daily-supervisions", token=refreshed(cast))
    results = [(item["method"], item["stage"], item["outcomes"]) for item in seen["items"]]
    assert sorted(results) == [
        ("meeting_attended", "concluded", ["nothing"]),
        ("site_check", "annulled" if annulled else "concluded", ["reminder", "problem"]),
        ("stay", "concluded", ["nothing"]),
    ]
    for member in (cast.group, cast.office, cast.leader):
        covered = member.see("daily-supervision-coverage", period="2026-Q1")
        own = [row for row in columns(covered, *COUNTED) if row[0] in {"education", "sports"}]
        assert own == of_both(counts)
    gaps = cast.group.see("daily-supervision-coverage", period="2026-Q1", gaps=True)
    assert columns(gaps, *COUNTED) == [row for row in of_both(counts) if row[2] == 0]
    then = cast.group.see("daily-supervision-coverage", period="2025-Q4", gaps=True)
    assert len(then["items"]) == 6
    owed = cast.office.see("obligations", mechanism="daily-supervisions")
    late = [row for row in columns(owed, "rule", "late_working_days") if row[1]]
    assert late == [("result", 4)]
    assert ("result-again", 0) in columns(owed, "rule", "late_working_days")
    learns_little(cast)


def refreshed(cast: Cast) -> str:
    """The token of something else: read models have come so far."""
    return str(cast.group.do("dossiers", {"unit": "sports"})["token"])


def learns_little(cast: Cast) -> None:
    """The unit reads the feedback given to it, and no record; another group reads nothing."""
    fed_back = cast.unit.see("supervision-feedback")
    assert columns(fed_back, "party", "text", "stage") == [
        ("education", "请规范验收资料管理。", "acknowledged")
    ]
    assert cast.unit.see("daily-supervisions")["items"] == []
    assert cast.unit.see("daily-supervision-coverage", period="2026-Q1")["items"] == []
    for path in ("daily-supervisions", "supervision-feedback", "flows", "obligations"):
        assert "education" not in str(cast.other.see(path)["items"]), path
    elsewhere = cast.other.see("daily-supervision-coverage", period="2026-Q1")["items"]
    assert {item["stationed_group"] for item in elsewhere} == {"sg-health"}

"""日常监督、驻点监督 (mechanism 29): what a group did at its units, what came of it, where it did nothing."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.leads import receive
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

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
OF_RECORDS = {"mechanism": "daily-supervisions", "family": "daily_supervision"}


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
    """A meeting, a check whose unit is corrected, a stay that ends in feedback; a result is late."""
    group = cast.group
    meeting = path_of(group.do("daily-supervisions", MEETING))
    group.do(f"{meeting}/conclude", NOTHING)
    returned(cast, meeting)
    wrong = {"unit": "sports", "method": "file_check"}
    check = path_of(group.do("daily-supervisions", CHECK | wrong))
    approved = {"reason": "单位、方式、重点填错", "approved_by": cast.deputy.person}
    right = {"unit": "education", "method": "site_check", "focuses": ["key_node", "key_function"]}
    elsewhere = {**approved, "unit": "health"}
    assert code(group, f"{check}/correct", elsewhere) == (403, "not_stationed_there")
    group.do(f"{check}/correct", {**approved, **right})
    place.pass_to("2026-03-13")
    owed = cast.office.see("obligations", mechanism="daily-supervisions", status="overdue")
    assert columns(owed, "owner", "rule", "due") == [("sg-education", "result", "2026-03-09")]
    group.do(f"{check}/conclude", {"results": [*REMINDED["results"], problem(group)]})
    stay = {"begins": "2026-03-10", "ends": "2026-03-12", "team": [cast.clerk.person]}
    found = {"method": "stay", "stay": stay, "title": "驻点监督", "focuses": ["key_function"]}
    stayed = path_of(group.do("daily-supervisions", CHECK | found))
    group.do(f"{stayed}/conclude", REMINDED)
    group.do(f"{stayed}/correct", {**approved, **NOTHING})
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
    owed = cast.office.see("obligations", **OF_RECORDS)
    late = [row for row in columns(owed, "rule", "late_working_days") if row[1]]
    assert late == [("result", 4)]
    assert ("result-again", 0) in columns(owed, "rule", "late_working_days")
    for member in (cast.group, cast.office, cast.leader, cast.unit):
        assert waits(member, check) == [], member.party
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


def opinion_given(place: Place, cast: Cast) -> str:
    """The organisation department asked the group about somebody of the bureau, and was answered."""
    organisation = place.member("马处长", "organisation", "head")
    asked = {
        "unit": "education",
        "person": {"name": "张某", "post": "基建科科长"},
        "purpose": "拟提任副处级职务",
        "due": "2026-03-13",
    }
    told = organisation.do("integrity-opinions", asked)
    record = DESK | {"method": "integrity_opinion", "title": "复函拟提任人选廉政意见"}
    without = code(cast.group, "daily-supervisions", record)
    assert without == (422, "invalid_field")
    too_early = code(cast.group, "daily-supervisions", record | {"opinion": told["stream"]})
    assert too_early == (422, "invalid_field")
    answer = {"view": "no_objection", "text": "未发现影响任用的问题。"}
    cast.group.do(f"{path_of(told)}/answer", answer)
    given = cast.group.do("daily-supervisions", record | {"opinion": told["stream"]})
    cast.group.do(f"{path_of(given)}/conclude", NOTHING)
    return str(told["stream"])


DESK = {
    "unit": "education",
    "focuses": ["key_few"],
    "title": "日常监督",
    "findings": "情况属实。",
}


def stayed(cast: Cast) -> str:
    """A stay that is over when it is recorded, by people of the group; its team and days are kept."""
    stay = {"begins": "2026-03-04", "ends": "2026-03-06", "team": [cast.clerk.person]}
    record = DESK | {"method": "stay", "title": "驻点监督校服采购"}
    for wrong in (
        {"ends": "2026-03-20"},
        {"ends": "2026-03-03"},
        {"team": [cast.other.person]},
    ):
        refused = code(cast.group, "daily-supervisions", record | {"stay": stay | wrong})
        assert refused == (422, "invalid_field"), wrong
    told = cast.group.do("daily-supervisions", record | {"stay": stay})
    reminder = {"outcome": "reminder", "text": "提醒公开选型。"}
    cast.group.do(f"{path_of(told)}/conclude", {"results": [reminder]})
    return str(told["stream"])


def becomes_a_lead(cast: Cast) -> tuple[str, str]:
    """What a check of files found goes on in a lead of the group's own, and in no other matter."""
    group = cast.group
    check = DESK | {"method": "file_check", "title": "查阅校服采购合同", "focuses": ["key_node"]}
    told = group.do("daily-supervisions", check)
    path = path_of(told)
    found = {"outcome": "lead", "text": "供应商系科长亲属。"}
    elsewhere = receive(cast.other, "吴某", unit="health", level="unit_managed")
    item = str(group.do("rectifications", ITEM)["stream"])
    for matter, refusal in (
        (None, (422, "invalid_field")),
        (item, (422, "matter_does_not_fit")),
        (elsewhere, (404, "not_found")),
    ):
        results = {"results": [found | ({} if matter is None else {"matter": matter})]}
        assert code(group, f"{path}/conclude", results) == refusal, matter
    group.do(f"{path}/conclude", NOTHING)
    back = {"reason": "合同与供应商关系未说明"}
    cast.office.do(f"{path}/return", back)
    lead = receive(group, "钱某", unit="education", level="unit_managed")
    group.do(f"{path}/conclude", {"results": [found | {"matter": lead}]})
    return str(told["stream"]), lead


ITEM = {"origin": "daily_supervision", "title": "合同归档不全", "unit": "education"}


def test_what_was_found_becomes_a_lead(place: Place) -> None:
    """A talk, a check of files, an opinion, a stay; what the check found goes on in a lead, and back."""
    cast = cast_of(place)
    place.pass_to("2026-03-09")
    opinion = opinion_given(place, cast)
    talk = DESK | {"method": "talk", "title": "与分管副局长谈话"}
    talked = path_of(cast.group.do("daily-supervisions", talk))
    cast.group.do(f"{talked}/conclude", REMINDED)
    stay = stayed(cast)
    check, lead = becomes_a_lead(cast)
    place.settle()
    for member in (cast.group, cast.office, cast.leader):
        seen = member.see("daily-supervisions")
        shown = ("method", "stage", "outcomes", "opinion", "returned", "reason")
        assert columns(seen, *shown) == [
            ("file_check", "concluded", ["lead"], None, 1, None),
            ("integrity_opinion", "concluded", ["nothing"], opinion, 0, None),
            ("stay", "concluded", ["reminder"], None, 0, None),
            ("talk", "concluded", ["reminder"], None, 0, None),
        ]
        (there,) = member.see("daily-supervisions", method="stay")["items"]
        assert (there["stream"], there["stay_begins"], there["stay_ends"], there["team"]) == (
            stay,
            "2026-03-04",
            "2026-03-06",
            [cast.clerk.person],
        )
        (found,) = member.see("daily-supervisions", matter=lead)["items"]
        assert (found["stream"], found["results"][0]["matter"]) == (check, lead)
    (opened,) = cast.group.see("leads")["items"]
    assert (opened["stream"], opened["source"]) == (lead, "found_in_supervision")
    for member in (cast.office, cast.unit):
        assert member.see("leads")["items"] == [], member.party
    owed = cast.office.see("obligations", **OF_RECORDS)
    assert columns(owed, "rule", "status", "late_working_days") == [
        ("feedback", "open", None),
        *[("result", "fulfilled", 0)] * 4,
        ("result-again", "fulfilled", 0),
    ]
    for matter in (check, stay, opinion, lead):
        path = path_of({"stream": matter})
        for member in (cast.unit, cast.other):
            sees_nothing(member, path, "daily-supervisions")
        left = {lead: [("register", None)], stay: [("feed_back_supervision", None)]}
        assert waits(cast.group, path) == left.get(matter, []), matter
        assert waits(cast.office, path) == [], matter


def of_the_half_year(member: Member, status: str) -> list[tuple[object, ...]]:
    """At which units daily supervision of the half-year is owed or was kept, as somebody reads it."""
    found = {"mechanism": "daily-supervisions", "family": "obligation", "status": status}
    seen = columns(
        member.see("obligations", limit=100, **found),
        "owner",
        "share_of",
        "due",
        "late_working_days",
    )
    return [row for row in seen if row[2] == "2026-06-30"]


def test_a_unit_at_which_nothing_was_done_is_owed_it(place: Place) -> None:
    """Of two units of a group one is supervised in the half-year, the other three working days after it."""
    cast = cast_of(place)
    place.settle()
    own = [("sg-education", unit, "2026-06-30", None) for unit in ("education", "sports")]
    assert of_the_half_year(cast.group, "open") == own
    cast.group.do("daily-supervisions", MEETING)
    place.pass_to("2026-07-03")
    assert of_the_half_year(cast.group, "overdue") == own[1:]
    for member in (cast.office, cast.leader):
        gaps = columns(
            member.see("daily-supervision-coverage", period="2026-H1", gaps=True),
            "unit",
            "focus",
        )
        assert [row for row in gaps if row[0] == "sports"] == [
            ("sports", focus) for focus in sorted(OF_EDUCATION)
        ]
    assert own[1] in of_the_half_year(cast.office, "overdue")
    refused = code(cast.other, "daily-supervisions", MEETING | {"unit": "sports"})
    assert refused == (403, "not_stationed_there")
    checked = cast.group.do("daily-supervisions", CHECK | {"unit": "sports"})
    place.settle()
    for member in (cast.group, cast.office):
        kept = of_the_half_year(member, "fulfilled")
        assert kept == [(*own[0][:3], 0), (*own[1][:3], 3)]
    assert {row[0] for row in of_the_half_year(cast.other, "overdue")} == {"sg-health"}
    assert of_the_half_year(cast.unit, "overdue") == []
    for member in (cast.other, cast.unit):
        sees_nothing(member, path_of(checked), "daily-supervisions")

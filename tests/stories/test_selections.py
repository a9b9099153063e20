"""评选 (mechanism 28): projects and persons nominated, late or not at all, sent back, chosen, objected to."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits

OPEN = {
    "kind": "project",
    "title": "优秀监督项目评选",
    "parties": ["sg-education", "sg-health"],
    "nominate_by": "2026-03-04",
    "places": 2,
}
PROJECT = {
    "method": "site_check",
    "focuses": ["key_few"],
    "title": "专项检查",
    "findings": "见底稿。",
}
HANDLERS = OPEN | {
    "kind": "handler",
    "title": "优秀办案能手评选",
    "parties": ["sg-education", "sg-health", "sg-finance", "so-2"],
    "places": 1,
}
ADVICE = OPEN | {"kind": "recommendation", "title": "优秀纪检监察建议书评选", "places": 1}
TERMS = {
    "deadline": "2026-05-29",
    "feedback": "书面反馈整改情况",
    "feedback_due": "2026-06-05",
    "objection_within": "10 days",
    "objection_manner": "书面提出",
}
ANSWERED = ("party", "stage", "answered", "late", "reason")
PUT_FORWARD = {"put_forward": True, "reason": "成效明显"}


@dataclass
class Cast:
    """Who holds the selection, who nominates, who must see nothing."""

    cadres: Member
    deputy: Member
    group: Member
    health: Member
    clerk: Member
    keeper: Member
    unit: Member
    other: Member


def cast_of(place: Place) -> Cast:
    """The organisation office, two groups, and those beside."""
    return Cast(
        cadres=place.member("何部长", "cadre-office", "head"),
        deputy=place.member("罗副部长", "cadre-office", "deputy_head"),
        group=place.member("郑组长", "sg-education", "head"),
        health=place.member("冯组长", "sg-health", "head"),
        clerk=place.member("孙干事", "sg-education", "handler"),
        keeper=place.member("许干事", "cs", "keeper"),
        unit=place.member("李局长", "education", "head"),
        other=place.member("韦组长", "sg-finance", "head"),
    )


def nominate(place: Place, cast: Cast) -> tuple[str, list[str]]:
    """Each group nominates a project of its own; one late, and sent back once."""
    projects = [
        str(member.do("daily-supervisions", PROJECT | {"unit": unit})["stream"])
        for member, unit in ((cast.group, "education"), (cast.health, "health"))
    ]
    assert code(cast.group, "selections", OPEN) == (403, "not_for_selections")
    told = cast.cadres.do("selections", OPEN)
    path = path_of(told)
    waiting = cast.group.see("parties/sg-education/inbox", token=told["token"])
    assert ("nominate", "cadre-office") in columns(waiting, "kind", "from_party")
    of_another = {"subject": projects[1], "merits": "不是本组的。"}
    assert cast.group.post(f"{path}/nominate", of_another).status_code == 404
    person = {"subject": cast.clerk.person, "merits": "不是项目。"}
    assert code(cast.group, f"{path}/nominate", person) == (422, "not_of_this_kind")
    cast.health.do(f"{path}/nominate", {"subject": projects[1], "merits": "推动整改。"})
    place.pass_to("2026-03-05")
    late = cast.cadres.see("obligations", status="overdue", mechanism="selections")
    assert columns(late, "owner", "rule") == [("sg-education", "nomination")]
    cast.group.do(f"{path}/nominate", {"subject": projects[0], "merits": "查实问题。"})
    cast.cadres.do(f"{path}/return_nomination", {"nomination": 2, "reason": "请写明成效"})
    cast.group.do(f"{path}/revise", {"nomination": 2, "merits": "查实问题3个。"})
    return path, projects


def choose(place: Place, cast: Cast, path: str, *, upheld: bool) -> str:
    """Both are chosen; one is objected to within the window, and the result comes after it."""
    for serial in (1, 2):
        cast.cadres.do(f"{path}/review", PUT_FORWARD | {"nomination": serial})
    cast.cadres.do(f"{path}/choose", {"nominations": [1, 2], "object_by": "2026-03-12"})
    assert code(cast.cadres, f"{path}/publish", {}) == (409, "objections_open")
    cast.health.do(f"{path}/object", {"nomination": 2, "text": "系联合开展。"})
    place.pass_to("2026-03-16")
    late = {"nomination": 1, "text": "过期。"}
    assert code(cast.group, f"{path}/object", late) == (409, "objections_open")
    told = {"objection": 1, "upheld": upheld, "text": "已核实。"}
    cast.cadres.do(f"{path}/answer_objection", told)
    right = {
        "reason": "标题有误",
        "title": "年度优秀监督项目评选",
        "approved_by": cast.deputy.person,
    }
    cast.cadres.do(f"{path}/correct", right)
    return str(cast.cadres.do(f"{path}/publish", {})["token"])


@pytest.mark.parametrize("upheld", [True, False], ids=["upheld", "rejected"])
def test_what_is_chosen_points_to_the_work_itself(liuzhou: Place, *, upheld: bool) -> None:
    """An objection that is upheld takes its nomination out of the result."""
    cast = cast_of(liuzhou)
    path, projects = nominate(liuzhou, cast)
    token = choose(liuzhou, cast, path, upheld=upheld)
    left = projects[1:] if upheld else [projects[1], projects[0]]
    for member in (cast.cadres, cast.group, cast.health):
        (seen,) = member.see("selections", token=token)["items"]
        assert (seen["stage"], seen["title"]) == ("published", "年度优秀监督项目评选")
        assert [each["subject"] for each in seen["choices"]] == left
    seen = cast.cadres.see("selection-nominations")
    assert columns(seen, "party", "stage", "late", "returned", "merits") == [
        ("sg-education", "dropped" if upheld else "chosen", True, 1, "查实问题3个。"),
        ("sg-health", "chosen", False, 0, "推动整改。"),
    ]
    owed = cast.cadres.see("obligations", mechanism="selections")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("cadre-office", "answer", "fulfilled", 2),
        ("cadre-office", "choice", "fulfilled", 0),
        ("cadre-office", "publication", "fulfilled", 0),
        ("cadre-office", "review", "fulfilled", 0),
        ("cadre-office", "review", "fulfilled", 0),
        ("cadre-office", "review", "fulfilled", 0),
        ("sg-education", "nomination", "fulfilled", 1),
        ("sg-education", "revision", "fulfilled", 0),
        ("sg-health", "nomination", "fulfilled", 0),
    ]
    assert waits(cast.cadres) == []
    for member in (cast.group, cast.health, cast.clerk):
        assert waits(member) == [("conclude_supervision", None)], member.party
    stays_apart(cast, path)


def stays_apart(cast: Cast, path: str) -> None:
    """Nothing for keeper, host unit and groups not invited; nominations and objections between two."""
    for member in (cast.keeper, cast.unit, cast.other):
        sees_nothing(member, path, *lists_of(path))
    assert columns(cast.health.see("selection-nominations"), "party") == [("sg-health",)]
    assert columns(cast.health.see("selection-objections"), "party") == [("sg-health",)]
    for member in (cast.group, cast.clerk):
        assert member.see("selection-objections")["items"] == []


def test_a_handler_of_cases_is_a_person_whom_their_own_body_nominates(liuzhou: Place) -> None:
    """Four are asked: one nominates in time, one late, one has nobody, and says it; one never answers."""
    cast = cast_of(liuzhou)
    office = liuzhou.member("周主任", "so-2", "head")
    path = path_of(cast.cadres.do("selections", HANDLERS))
    of_another = {"subject": cast.clerk.person, "merits": "并非本组人员。"}
    assert code(cast.health, f"{path}/nominate", of_another) == (422, "not_of_this_kind")
    cast.group.do(f"{path}/nominate", {"subject": cast.clerk.person, "merits": "主办案件6件。"})
    told = cast.other.do(f"{path}/waive", {"reason": "本年度未办案件"})
    again = code(cast.other, f"{path}/waive", {"reason": "重复"})
    assert again == (409, "wrong_state")
    waiting = cast.other.see("parties/sg-finance/inbox", token=told["token"])["items"]
    assert [each for each in waiting if each["family"] == "selection"] == []
    liuzhou.pass_to("2026-03-06")
    late = cast.cadres.see("obligations", status="overdue", mechanism="selections")
    assert columns(late, "owner", "rule") == [("sg-health", "nomination"), ("so-2", "nomination")]
    cast.health.do(f"{path}/nominate", {"subject": cast.health.person, "merits": "主办2件。"})
    for serial in (1, 2):
        cast.cadres.do(f"{path}/review", PUT_FORWARD | {"nomination": serial})
    both = {"nominations": [1, 2], "object_by": "2026-03-12"}
    assert code(cast.cadres, f"{path}/choose", both) == (422, "invalid_field")
    cast.cadres.do(f"{path}/choose", both | {"nominations": [1]})
    assert code(office, f"{path}/waive", {"reason": "已过期"}) == (409, "wrong_state")
    liuzhou.pass_to("2026-03-13")
    told = cast.cadres.do(f"{path}/publish", {})
    (seen,) = office.see("selections", token=told["token"])["items"]
    assert [each["subject"] for each in seen["choices"]] == [cast.clerk.person]
    assert columns(cast.cadres.see("selection-invitations"), *ANSWERED) == [
        ("sg-education", "nominated", "2026-03-02", False, None),
        ("sg-finance", "waived", "2026-03-02", False, "本年度未办案件"),
        ("sg-health", "nominated", "2026-03-06", True, None),
        ("so-2", "invited", None, False, None),
    ]
    owed = cast.cadres.see("obligations", mechanism="selections")
    asked = columns(owed, "rule", "owner", "status", "late_working_days")
    assert [each for each in asked if each[0] == "nomination"] == [
        ("nomination", "sg-education", "fulfilled", 0),
        ("nomination", "sg-finance", "fulfilled", 0),
        ("nomination", "sg-health", "fulfilled", 2),
        ("nomination", "so-2", "withdrawn", None),
    ]
    assert columns(cast.other.see("selection-invitations"), "party") == [("sg-finance",)]
    assert cast.other.see("selection-nominations")["items"] == []
    for member in (cast.cadres, cast.group, cast.health, cast.other, office):
        assert waits(member) == [], member.party
    for member in (cast.keeper, cast.unit):
        sees_nothing(member, path, *lists_of(path))


def recommendation(member: Member, leader: Member, deputy: Member, to: str, *, issued: bool) -> str:
    """A recommendation of the member's group, drafted, or issued and delivered; its stream."""
    content = {
        "kind": "discipline_inspection",
        "title": "加强招标管理",
        "problems": ["招标不规范"],
        "advice": "完善招标制度。",
        "addressee": to,
        "verifier": "so-2",
        "terms": TERMS,
    }
    told = deputy.do("recommendations", {"content": content, "facts": "三个项目未公开招标。"})
    path = path_of(told)
    if issued:
        deputy.do(f"{path}/submit_for_approval", {})
        for signer in (member, leader):
            signer.do(f"{path}/opine", {"opinion": "agree"})
        member.do(f"{path}/issue", {})
        letter = {"manner": "letter", "received_by": "党组办公室"}
        leader.see("parties", token=member.do(f"{path}/deliver", letter)["token"])
    return str(told["stream"])


def nominate_advice(place: Place, cast: Cast) -> tuple[str, str]:
    """One in time and sent back, one late, its draft refused before, one body that has none; all reviewed."""
    leader = place.member("何常委", "commission", "leader_in_charge")
    deputy = place.member("许副组长", "sg-health", "deputy_head")
    own = recommendation(cast.group, leader, cast.clerk, "pg-education", issued=True)
    draft = recommendation(cast.health, leader, deputy, "pg-health", issued=False)
    asked = ["sg-education", "sg-health", "sg-finance"]
    path = path_of(cast.cadres.do("selections", ADVICE | {"parties": asked}))
    merits = {"merits": "推动建立制度。"}
    assert code(cast.other, f"{path}/nominate", merits | {"subject": own}) == (404, "not_found")
    assert code(cast.health, f"{path}/nominate", merits | {"subject": draft}) == (
        422,
        "not_of_this_kind",
    )
    person = merits | {"subject": cast.clerk.person}
    assert code(cast.group, f"{path}/nominate", person) == (422, "not_of_this_kind")
    cast.group.do(f"{path}/nominate", merits | {"subject": own})
    assert code(cast.group, f"{path}/nominate", merits | {"subject": own})[0] == 409
    cast.other.do(f"{path}/waive", {"reason": "本年度未制发"})
    cast.cadres.do(f"{path}/return_nomination", {"nomination": 1, "reason": "请写明成效"})
    cast.group.do(f"{path}/revise", {"nomination": 1, "merits": "推动建立制度3项。"})
    place.pass_to("2026-03-06")
    late = recommendation(cast.health, leader, deputy, "pg-health", issued=True)
    cast.health.do(f"{path}/nominate", merits | {"subject": late})
    right = {"reason": "标题有误", "title": "优秀建议书评选", "approved_by": cast.deputy.person}
    cast.cadres.do(f"{path}/correct", right)
    for serial in (1, 2):
        cast.cadres.do(f"{path}/review", PUT_FORWARD | {"nomination": serial})
    assert code(cast.group, f"{path}/choose", {"nominations": [1], "object_by": "2026-03-12"}) == (
        403,
        "not_for_selections",
    )
    return path, own


def test_a_recommendation_is_praised_only_once_it_was_issued(liuzhou: Place) -> None:
    """One nominated in time and sent back; one late, its draft refused before; one body has none."""
    cast = cast_of(liuzhou)
    path, own = nominate_advice(liuzhou, cast)
    cast.cadres.do(f"{path}/choose", {"nominations": [1], "object_by": "2026-03-12"})
    liuzhou.pass_to("2026-03-13")
    token = cast.cadres.do(f"{path}/publish", {})["token"]
    for member in (cast.cadres, cast.group, cast.health, cast.other):
        (seen,) = member.see("selections", token=token)["items"]
        assert (seen["kind"], seen["stage"], seen["title"]) == (
            "recommendation",
            "published",
            "优秀建议书评选",
        )
        assert [each["subject"] for each in seen["choices"]] == [own]
    assert columns(cast.cadres.see("selection-invitations"), *ANSWERED) == [
        ("sg-education", "nominated", "2026-03-02", False, None),
        ("sg-finance", "waived", "2026-03-02", False, "本年度未制发"),
        ("sg-health", "nominated", "2026-03-06", True, None),
    ]
    nominated = cast.cadres.see("selection-nominations")
    assert columns(nominated, "party", "stage", "late", "returned") == [
        ("sg-education", "chosen", False, 1),
        ("sg-health", "put_forward", True, 0),
    ]
    owed = cast.cadres.see("obligations", mechanism="selections")
    assert columns(owed, "owner", "rule", "late_working_days") == [
        ("cadre-office", "choice", 0),
        ("cadre-office", "publication", 0),
        *[("cadre-office", "review", 0)] * 3,
        ("sg-education", "nomination", 0),
        ("sg-education", "revision", 0),
        ("sg-finance", "nomination", 0),
        ("sg-health", "nomination", 2),
    ]
    for member in (cast.cadres, cast.group, cast.health, cast.other):
        assert waits(member, path) == [], member.party
    work = path_of({"stream": own})
    assert cast.cadres.get(work).status_code == 404  # the organiser praises it, and reads it not
    for member in (cast.keeper, cast.unit):
        sees_nothing(member, path, *lists_of(path))

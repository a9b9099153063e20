"""机关纪委 guided, looked into, enlisted (mechanism 13): it helps within scope and time, sees no register."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.leads import receive
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

GUIDE = {
    "committee": "uc-education",
    "manner": "training",
    "topics": "谈话安全、线索初步处置",
    "text": "结合两起案例讲解了谈话提纲。",
}
FINDINGS = (
    {"title": "谈话记录不规范", "text": "两份记录未签名。", "due": "2026-03-20"},
    {"title": "提醒谈话未回访", "text": "三人未回访。", "due": "2026-03-27"},
)


@dataclass
class Cast:
    """Who acts, and the guidance they act in."""

    group: Member
    deputy: Member
    handler: Member
    committee: Member
    clerk: Member
    office: Member
    strangers: tuple[Member, Member]
    work: str


def guide(place: Place) -> Cast:
    """Only the group that is stationed there guides; the committee signs one working day late."""
    group = place.member("郑组长", "sg-education", "head", "keeper")
    deputy = place.member("钱副组长", "sg-education", "deputy_head")
    handler = place.member("甲办", "sg-education", "handler")
    committee = place.member("孙书记", "uc-education", "head")
    clerk = place.member("吴干事", "uc-education", "member")
    office = place.member("周主任", "so-2", "head")
    secretary = place.member("李书记", "pg-education", "head")
    other = place.member("冯组长", "sg-health", "head")
    assert code(other, "unit-committees", GUIDE) == (422, "not_its_committee")
    told = group.do("unit-committees", GUIDE)
    work = path_of(told)
    waiting = committee.see("parties/uc-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party") == [("acknowledge_guidance", "sg-education")]
    place.pass_to("2026-03-10")
    assert code(group, f"{work}/acknowledge", {}) == (403, "not_its_part")
    committee.do(f"{work}/acknowledge", {})
    return Cast(group, deputy, handler, committee, clerk, office, (secretary, other), work)


def inspect(place: Place, cast: Cast, found: int) -> None:
    """Each finding is answered: the first answer comes back, and the better one is two days late."""
    work, group, committee = cast.work, cast.group, cast.committee
    body = {"scope": "谈话记录", "text": "抽查12份。", "findings": FINDINGS[:found]}
    told = group.do(f"{work}/inspect", body)
    seen = committee.see("unit-committee-findings", token=told["token"])
    assert columns(seen, "finding", "stage", "due") == [
        (serial, "recorded", finding["due"])
        for serial, finding in enumerate(FINDINGS[:found], start=1)
    ]
    right = {"reason": "份数有误", "approved_by": cast.deputy.person}
    group.do(f"{work}/correct", {**right, "finding": 1, "text": "三份记录未签名。"})
    committee.do(f"{work}/answer_finding", {"finding": 1, "text": "已补签。"})
    back = {"finding": 1, "reason": "未附模板", "due": "2026-03-17"}
    group.do(f"{work}/return_answer", back)
    place.pass_to("2026-03-19")
    overdue = group.see("parties/uc-education/obligations", status="overdue")
    assert columns(overdue, "rule", "due") == [("reply", "2026-03-17")]
    for serial in range(1, found + 1):
        committee.do(f"{work}/answer_finding", {"finding": serial, "text": "已改,模板附后。"})
        group.do(f"{work}/accept_answer", {"finding": serial})
    (first, *_) = committee.see("unit-committee-findings", token=group.token)["items"]
    assert (first["stage"], first["returned"], first["text"]) == (
        "accepted",
        1,
        "三份记录未签名。",
    )


def enlist(cast: Cast) -> str:
    """Somebody of the committee helps in a lead of the group's, of which the committee sees nothing."""
    work, group, committee = cast.work, cast.group, cast.committee
    lead = receive(group, "某甲", unit="education", level="unit_managed")
    path = f"leads/{lead.partition('/')[2]}"
    send = {"to_party": "uc-education", "document": "函1号", "reason": "请协助"}
    materials = [{"title": "材料", "pages": 1}]
    refused = code(group, f"{path}/transfer", send | {"materials": materials})
    assert refused == (403, "not_for_a_unit_committee")
    body = {
        "matter": lead,
        "scope": "核对三所学校验收资料",
        "tasks": ["gather_papers", "look_on_site"],
        "people": [cast.clerk.person],
        "until": "2026-04-10",
        "approved_by": cast.deputy.person,
    }
    for wrong in (body | {"tasks": ["interrogate"]}, body | {"approved_by": group.person}):
        assert group.post(f"{work}/enlist", wrong).status_code == 422, wrong
    alone = {name: value for name, value in body.items() if name != "approved_by"}
    assert group.post(f"{work}/enlist", alone).status_code == 422
    told = group.do(f"{work}/enlist", body)
    for member in (committee, cast.clerk):
        (seen,) = member.see("unit-committee-enlistments", token=told["token"])["items"]
        assert (seen["task_scope"], seen["until"]) == ("核对三所学校验收资料", "2026-04-10")
        assert lead not in str(seen)
        assert member.get(path).status_code == 404
        for register in ("leads", f"{path}/history", "unit-committee-matters"):
            assert member.see(register)["items"] == [], register
        for name in ("timeline", "inbox", "obligations"):
            assert lead not in member.get(f"parties/uc-education/{name}").text
    (matter,) = group.see("unit-committee-matters")["items"]
    assert lead in matter.values()
    assert cast.office.see("unit-committee-matters")["items"] == []
    return lead


def take_evidence(place: Place, cast: Cast) -> None:
    """It comes back and is recorded anew: joint evidence; past the last day there is none."""
    work, group, clerk = cast.work, cast.group, cast.clerk
    body = {
        "enlistment": 1,
        "kind": "papers",
        "title": "配餐验收单",
        "text": "签名前后不一。",
        "collectors": [cast.handler.person, clerk.person],
    }
    alone = body | {"collectors": [clerk.person, cast.committee.person]}
    assert code(clerk, f"{work}/record_evidence", alone) == (422, "not_taken_together")
    clerk.do(f"{work}/record_evidence", body)
    assert code(clerk, f"{work}/confirm_evidence", {"evidence": 1})[1] == "other_side_confirms"
    token = group.do(f"{work}/return_evidence", {"evidence": 1, "reason": "缺第3页"})["token"]
    waiting = clerk.see("parties/uc-education/inbox", token=token)
    assert columns(waiting, "kind", "from_party", "title") == [
        ("record_evidence_again", "sg-education", "缺第3页")
    ]
    assert code(group, f"{work}/record_evidence", body | {"evidence": 1})[0] == 403
    clerk.do(f"{work}/record_evidence", body | {"evidence": 1, "text": "共42张,签名前后不一。"})
    token = group.do(f"{work}/confirm_evidence", {"evidence": 1})["token"]
    seen = clerk.see("joint-evidence", token=token)
    assert columns(seen, "evidence", "stage", "text") == [(1, "confirmed", "共42张,签名前后不一。")]
    longer = {"until": "2026-04-14", "reason": "增加一所学校", "approved_by": cast.deputy.person}
    alone = {"enlistment": 1, **longer, "approved_by": group.person}
    assert group.post(f"{work}/extend_enlistment", alone).status_code == 422
    token = group.do(f"{work}/extend_enlistment", {"enlistment": 1, **longer})["token"]
    enlisted = cast.committee.see("unit-committee-enlistments", token=token)
    assert columns(enlisted, "stage", "until") == [("enlisted", "2026-04-14")]
    place.pass_to("2026-04-15")
    assert code(clerk, f"{work}/record_evidence", body) == (409, "enlistment_over")
    overdue = group.see("parties/sg-education/obligations", status="overdue")
    assert columns(overdue, "rule", "due") == [
        ("end-of-enlistment", "2026-04-14"),
        ("registration", "2026-03-23"),  # of its lead
    ]
    token = group.do(f"{work}/end_enlistment", {"enlistment": 1, "outcome": "核对完毕"})["token"]
    assert clerk.see("joint-evidence", token=token)["items"] == []
    assert len(group.see("joint-evidence")["items"]) == 1


@pytest.mark.parametrize("found", [2, 1])
def test_a_unit_committee_helps_and_sees_no_register(place: Place, found: int) -> None:
    """Guided, looked into, enlisted: figures are counted, and each party sees its own."""
    cast = guide(place)
    inspect(place, cast, found)
    lead = enlist(cast)
    take_evidence(place, cast)
    work, group = cast.work, cast.group
    token = group.do(f"{work}/conclude", {})["token"]
    (row,) = cast.committee.see("unit-committees", token=token)["items"]
    names = ("stage", "findings", "open_findings", "enlistments", "running", "evidence")
    assert [row[name] for name in names] == ["concluded", found, 0, 1, 0, 1]
    owed = group.see("obligations", mechanism="guiding-unit-committees", status="fulfilled")
    assert coverage(group) == coverage(cast.committee) == [("uc-education", 1, 1)]
    assert ("uc-education", 1, 1) in coverage(cast.office)
    assert [coverage(each) for each in cast.strangers] == [[], [("uc-health", 0, 0)]]
    unguided = cast.strangers[1].see(
        "obligations", status="open", mechanism="guiding-unit-committees"
    )
    assert ("year", "uc-health") in columns(unguided, "rule", "share_of")
    replies = [("uc-education", "reply", 0)] * found + [("uc-education", "reply", 2)]
    assert columns(owed, "owner", "rule", "late_working_days") == sorted(
        [
            ("sg-education", "confirmation", 0),
            ("sg-education", "confirmation", 0),
            ("sg-education", "end-of-enlistment", 1),
            ("sg-education", "year", 0),
            *[("sg-education", "judgement", 0)] * (found + 1),
            ("uc-education", "again", 0),
            ("uc-education", "receipt", 1),
            *replies,
        ]
    )
    for member in (cast.committee, group, cast.office):
        assert waits(member, work) == [], member.party
    for stranger in cast.strangers:
        hidden = (f"unit-committee-{each}" for each in ("findings", "enlistments", "matters"))
        sees_nothing(stranger, work, "unit-committees", "joint-evidence", *hidden)
    assert lead not in cast.office.get(f"{work}/history").text


def coverage(member: Member) -> list[tuple[str, int, int]]:
    """Which committees were guided and looked into in the year how often, as somebody sees it."""
    seen = member.see("unit-committee-coverage", period="2026")
    return columns(seen, "committee", "times", "inspections")

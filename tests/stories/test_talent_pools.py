"""青廉先锋队 (mechanism 28): a pool people are nominated into, study in, are drawn from, and leave."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits

POOL: dict[str, Any] = {
    "title": "2026年青廉先锋队",
    "parties": ["sg-education", "sg-health", "sg-finance"],
    "nominate_by": "2026-03-06",
    "places": 2,
}
GROUP = {"title": "审查调查学习小组", "leader": "io-1", "members": [1, 2]}
PRACTICE = {
    "kind": "exchange",
    "home": "sg-education",
    "host": "io-1",
    "begins": "2026-03-16",
    "until": "2026-06-12",
    "purpose": "实践锻炼",
}


@dataclass
class Cast:
    """Who keeps the pool, who nominates, who has them study, and who is nominated."""

    linked: Member
    cadres: Member
    education: Member
    health: Member
    finance: Member
    office: Member
    deputy: Member
    mentor: Member
    first: Member
    second: Member
    leader: Member
    others: list[Member]
    pool: str = ""

    @classmethod
    def of(cls, place: Place) -> "Cast":
        linked = place.member("周主任", "so-2", "head")
        return cls(
            linked=linked,
            cadres=place.member("何部长", "cadre-office", "head"),
            education=place.member("郑组长", "sg-education", "head"),
            health=place.member("冯组长", "sg-health", "head"),
            finance=place.member("何组长", "sg-finance", "head"),
            office=place.member("高主任", "io-1", "head"),
            deputy=place.member("梁副主任", "io-1", "deputy_head"),
            mentor=place.member("覃干事", "io-1", "handler"),
            first=place.member("孙干事", "sg-education", "member"),
            second=place.member("许干事", "sg-health", "handler"),
            leader=place.member("吴常委", "commission", "leader_in_charge"),
            others=[
                place.member("李局长", "education", "head"),
                place.member("卫组长", "sg-agriculture", "head"),
                place.member("方专管", "cs", "keeper"),
                linked,
            ],
        )


def fill(place: Place, cast: Cast) -> None:
    """One nomination comes back, one body has nobody and says so two days late; two are taken."""
    cast.pool = path_of(cast.cadres.do("talent-pools", POOL))
    assert code(cast.education, "talent-pools", POOL) == (403, "not_for_the_pool")
    own = {"person": cast.first.person, "merits": "善于学习。"}
    assert code(cast.health, f"{cast.pool}/nominate", own) == (422, "not_one_of_yours")
    cast.education.do(f"{cast.pool}/nominate", own)
    cast.health.do(f"{cast.pool}/nominate", {"person": cast.second.person, "merits": "办案。"})
    told = cast.cadres.do(f"{cast.pool}/return_nomination", {"member": 2, "reason": "请写明"})
    waiting = cast.health.see("parties/sg-health/inbox", token=told["token"])
    assert columns(waiting, "kind", "title") == [("nominate_anew", "请写明")]
    cast.health.do(f"{cast.pool}/revise", {"member": 2, "merits": "独立办结三件。"})
    place.pass_to("2026-03-10")
    late = cast.cadres.see("obligations", status="overdue", mechanism="talent-pools")
    assert columns(late, "owner", "rule") == [("sg-finance", "nomination")]
    assert code(cast.others[1], f"{cast.pool}/waive", {"reason": "…"}) == (404, "not_found")
    cast.finance.do(f"{cast.pool}/waive", {"reason": "人员均在专案组"})
    for member in (1, 2):
        cast.cadres.do(f"{cast.pool}/admit", {"member": member})


def study(place: Place, cast: Cast) -> None:
    """With a mentor, then another; who came is put right once, and what was not held is annulled."""
    group = GROUP | {"mentor": cast.mentor.person}
    own = group | {"leader": "sg-health", "mentor": cast.second.person}
    assert code(cast.cadres, f"{cast.pool}/form_group", own) == (422, "invalid_field")
    told = cast.cadres.do(f"{cast.pool}/form_group", group)
    waiting = cast.office.see("parties/io-1/inbox", token=told["token"])
    assert ("study_together", GROUP["title"]) in columns(waiting, "kind", "title")
    other = {"group": 1, "mentor": cast.deputy.person, "reason": "原导师在专案组"}
    assert code(cast.education, f"{cast.pool}/change_mentor", other) == (403, "not_for_the_pool")
    cast.office.do(f"{cast.pool}/change_mentor", other)
    held = {"group": 1, "topic": "谈话笔录制作", "came": [1, 2]}
    assert code(cast.education, f"{cast.pool}/hold_session", held) == (403, "not_for_the_pool")
    cast.office.do(f"{cast.pool}/hold_session", held)
    place.pass_to("2026-03-11")
    cast.office.do(f"{cast.pool}/hold_session", held)
    approved = {"approved_by": cast.deputy.person}
    right = {"session": 1, "came": [1], "reason": "签到有误"}
    cast.office.do(f"{cast.pool}/correct", right | approved)
    place.pass_to("2026-03-12")
    void = {"session": 2, "reason": "并未开展"} | approved
    told = cast.office.do(f"{cast.pool}/annul", void)
    owed = cast.office.see("obligations", owner="io-1", status="open", token=told["token"])
    assert columns(owed, "rule", "due") == [("study", "2026-06-10")]


def draw(cast: Cast) -> str:
    """Drawn for the secondment that was proposed for them, and for no other's; which it is stays known."""
    told = cast.cadres.do("secondments", PRACTICE | {"person": cast.first.person})
    practice = str(told["stream"])
    wrong = {"member": 2, "secondment": practice}
    assert code(cast.cadres, f"{cast.pool}/draw", wrong) == (422, "not_their_secondment")
    cast.cadres.do(f"{cast.pool}/draw", {"member": 1, "secondment": practice})
    within = PRACTICE | {"person": cast.second.person, "home": "sg-health", "host": "sg-finance"}
    assert code(cast.cadres, "secondments", within) == (422, "invalid_field")
    return practice


@pytest.mark.parametrize("leaves", [True, False], ids=["one-leaves", "both-stay"])
def test_a_pool_is_filled_studies_and_is_drawn_from(wuhu: Place, *, leaves: bool) -> None:
    """Two of three groups have somebody in it; once one leaves, one has."""
    cast = Cast.of(wuhu)
    fill(wuhu, cast)
    study(wuhu, cast)
    practice = draw(cast)
    full = {"person": cast.finance.person, "merits": "……"}
    cast.finance.do(f"{cast.pool}/nominate", full)
    last = code(cast.cadres, f"{cast.pool}/admit", {"member": 3})
    assert last == (409, "pool_is_full")
    told = cast.cadres.do(f"{cast.pool}/decline", {"member": 3, "reason": "名额已满"})
    if leaves:
        told = cast.health.do(f"{cast.pool}/release", {"member": 2, "reason": "调离"})
    seen = cast.cadres.see("talent-pool-members", token=told["token"])
    shown = ("member", "party", "stage", "returned", "sessions", "group")
    second = ("released", 1, 0, None) if leaves else ("admitted", 1, 0, 1)
    assert columns(seen, *shown) == [
        (1, "sg-education", "admitted", 0, 1, 1),
        (2, "sg-health", *second),
        (3, "sg-finance", "declined", 0, 0, None),
    ]
    assert seen["items"][0]["secondments"] == [practice]
    gaps = cast.leader.see("talent-pool-coverage", period="2026-Q1", gaps=True)
    without = {name for (name,) in columns(gaps, "stationed_group")}
    assert {"sg-education", "sg-health", "sg-finance"} & without == (
        {"sg-health", "sg-finance"} if leaves else {"sg-finance"}
    )
    assert columns(cast.cadres.see("talent-pool-invitations"), "party", "stage", "late") == [
        ("sg-education", "nominated", False),
        ("sg-finance", "nominated", True),
        ("sg-health", "nominated", False),
    ]
    (group,) = cast.office.see("study-groups")["items"]
    assert (group["sessions"], group["mentor"]) == (1, cast.deputy.person)
    assert len(group["members"]) == 2 - leaves
    assert columns(cast.education.see("study-sessions"), "session", "counted", "reason") == [
        (1, True, "签到有误"),
        (2, False, "并未开展"),
    ]
    owed_and_apart(cast)
    disband(cast)


def owed_and_apart(cast: Cast) -> None:
    """What was owed, and what was late; each body its own people, members no merits, others nothing."""
    owed = cast.cadres.see("obligations", mechanism="talent-pools", limit=100)
    late = [each for each in owed["items"] if each["late_working_days"]]
    assert [(each["owner"], each["rule"]) for each in late] == [("sg-finance", "nomination")]
    assert late[0]["late_working_days"] == 2
    running = [each for each in columns(owed, "owner", "rule", "status") if each[2] == "open"]
    assert running == [("io-1", "study", "open")]
    for member, party in ((cast.education, "sg-education"), (cast.health, "sg-health")):
        assert columns(member.see("talent-pool-members"), "party") == [(party,)]
        waiting = member.see(f"parties/{party}/inbox")["items"]
        assert [each for each in waiting if each["family"] == "talent_pool"] == []
    assert cast.first.see("talent-pool-members")["items"] == []
    assert len(cast.first.see("study-groups")["items"]) == 1
    assert cast.finance.see("study-groups")["items"] == []
    for other in cast.others:
        sees_nothing(other, cast.pool, *lists_of(cast.pool))
    for path in ("talent-pool-coverage", "secondment-coverage"):
        assert cast.linked.see(path, period="2026-Q1")["items"] == [], path


def disband(cast: Cast) -> None:
    """The group studies no longer: nothing more is owed, and its sessions stay on record."""
    why = {"group": 1, "reason": "学习任务完成"}
    assert code(cast.office, f"{cast.pool}/disband_group", why) == (403, "not_for_the_pool")
    told = cast.cadres.do(f"{cast.pool}/disband_group", why)
    owed = cast.office.see("obligations", token=told["token"], owner="io-1", status="open")
    assert [rule for (rule,) in columns(owed, "rule") if rule == "study"] == []
    for member in (cast.cadres, cast.office, cast.health, cast.finance, cast.leader):
        assert waits(member) == [], member.party
    assert waits(cast.education) == [("answer_secondment", "cadre-office")]
    assert len(cast.education.see("study-sessions")["items"]) == 2

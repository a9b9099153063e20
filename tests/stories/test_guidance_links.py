"""指导联系 (mechanism 1): office × group × leader, the log of contacts, who had none in the quarter."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

LINK = {"office": "so-2", "begins": "2026-03-02", "document": "临纪办发〔2026〕5号"}
VISIT = {"manner": "visit", "topics": "线索处置", "text": "逐件研究了3件线索。"}
GROUPS = ("sg-education", "sg-finance", "sg-health", "sg-human-resources")
"""The groups of the second supervision office, under Linyi's scheme."""


@dataclass
class Cast:
    """Who links, who is linked, who must see nothing."""

    leader: Member
    principal: Member
    office: Member
    group: Member
    deputy: Member
    health: Member
    stranger: Member


def cast_of(place: Place) -> Cast:
    """A leader, an office with two of its groups, and a group of another office."""
    return Cast(
        leader=place.member("吴常委", "commission", "leader_in_charge"),
        principal=place.member("赵书记", "commission", "principal_head"),
        office=place.member("周主任", "so-2", "head"),
        group=place.member("郑组长", "sg-education", "head"),
        deputy=place.member("钱副组长", "sg-education", "deputy_head"),
        health=place.member("冯组长", "sg-health", "head"),
        stranger=place.member("蒋组长", "sg-housing", "head"),
    )


def link(cast: Cast, group: str) -> str:
    """The commission links; an office links nobody by itself."""
    body = {**LINK, "group": group, "leader": cast.leader.person}
    refused = cast.office.post("guidance-links", body)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_of_the_link")
    return path_of(cast.leader.do("guidance-links", body))


def keep_contact(place: Place, cast: Cast, education: str, health: str) -> str:
    """Education in time, its record corrected, its leader changed; health too late for the quarter."""
    cast.office.do(f"{education}/contact", VISIT)
    send_back(cast, education)
    place.pass_to("2026-03-20")
    cast.group.do(f"{education}/contact", VISIT | {"manner": "call"})
    miscounted = {"contact": 2, "reason": "件数与记录不符"}
    told = cast.office.do(f"{education}/send_back", miscounted)
    waiting = cast.group.see("parties/sg-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party", "title") == [
        ("correct_contact", "so-2", "件数与记录不符")
    ]
    right = {"contact": 2, "reason": "件数有误", "text": "研究了2件线索。"}
    told = cast.group.do(f"{education}/correct", {**right, "approved_by": cast.deputy.person})
    assert waits(cast.group, education, token=told["token"]) == []
    named = {"leader": cast.principal.person, "document": "临纪办发〔2026〕9号"}
    cast.leader.do(f"{education}/name_leader", named)
    place.pass_to("2026-06-04")
    late = cast.leader.see("obligations", owner="so-2", status="overdue")
    assert columns(late, "owner", "rule", "due") == [("so-2", "contact", "2026-06-02")]
    place.pass_to("2026-06-10")
    assert told_above(cast) == [("overdue", "so-2")]
    token = str(cast.office.do(f"{health}/contact", VISIT)["token"])
    assert told_above(cast, token) == []
    return token


def told_above(cast: Cast, token: str | None = None) -> list[tuple[str, ...]]:
    """What waits for the commission because of links, and from whom."""
    waiting = cast.leader.see("parties/commission/inbox", token=token, limit=200)["items"]
    of_links = {"items": [each for each in waiting if each["family"] == "guidance_link"]}
    return columns(of_links, "kind", "from_party")


def send_back(cast: Cast, education: str) -> None:
    """The group says that it was no visit: the record counts only once the office has put it right."""
    back = {"contact": 1, "reason": "当日仅为电话联系"}
    assert code(cast.office, f"{education}/send_back", back) == (403, "other_side_confirms")
    assert code(cast.leader, f"{education}/send_back", back) == (403, "not_of_the_link")
    assert code(cast.health, f"{education}/send_back", back) == (404, "not_found")
    told = cast.group.do(f"{education}/send_back", back)
    gaps = cast.office.see("guidance-coverage", token=told["token"], period="2026-Q1", gaps=True)
    assert ("sg-education",) in columns(gaps, "stationed_group")
    waiting = cast.office.see("parties/so-2/inbox")
    assert columns(waiting, "kind", "from_party", "title") == [
        ("contact_group", "sg-education", None),
        ("contact_group", "sg-health", None),
        ("correct_contact", "sg-education", "当日仅为电话联系"),
    ]
    named = {"contact": 1, "reason": "方式有误", "text": "电话研究了3件线索。"}
    right = cast.office.do(f"{education}/correct", {**named, "approved_by": cast.leader.person})
    left = waits(cast.office, education, token=right["token"])
    assert left == [("contact_group", "sg-education")]


@pytest.mark.parametrize("annulled", [False, True])
def test_who_had_no_contact_in_the_quarter_is_counted(place: Place, annulled: bool) -> None:
    """Of four groups one had two contacts in the first quarter; with one annulled, one."""
    cast = cast_of(place)
    education, health = link(cast, "sg-education"), link(cast, "sg-health")
    token = recorded = keep_contact(place, cast, education, health)
    if annulled:
        gone = {"contact": 2, "reason": "误登", "approved_by": cast.deputy.person}
        token = str(cast.group.do(f"{education}/annul_contact", gone)["token"])
        before = cast.office.see("guidance-coverage", as_of=recorded, period="2026-Q1")
        assert columns(before, "stationed_group", "times")[0] == ("sg-education", 2)
    times = 1 if annulled else 2
    for quarter, counted in (("2026-Q1", {"sg-education": times}), ("2026-Q2", {"sg-health": 1})):
        own = [(group, counted.get(group, 0)) for group in GROUPS]
        covered = cast.office.see("guidance-coverage", token=token, period=quarter)
        assert columns(covered, "stationed_group", "times") == own
        whole = cast.leader.see("guidance-coverage", token=token, period=quarter)
        of_all = columns(whole, "stationed_group", "times")
        assert [each for each in of_all if each[0] in GROUPS] == own
        assert ("sg-housing", 0) in of_all
    gaps = cast.office.see("guidance-coverage", period="2026-Q1", gaps=True)
    assert columns(gaps, "stationed_group") == [(group,) for group in GROUPS[1:]]
    links = cast.leader.see("guidance-links", stage="linked")
    assert columns(links, "office", "stationed_group", "leader", "contacts") == [
        ("so-2", "sg-education", cast.principal.person, times),
        ("so-2", "sg-health", cast.leader.person, 1),
    ]
    owed = cast.office.see("obligations", mechanism="guidance-links", status="fulfilled")
    assert columns(owed, "rule", "late_working_days") == [
        ("again", 0),
        ("again", 0),
        ("contact", 0),
        ("contact", 0),
        ("contact", 6),
    ]
    knows_its_own(cast, education)


def knows_its_own(cast: Cast, education: str) -> None:
    """A group knows its own link; a group of another office none."""
    log = cast.group.see("guidance-contacts")
    assert {item["stationed_group"] for item in log["items"]} == {"sg-education"}
    assert "研究了2件线索。" in {item["text"] for item in log["items"]}
    own = cast.health.see("guidance-coverage", period="2026-Q2")
    assert columns(own, "stationed_group", "times") == [("sg-health", 1)]
    sees_nothing(cast.health, education)
    sees_nothing(cast.stranger, education, "guidance-links", "guidance-contacts")


def test_a_group_that_nobody_links_is_owed_its_link(place: Place) -> None:
    """The commission owes eleven bodies a link: one is made in time, one late, nine stay owed."""
    cast = cast_of(place)
    place.pass_to("2026-03-03")
    others = [group for group, _ in owed_links(cast.leader, "open") if group not in GROUPS]
    assert len(others) == 7
    assert "wc-high-tech-zone" in others
    assert owed_links(cast.leader, "open") == [
        (group, "2026-06-02") for group in sorted((*GROUPS, *others))
    ]
    for member in (cast.group, cast.health, cast.stranger):
        assert owed_links(member, "open") == [(member.party, "2026-06-02")]
    assert owed_links(cast.office, "open") == []
    education = link(cast, "sg-education")
    place.pass_to("2026-06-03")
    assert owed_links(cast.group, "overdue") == []
    assert owed_links(cast.health, "overdue") == [("sg-health", "2026-06-02")]
    place.pass_to("2026-06-10")
    told = [(group, "2026-06-02") for group in GROUPS[1:]]
    assert owed_links(cast.office, "overdue") == told
    gaps = cast.office.see("guidance-coverage", period="2026-Q2", gaps=True)
    assert columns(gaps, "stationed_group") == [(group,) for group in GROUPS]
    health = link(cast, "sg-health")
    token = str(cast.health.do(f"{health}/contact", VISIT)["token"])
    met = cast.leader.see(
        "obligations",
        token=token,
        mechanism="guidance-links",
        owner="commission",
        status="fulfilled",
    )
    assert columns(met, "rule", "owed_to", "share_of", "late_working_days") == [
        ("link", "sg-education", "sg-education", 0),
        ("link", "sg-health", "sg-health", 6),
    ]
    assert owed_links(cast.office, "overdue") == [row for row in told if row[0] != "sg-health"]
    assert len(owed_links(cast.leader, "overdue")) == 9
    gaps = cast.office.see("guidance-coverage", period="2026-Q2", gaps=True)
    assert columns(gaps, "stationed_group") == [(g,) for g in GROUPS if g != "sg-health"]
    for matter in (education, health):
        sees_nothing(cast.stranger, matter, "guidance-links", "guidance-contacts")


def owed_links(member: Member, status: str) -> list[tuple[str, ...]]:
    """For which groups a link is owed by the commission, as somebody sees it, and by when."""
    seen = member.see("obligations", mechanism="guidance-links", status=status, limit=100)
    rows = columns(seen, "owner", "rule", "share_of", "due")
    assert {row[0] for row in rows if row[1] == "link"} <= {"commission"}
    return [row[2:] for row in rows if row[1] == "link"]

"""以案代训、以巡代训、干部交流 (mechanism 28): declined, proposed anew, sent back late, appraised."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

DAYS = {"begins": "2026-03-09", "until": "2026-03-18"}
LATER = {"begins": "2026-03-11", "until": "2026-03-27"}
ENDS = {"until": "2026-03-20"}
SHOWN = ("home", "host", "stage", "declined", "begun", "sent_back")
SAID = "能独立完成谈话笔录。"


@dataclass
class Cast:
    """Who sends, who takes in, who must see nothing."""

    cadres: Member
    group: Member
    clerk: Member
    host: Member
    deputy: Member
    mentor: Member
    leader: Member
    keeper: Member
    unit: Member
    other: Member


def cast_of(place: Place) -> Cast:
    """The organisation office, a group, the investigation office, those above, and those beside."""
    return Cast(
        cadres=place.member("何部长", "cadre-office", "head"),
        group=place.member("郑组长", "sg-education", "head"),
        clerk=place.member("孙干事", "sg-education", "member"),
        host=place.member("高主任", "io-1", "head"),
        deputy=place.member("梁副主任", "io-1", "deputy_head"),
        mentor=place.member("覃干事", "io-1", "handler"),
        leader=place.member("吴常委", "commission", "leader_in_charge"),
        keeper=place.member("许干事", "cs", "keeper"),
        unit=place.member("李局长", "education", "head"),
        other=place.member("冯组长", "sg-health", "head"),
    )


def propose(cast: Cast, kind: str) -> str:
    """The group declines at first, for other days it agrees."""
    plan = {
        "person": cast.clerk.person,
        "kind": kind,
        "home": "sg-education",
        "host": "io-1",
        "purpose": "跟班参与审查调查",
    }
    assert code(cast.group, "secondments", plan | DAYS) == (403, "not_for_secondments")
    told = cast.cadres.do("secondments", plan | DAYS)
    waiting = cast.group.see("parties/sg-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party") == [("answer_secondment", "cadre-office")]
    path = path_of(told)
    cast.group.do(f"{path}/decline", {"reason": "专项监督正在进行"})
    cast.cadres.do(f"{path}/revise", LATER)
    assert code(cast.host, f"{path}/agree", {}) == (403, "not_your_secondment")
    cast.group.do(f"{path}/agree", {})
    return path


def learn(place: Place, cast: Cast, path: str) -> str:
    """With a mentor of the host; sent back two working days late, the appraisal corrected."""
    place.pass_to("2026-03-11")
    of_another = {"mentor": cast.group.person}
    assert code(cast.host, f"{path}/begin", of_another) == (422, "invalid_field")
    cast.host.do(f"{path}/begin", {"mentor": cast.host.person})
    right = {"reason": "导师填错", "approved_by": cast.deputy.person}
    cast.host.do(f"{path}/correct", {**right, "mentor": cast.mentor.person})
    right = {"reason": "期满日期有误", "approved_by": cast.leader.person}
    assert code(cast.host, f"{path}/correct", {**right, **ENDS}) == (403, "not_your_secondment")
    cast.cadres.do(f"{path}/correct", {**right, **ENDS})
    shown = cast.cadres.see("secondments", mentor=cast.mentor.person)
    assert columns(shown, "home") == [("sg-education",)]
    place.pass_to("2026-03-24")
    cast.host.do(f"{path}/send_back", {"appraisal": "能完成谈话笔录。"})
    right = {"reason": "文字有误", "approved_by": cast.deputy.person, "appraisal": SAID}
    return str(cast.host.do(f"{path}/correct", right)["token"])


@pytest.mark.parametrize("learns", [True, False], ids=["learns", "only-agreed"])
def test_who_sent_nobody_to_learn_is_counted(liuzhou: Place, *, learns: bool) -> None:
    """A group whose person was only let go, and never arrived, is not covered."""
    cast = cast_of(liuzhou)
    path = propose(cast, "case")
    token = learn(liuzhou, cast, path) if learns else None
    liuzhou.settle()
    seen = cast.cadres.see("secondments", **({"token": token} if token else {}))
    days = ("sent_back", 1, "2026-03-11", "2026-03-24") if learns else ("agreed", 1, None, None)
    assert columns(seen, *SHOWN) == [("sg-education", "io-1", *days)]
    gaps = cast.leader.see("secondment-coverage", period="2026-Q1", gaps=True)
    without = [name for (name,) in columns(gaps, "stationed_group")]
    assert ("sg-education" in without) is not learns
    assert "sg-health" in without
    if learns:
        appraised_and_owed(cast)
    left = {member.party: waits(member, path) for member in (cast.cadres, cast.group, cast.host)}
    to_begin = [] if learns else [("begin_secondment", "sg-education")]
    assert left == {"cadre-office": [], "sg-education": [], "io-1": to_begin}
    stays_apart(cast, path)


def appraised_and_owed(cast: Cast) -> None:
    """Leaders read the appraisal, the person's colleagues do not; what was owed, and what was late."""
    for member in (cast.cadres, cast.group, cast.host):
        assert columns(member.see("secondment-appraisals"), "text") == [(SAID,)]
    for member in (cast.clerk, cast.mentor):
        assert member.see("secondment-appraisals")["items"] == []
    owed = cast.group.see("obligations", mechanism="secondments")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("cadre-office", "revision", "fulfilled", 0),
        ("io-1", "arrival", "fulfilled", 0),
        ("io-1", "return", "fulfilled", 2),
        ("io-1", "return", "superseded", None),
        ("sg-education", "answer", "fulfilled", 0),
        ("sg-education", "answer", "fulfilled", 0),
        ("sg-education", "year", "fulfilled", 0),
    ]
    whole = cast.leader.see("obligations", mechanism="secondments", status="open", limit=100)
    lacking = columns(whole, "owner", "rule")
    assert ("sg-health", "year") in lacking
    assert ("sg-education", "year") not in lacking


def stays_apart(cast: Cast, path: str) -> None:
    """Cadre data: nothing for the keeper of leads, the host unit, another group."""
    for member in (cast.keeper, cast.unit, cast.other):
        assert member.get(path).status_code == 404
        for collection in ("secondments", "secondment-appraisals"):
            assert member.see(collection)["items"] == [], collection
        own = member.see("obligations", mechanism="secondments", family="secondment")
        assert own["items"] == []


def test_one_learns_by_inspection_and_is_exchanged_between_lines(liuzhou: Place) -> None:
    """With inspection only where one inspects; an exchange leaves its line, and counts for no group."""
    cast = cast_of(liuzhou)
    office = liuzhou.member("谭主任", "inspection", "head")
    guide = liuzhou.member("陆干事", "inspection", "member")
    common = DAYS | {"purpose": "参加巡察", "host": "inspection"}
    learns = common | {"kind": "inspection", "home": "sg-education", "person": cast.clerk.person}
    elsewhere = learns | {"host": "io-1"}
    assert code(cast.cadres, "secondments", elsewhere) == (422, "invalid_field")
    of_another = learns | {"home": "sg-health"}
    assert code(cast.cadres, "secondments", of_another) == (422, "invalid_field")
    first = path_of(cast.cadres.do("secondments", learns))
    cast.group.do(f"{first}/agree", {})
    within = learns | {"kind": "exchange", "host": "sg-health"}
    assert code(cast.cadres, "secondments", within) == (422, "invalid_field")
    moves = common | {"kind": "exchange", "home": "io-1", "person": cast.mentor.person}
    second = path_of(cast.cadres.do("secondments", moves))
    third = path_of(cast.cadres.do("secondments", moves | {"person": cast.deputy.person}))
    cast.host.do(f"{second}/agree", {})
    told = cast.cadres.do(f"{third}/withdraw", {"reason": "工作需要"})
    cast.host.see("parties", token=told["token"])
    liuzhou.pass_to("2026-03-10")
    late = office.see("obligations", status="overdue", mechanism="secondments")
    assert columns(late, "owner", "rule") == [("inspection", "arrival")] * 2
    for path in (first, second):
        office.do(f"{path}/begin", {"mentor": guide.person})
    cast.group.do(f"{first}/extend", {"until": "2026-03-25", "reason": "巡察延期"})
    liuzhou.pass_to("2026-03-19")
    for path in (first, second):
        told = office.do(f"{path}/send_back", {"appraisal": SAID})
    seen = office.see("secondments", token=told["token"])
    assert columns(seen, "kind", "home", "stage", "begun", "until", "sent_back") == [
        ("exchange", "io-1", "sent_back", "2026-03-10", "2026-03-18", "2026-03-19"),
        ("exchange", "io-1", "withdrawn", None, "2026-03-18", None),
        ("inspection", "sg-education", "sent_back", "2026-03-10", "2026-03-25", "2026-03-19"),
    ]
    owed = office.see(
        "obligations", mechanism="secondments", family="secondment", owner="inspection"
    )
    assert columns(owed, "rule", "status", "late_working_days") == [
        ("arrival", "fulfilled", 1),
        ("arrival", "fulfilled", 1),
        ("return", "fulfilled", 0),
        ("return", "fulfilled", 1),
        ("return", "superseded", None),
    ]
    covered = cast.leader.see("secondment-coverage", period="2026-Q1")
    assert [each for each in columns(covered, "stationed_group", "times") if each[1]] == [
        ("sg-education", 1)
    ]
    assert columns(cast.group.see("secondment-appraisals"), "home") == [("sg-education",)]
    for member in (cast.keeper, cast.unit, cast.other):
        sees_nothing(member, first, "secondments", "secondment-appraisals")
    assert cast.group.get(second).status_code == 404


def test_one_learns_by_working_where_work_is_done(liuzhou: Place) -> None:
    """以干代训: agreed a day late, begun on the day, extended, its day put right, sent back late."""
    cast = cast_of(liuzhou)
    plan = DAYS | {"purpose": "跟班参与日常监督", "home": "sg-education", "host": "io-1"}
    plan |= {"kind": "work", "person": cast.clerk.person}
    for member in (cast.keeper, cast.unit):
        assert code(member, "secondments", plan) == (403, "not_for_secondments"), member.party
    path = path_of(cast.cadres.do("secondments", plan))
    mentor = {"mentor": cast.mentor.person}
    assert code(cast.host, f"{path}/begin", mentor) == (409, "wrong_state")
    assert waits(cast.group, path, token=cast.cadres.token) == [
        ("answer_secondment", "cadre-office")
    ]
    liuzhou.pass_to("2026-03-06")
    cast.group.do(f"{path}/agree", {})
    liuzhou.pass_to("2026-03-09")
    assert waits(cast.host, path) == [("begin_secondment", "sg-education")]
    assert code(cast.group, f"{path}/begin", mentor) == (403, "not_your_secondment")
    cast.host.do(f"{path}/begin", mentor)
    cast.group.do(f"{path}/extend", {"until": "2026-03-25", "reason": "任务未完"})
    right = {"reason": "期满日期有误", "approved_by": cast.leader.person}
    cast.cadres.do(f"{path}/correct", {**right, **ENDS})
    liuzhou.pass_to("2026-03-23")
    token = cast.host.do(f"{path}/send_back", {"appraisal": SAID})["token"]
    assert code(cast.host, f"{path}/send_back", {"appraisal": SAID}) == (409, "wrong_state")
    for member in (cast.cadres, cast.group, cast.host):
        seen = member.see("secondments", token=token)
        assert columns(seen, "kind", *SHOWN, "until") == [
            (
                "work",
                "sg-education",
                "io-1",
                "sent_back",
                0,
                "2026-03-09",
                "2026-03-23",
                "2026-03-20",
            )
        ]
        assert waits(member, path) == [], member.party
    owed = cast.group.see("obligations", mechanism="secondments")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("io-1", "arrival", "fulfilled", 0),
        ("io-1", "return", "fulfilled", 1),
        ("io-1", "return", "superseded", None),
        ("io-1", "return", "superseded", None),
        ("sg-education", "answer", "fulfilled", 1),
        ("sg-education", "year", "fulfilled", 0),
    ]
    covered = cast.leader.see("secondment-coverage", period="2026-Q1")
    assert [each for each in columns(covered, "stationed_group", "times") if each[1]] == [
        ("sg-education", 1)
    ]
    for member in (cast.keeper, cast.unit, cast.other):
        sees_nothing(member, path, "secondments", "secondment-appraisals")

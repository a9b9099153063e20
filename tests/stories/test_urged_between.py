"""A county that is late with a city's order is urged in its own log, and a proposal goes down after it.

Mechanisms 24, 25 and DOMAIN.md §1.15: urgings (催办督办) and proposal forms (建议单) between jurisdictions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest

from processes.clock import Clock
from tests.api.installation import Installation, Member
from tests.stories.levels import SUPERVISE, Levels, courier_of
from tests.stories.place import code, columns, path_of, sees_nothing

ORDER: Final = SUPERVISE | {"due": "2026-03-06"}
PROPOSED: Final[dict[str, Any]] = {
    "title": "关于规范学校配餐招标的建议",
    "text": "建议公开招标过程,每学期通报一次。",
    "supervision": "supervisory",
    "basis": "任务单反馈的问题",
    "to": "cc-yinan",
    "due": "2026-03-25",
}
ANSWERED: Final = ("stage", "number", "received_as", "kind", "returned", "answered", "accepted")
OWED: Final = ("owner", "rule", "status", "late_working_days")


@dataclass
class Cast:
    """Both levels, who acts in the matter at each, and who has nothing to do with it."""

    levels: Levels
    office: Member
    leader: Member
    guest: Member
    group: Member
    clerk: Member
    other: Member
    order: str = ""


@pytest.fixture
def cast(installation: Installation, clock: Clock) -> Iterator[Cast]:
    """The order was sent, and its day has gone by at both levels."""
    with courier_of(installation) as courier:
        levels = Levels.found(installation, clock, courier, "urged")
        city, county = levels.city, levels.county
        cast = Cast(
            levels,
            city.member("催-市室主任", "so-2", "head"),
            city.member("催-常委", "commission", "leader_in_charge"),
            city.member("催-沂南来人", "cc-yinan", "head"),
            city.member("催-教育组长", "sg-education", "head"),
            county.member("催-县办主任", "general-office", "head"),
            county.member("催-县案管", "cs", "head"),
        )
        cast.order = cast.office.do("task-orders", ORDER)["stream"]
        early = urging(cast)
        assert code(cast.office, "urgings", early) == (409, "not_delivered_yet")
        levels.carry()
        levels.pass_to("2026-03-09")
        yield cast


def urging(cast: Cast, **changes: Any) -> dict[str, Any]:
    """What the city's office writes, with changes."""
    return {
        "kind": "reminder",
        "matter": cast.order,
        "to": "cc-yinan",
        "about": "反馈单已逾期,请说明进展",
        "due": "2026-03-11",
    } | changes


def urged(cast: Cast) -> tuple[str, str]:
    """Urged, and the day corrected: whoever has the order there owes the answer, under its own number."""
    told = cast.office.do("urgings", urging(cast))
    cast.levels.carry()
    here = path_of(told)
    right = {"reason": "期限有误", "approved_by": cast.leader.person, "due": "2026-03-12"}
    cast.office.do(f"{here}/correct", right)
    cast.levels.carry()
    (came,) = cast.clerk.see("urgings")["items"]
    (order,) = cast.clerk.see("task-orders")["items"]
    assert (came["matter"], came["issuer"], came["addressee"], came["about"], came["due"]) == (
        order["stream"],
        "city-commission",
        "general-office",
        "反馈单已逾期,请说明进展",
        "2026-03-12",
    )
    waiting = cast.clerk.see("parties/general-office/inbox")
    assert ("answer_urging", "2026-03-12") in columns(waiting, "kind", "due")
    answer = {"text": "三日内报送"}
    assert code(cast.guest, f"{here}/answer", answer) == (409, "handled_elsewhere")
    void = {"reason": "不办", "approved_by": cast.other.person}
    assert code(cast.clerk, f"{path_of(came)}/annul", void)[0] in (403, 422)
    return here, path_of(came)


def answered_late(cast: Cast, here: str, there: str) -> None:
    """Two working days late, returned, answered anew and accepted: the same at both levels."""
    levels = cast.levels
    levels.pass_to("2026-03-16")
    cast.clerk.do(f"{there}/answer", {"text": "正在核查"})
    levels.carry()
    cast.office.do(f"{here}/return_answer", {"reason": "未说明完成时间"})
    levels.carry()
    waiting = cast.clerk.see("parties/general-office/inbox")
    assert ("answer_again", "未说明完成时间") in columns(waiting, "kind", "title")
    cast.clerk.do(f"{there}/answer", {"text": "三日内报送"})
    levels.carry()
    cast.office.do(f"{here}/accept_answer", {})
    levels.carry()
    for member, path, received in ((cast.office, here, None), (cast.clerk, there, "〔2026〕1号")):
        seen = member.see(path)
        assert tuple(seen[name] for name in ANSWERED) == (
            "accepted",
            "〔2026〕1号",
            received,
            "reminder",
            1,
            "2026-03-16",
            "2026-03-16",
        )
        assert seen["answer"] == "三日内报送"
    for member, asks, answers, sent in (
        (cast.office, "so-2", "cc-yinan", [("so-2", "delivery", "fulfilled", 0)]),
        (cast.clerk, "city-commission", "general-office", []),
    ):
        owed = member.see("obligations", mechanism="urgings", limit=200)
        assert sorted(columns(owed, *OWED), key=str) == sorted(
            [
                (answers, "acknowledgement", "fulfilled", 4),
                (answers, "answer", "fulfilled", 2),
                (answers, "answer", "superseded", None),
                (answers, "better-answer", "fulfilled", 0),
                *[(asks, "judgement", "fulfilled", 0)] * 2,
                *sent,
            ],
            key=str,
        )
    news = columns(cast.office.see("arrivals", family="urging"), "dispatch", "news")
    assert news == [(1, "delivered"), (2, "acknowledged"), (3, "answered"), (4, "answered")]


def proposed(cast: Cast) -> tuple[str, str]:
    """Not taken in at first, then sent again: answered, and accepted."""
    levels = cast.levels
    levels.adopt(
        levels.county,
        ('"department_request", "proposal_form", "urging"]\nreceiver', '"urging"]\nreceiver'),
    )
    here = path_of(cast.office.do("proposal-forms", PROPOSED))
    levels.carry()
    waiting = cast.office.see("parties/so-2/inbox")
    assert ("resend_or_recall", "not_accepted") in columns(waiting, "kind", "title")
    levels.adopt(levels.county)
    cast.office.do(f"{here}/resend", {"party": "cc-yinan"})
    levels.carry()
    (came,) = cast.clerk.see("proposal-forms")["items"]
    assert (came["text"], came["received_as"], came["task_order"], came["ordered_by"]) == (
        PROPOSED["text"],
        "〔2026〕1号",
        None,
        None,
    )
    there = path_of(came)
    cast.clerk.do(f"{there}/answer", {"text": "已公开招标过程。"})
    levels.carry()
    cast.office.do(f"{here}/accept_answer", {})
    levels.carry()
    for member, path in ((cast.office, here), (cast.clerk, there)):
        seen = member.see(path)
        assert (seen["stage"], seen["answer"]) == ("accepted", "已公开招标过程。")
    return here, there


def test_who_is_late_elsewhere_is_urged_there_and_proposed_to(cast: Cast) -> None:
    """One late, one returned, one corrected; each step once at both levels, and no outsider learns of it."""
    here, there = urged(cast)
    answered_late(cast, here, there)
    form, came = proposed(cast)
    for path in (here, form):
        sees_nothing(cast.group, path, "urgings", "proposal-forms", "dispatches", "arrivals")
    for path in (there, came):
        sees_nothing(cast.other, path, "urgings", "proposal-forms", "dispatches", "arrivals")

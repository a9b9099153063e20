"""Task orders between a city and a county of its own (mechanisms 24, 25; DOMAIN.md §1.15).

The county does not take in orders at first: the city is told, and sends it again. It feeds back late, the
form comes back to it, and goes out again; each level has its number, and only who has to do with it sees it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pytest

from processes.clock import Clock
from tests.api.installation import Installation, Member
from tests.stories.levels import SUPERVISE, Levels, courier_of
from tests.stories.place import code, columns, path_of, waits

FEEDBACK: Final = {"result": "partly_done", "text": "已检查学校六所,两所正在整改。"}


@dataclass
class Cast:
    """Both levels, who acts in the matter at each, and who has nothing to do with it."""

    levels: Levels
    office: Member
    leader: Member
    guest: Member
    group: Member
    outsider: Member
    clerk: Member
    other: Member
    order: str = ""
    there: str = ""


@pytest.fixture
def cast(installation: Installation, clock: Clock) -> Iterator[Cast]:
    with courier_of(installation) as courier:
        levels = Levels.found(installation, clock, courier, "orders")
        city, county = levels.city, levels.county
        yield Cast(
            levels,
            city.member("单-市室主任", "so-2", "head"),
            city.member("单-常委", "commission", "leader_in_charge"),
            city.member("单-沂南来人", "cc-yinan", "head"),
            city.member("单-教育组长", "sg-education", "head"),
            city.member("单-卫健组长", "sg-health", "head"),
            county.member("单-县办主任", "general-office", "head"),
            county.member("单-县案管", "cs", "head"),
        )


def not_taken_in(cast: Cast) -> None:
    """What the county's scheme does not take in is told to who sent it, owed, and sent again."""
    levels = cast.levels
    levels.adopt(levels.county, ('accepts = ["lead", "task_order"', 'accepts = ["lead"'))
    told = cast.office.do("task-orders", SUPERVISE)
    cast.order = path_of(told)
    late = {"reason": "期限有误", "approved_by": cast.leader.person, "due": "2026-03-16"}
    assert code(cast.office, f"{cast.order}/correct", late) == (409, "not_delivered_yet")
    levels.carry()
    (sent,) = cast.office.see("dispatches")["items"]
    assert (sent["family"], sent["status"], sent["obstacle"]) == (
        "task_order",
        "failed",
        "not_accepted",
    )
    waiting = columns(cast.office.see("parties/so-2/inbox"), "kind", "title")
    assert ("resend_or_recall", "not_accepted") in waiting
    owed = columns(cast.office.see("parties/so-2/obligations", status="open"), "rule", "due")
    assert owed == [("delivery", "2026-03-03"), ("undelivered", "2026-03-04")]
    levels.adopt(levels.county)
    cast.office.do(f"{cast.order}/resend", {"party": "cc-yinan"})
    levels.carry()


def arrived(cast: Cast) -> None:
    """The county has it as a matter of its own: its number, the city's, and not who else has it."""
    (order,) = cast.clerk.see("task-orders", token=cast.clerk.token)["items"]
    cast.there = path_of(order)
    assert (order["number"], order["received_as"], order["issuer"]) == (
        "〔2026〕1号",
        "〔2026〕1号",
        "city-commission",
    )
    assert (order["text"], order["addressees"], order["meeting"]) == (
        SUPERVISE["text"],
        ["general-office"],
        None,
    )
    assert cast.there != cast.order
    assert "sg-education" not in str(cast.clerk.see(f"{cast.there}/history"))
    waiting = columns(cast.clerk.see("parties/general-office/inbox"), "kind", "due")
    assert waiting == [
        ("answer_task_order", "2026-03-13"),
        ("sign_task_order", None),
    ]
    assert code(cast.guest, f"{cast.order}/give_feedback", FEEDBACK) == (409, "handled_elsewhere")
    mine = {"party": "general-office"}
    assert code(cast.clerk, f"{cast.there}/accept_feedback", mine) == (403, "not_the_issuer")


def late_and_returned(cast: Cast) -> None:
    """Overdue at both ends; fed back two working days late, returned, fed back anew, accepted."""
    levels = cast.levels
    levels.pass_to("2026-03-17")
    overdue = cast.office.see("parties/cc-yinan/obligations", status="overdue")
    assert ("feedback", "2026-03-13") in columns(overdue, "rule", "due")
    own = cast.clerk.see("parties/general-office/obligations", status="overdue")
    assert ("feedback", "2026-03-13") in columns(own, "rule", "due")
    cast.clerk.do(f"{cast.there}/give_feedback", FEEDBACK)
    levels.carry()
    (form,) = cast.office.see("feedback-forms", party="cc-yinan")["items"]
    assert (form["text"], form["result"], form["timeliness"]) == (
        FEEDBACK["text"],
        "partly_done",
        "late",
    )
    back = {"party": "cc-yinan", "reason": "缺少问题清单"}
    cast.office.do(f"{cast.order}/return_feedback", back)
    levels.carry()
    waiting = columns(cast.clerk.see("parties/general-office/inbox"), "kind", "title")
    assert waiting == [("answer_again", "缺少问题清单")]
    cast.clerk.do(f"{cast.there}/give_feedback", {**FEEDBACK, "result": "done"})
    levels.carry()
    cast.office.do(f"{cast.order}/accept_feedback", {"party": "cc-yinan"})
    levels.carry()


def check_levels(cast: Cast) -> None:
    """Each end says the same of it, and how late it was."""
    news = columns(cast.office.see("arrivals"), "dispatch", "news", "number")
    assert news == [
        (1, "delivered", "〔2026〕1号"),
        (2, "acknowledged", None),
        (3, "answered", None),
        (4, "answered", None),
    ]
    (here,) = cast.office.see("feedback-forms", party="cc-yinan")["items"]
    (there,) = cast.clerk.see("feedback-forms")["items"]
    for form in (here, there):
        assert (form["stage"], form["timeliness"], form["returned"], form["result"]) == (
            "accepted",
            "late",
            1,
            "done",
        )
    for member, owner in ((cast.office, "cc-yinan"), (cast.clerk, "general-office")):
        owed = member.see(f"parties/{owner}/obligations", status="fulfilled")
        late = dict(columns(owed, "rule", "late_working_days"))
        assert (late["feedback"], late["better-feedback"]) == (2, 0)
    flows = columns(cast.office.see("flows", to_party="cc-yinan"), "kind", "status")
    assert flows == [("task_order", "closed")]


def what_is_left(cast: Cast) -> None:
    """The office is to close it once the other addressee is done; the county has nothing to do any more."""
    assert waits(cast.office, cast.order) == [("close_order", None)]
    assert waits(cast.clerk, cast.there) == []


def check_others(cast: Cast) -> None:
    """The other addressee has the order alone; who has nothing to do with it sees nothing at either level."""
    lists = ("dispatches", "arrivals", "feedback-forms")
    for name in lists:
        assert "cc-yinan" not in str(cast.group.see(name)["items"]), name
    for member, path in ((cast.outsider, cast.order), (cast.other, cast.there)):
        for name in ("task-orders", "flows", *lists):
            assert member.see(name)["items"] == [], name
        assert member.get(path).status_code == 404
    assert FEEDBACK["text"] not in str(cast.group.see(f"{cast.order}/history"))


def test_an_order_goes_down_and_its_feedback_comes_back(cast: Cast) -> None:
    """Told what did not arrive; one late, one returned; each step once at both levels."""
    not_taken_in(cast)
    arrived(cast)
    late_and_returned(cast)
    check_levels(cast)
    what_is_left(cast)
    check_others(cast)

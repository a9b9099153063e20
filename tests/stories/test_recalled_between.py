"""撤回、作废 between jurisdictions (ADR 0006): what the sender takes back is owed nowhere any more.

Of an order, a request, a proposal and an urging each: one that could not be delivered is recalled, one is
annulled before it is carried, one after it arrived. The county learns of the last, once, and of no other.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pytest

from processes.clock import Clock
from tests.api.installation import Installation, Member
from tests.stories.levels import SUPERVISE, Levels, courier_of
from tests.stories.place import code, columns, path_of, sees_nothing, waits

ORDER: Final = SUPERVISE | {"parties": ["cc-yinan"]}
PAPERS: Final[dict[str, dict[str, Any]]] = {
    "task-orders": ORDER,
    "department-requests": {
        "kind": "data",
        "title": "调取学校配餐招标清单",
        "text": "请提供本学期招标结果。",
        "basis": "学校配餐专项监督方案",
        "to": "cc-yinan",
        "fields": ["amount"],
        "due": "2026-03-13",
    },
    "proposal-forms": {
        "title": "关于规范学校配餐招标的建议",
        "text": "建议公开招标过程。",
        "supervision": "supervisory",
        "basis": "任务单反馈的问题",
        "to": "cc-yinan",
        "due": "2026-03-25",
    },
    "urgings": {
        "kind": "reminder",
        "to": "cc-yinan",
        "about": "请说明进展",
        "due": "2026-03-11",
    },
}
"""What is sent of each family, by its collection; an urging is about the order that stands."""

NARROW: Final = (
    'accepts = ["lead", "task_order", "department_request", "proposal_form", "urging"]',
    'accepts = ["lead"]',
)
LISTS: Final = (*PAPERS, "feedback-forms", "dispatches", "arrivals")
MECHANISMS: Final = ("task-orders", "department-requests", "proposal-forms", "urgings")


@dataclass
class Cast:
    """Both levels, who acts at each, the order that stands, and what was sent beside it."""

    levels: Levels
    office: Member
    leader: Member
    guest: Member
    group: Member
    clerk: Member
    deputy: Member
    other: Member
    order: str = ""
    there: str = ""
    sent: dict[str, str] = field(default_factory=dict)

    def send(self) -> None:
        """One paper of each family."""
        matter = {"matter": self.order.replace("task-orders/", "task_order/")}
        for collection, body in PAPERS.items():
            about = matter if collection == "urgings" else {}
            self.sent[collection] = path_of(self.office.do(collection, body | about))

    def owed(self, member: Member, *matters: str) -> list[tuple[Any, ...]]:
        """How what is owed about these matters stands at a level: rule and status."""
        own = {each.partition("/")[2] for each in matters}
        return sorted(
            (item["rule"], item["status"])
            for mechanism in MECHANISMS
            for item in member.see("obligations", mechanism=mechanism, limit=200)["items"]
            if str(item["stream"]).partition("/")[2] in own
        )

    def arrived(self, member: Member) -> list[tuple[Any, ...]]:
        """What a level knows to have come from the other, in which matter."""
        return columns(member.see("arrivals", limit=200), "stream", "dispatch", "news")


@pytest.fixture
def cast(
    installation: Installation, clock: Clock, request: pytest.FixtureRequest
) -> Iterator[Cast]:
    """An order is with the county, and stands."""
    name = request.node.name.rpartition("_")[2]
    with courier_of(installation) as courier:
        levels = Levels.found(installation, clock, courier, name)
        city, county = levels.city, levels.county
        cast = Cast(
            levels,
            city.member("撤-市室主任", "so-2", "head"),
            city.member("撤-常委", "commission", "leader_in_charge"),
            city.member("撤-沂南来人", "cc-yinan", "head"),
            city.member("撤-教育组长", "sg-education", "head"),
            county.member("撤-县办主任", "general-office", "head"),
            county.member("撤-县办副主任", "general-office", "deputy_head"),
            county.member("撤-县案管", "cs", "head"),
        )
        cast.order = path_of(cast.office.do("task-orders", ORDER))
        levels.carry()
        (came,) = cast.clerk.see("task-orders")["items"]
        cast.there = path_of(came)
        yield cast


def recall(cast: Cast) -> dict[str, Any]:
    """A recall that the leader approved."""
    return {"party": "cc-yinan", "reason": "暂缓开展", "approved_by": cast.leader.person}


def annulment(cast: Cast) -> dict[str, Any]:
    """An annulment that the leader approved."""
    return {"reason": "重复印发", "approved_by": cast.leader.person}


def test_what_could_not_be_delivered_is_recalled(cast: Cast) -> None:
    """The county took in nothing; once it would, it gets nothing, and nobody owes anything."""
    levels, office = cast.levels, cast.office
    levels.adopt(levels.county, NARROW)
    cast.send()
    for path in cast.sent.values():
        assert code(office, f"{path}/recall", recall(cast)) == (409, "wrong_state"), path
    levels.carry()
    for path in cast.sent.values():
        assert ("resend_or_recall", None) in waits(office, path), path
        assert code(cast.guest, f"{path}/recall", recall(cast)) == (403, "not_the_issuer"), path
        assert code(cast.group, f"{path}/recall", recall(cast))[0] in (403, 404), path
        office.do(f"{path}/recall", recall(cast))
        assert code(office, f"{path}/resend", {"party": "cc-yinan"}) == (409, "wrong_state"), path
    assert code(office, f"{cast.order}/recall", recall(cast)) == (409, "wrong_state")
    levels.adopt(levels.county)
    levels.carry()
    went = office.see("dispatches", token=office.token, limit=200)
    statuses = columns(went, "family", "status")
    assert statuses == [
        ("department_request", "recalled"),
        ("proposal_form", "recalled"),
        ("task_order", "recalled"),
        ("task_order", "sent"),
        ("urging", "recalled"),
    ]
    for path in cast.sent.values():
        assert waits(cast.guest, path) == [], path
    office.do(
        f"{cast.sent['task-orders']}/close", {}
    )  # of an order with others it asks nothing more
    for path in cast.sent.values():
        assert waits(office, path, token=office.token) == [], path
    assert {status for _, status in cast.owed(office, *cast.sent.values())} == {
        "withdrawn",
        "fulfilled",
    }
    assert columns(cast.clerk.see("task-orders"), "stream") == [(stream_of(cast.there),)]
    for collection in ("department-requests", "proposal-forms", "urgings"):
        assert cast.clerk.see(collection)["items"] == [], collection
    sees_nothing(cast.other, cast.there, *LISTS)
    for path in cast.sent.values():
        sees_nothing(cast.group, path, *LISTS)


def stream_of(path: str) -> str:
    """The stream at a path of orders."""
    return path.replace("task-orders/", "task_order/")


def test_what_is_annulled_before_it_is_carried_never_arrives(cast: Cast) -> None:
    """A courier that comes later finds nothing to carry."""
    levels, office = cast.levels, cast.office
    cast.send()
    before = cast.arrived(cast.clerk)
    for path in cast.sent.values():
        assert code(cast.guest, f"{path}/annul", annulment(cast)) == (403, "not_the_issuer"), path
        office.do(f"{path}/annul", annulment(cast))
    levels.carry()
    assert cast.arrived(cast.clerk) == before
    for path in cast.sent.values():
        assert office.see(path)["stage"] == "annulled", path
        assert waits(office, path) == waits(cast.guest, path) == [], path
    assert {status for _, status in cast.owed(office, *cast.sent.values())} == {"withdrawn"}
    for collection in ("department-requests", "proposal-forms", "urgings"):
        assert cast.clerk.see(collection)["items"] == [], collection
    assert len(cast.clerk.see("task-orders")["items"]) == 1


def test_what_is_annulled_after_it_arrived_is_annulled_there_once(cast: Cast) -> None:
    """What the county answers meanwhile changes nothing; its number is kept, and it owes nothing."""
    levels, office, clerk = cast.levels, cast.office, cast.clerk
    cast.send()
    levels.carry()
    there = {
        collection: path_of(each)
        for collection in PAPERS
        for each in clerk.see(collection)["items"]
        if path_of(each) != cast.there
    }
    assert set(there) == set(PAPERS)
    void = {"reason": "不办", "approved_by": cast.deputy.person}
    for path in there.values():
        assert waits(clerk, path) != [], path
        assert code(clerk, f"{path}/annul", void)[0] == 403, path
    for path in cast.sent.values():
        assert code(office, f"{path}/recall", recall(cast)) == (409, "wrong_state"), path
        office.do(f"{path}/annul", annulment(cast))
        assert code(office, f"{path}/annul", annulment(cast)) == (409, "wrong_state"), path
    clerk.do(f"{there['task-orders']}/give_feedback", {"result": "done", "text": "已检查。"})
    clerk.do(f"{there['proposal-forms']}/answer", {"text": "已公开招标过程。"})
    levels.carry()
    told = cast.arrived(clerk)
    for path in there.values():
        news = [each[1:] for each in told if path.partition("/")[2] in each[0]]
        assert news == [(1, "matter"), (2, "annulled")], path
        assert clerk.see(path)["stage"] == "annulled", path
        assert waits(clerk, path) == [], path
        assert code(clerk, f"{path}/acknowledge", {}) == (409, "wrong_state"), path
    levels.carry()
    assert cast.arrived(clerk) == told
    for member, paths in ((office, cast.sent), (clerk, there)):
        assert {status for _, status in cast.owed(member, *paths.values())} <= {
            "withdrawn",
            "fulfilled",
        }
        for path in paths.values():
            assert waits(member, path) == [], path
    for path in cast.sent.values():
        assert office.see(path)["stage"] == "annulled", path
        sees_nothing(cast.group, path, *LISTS)
    annul_what_was_closed(cast)
    for path in (cast.there, *there.values()):
        sees_nothing(cast.other, path, *LISTS)


def annul_what_was_closed(cast: Cast) -> None:
    """The order that stood is fed back, closed, and annulled then: the county counts it no more either."""
    levels, office, clerk = cast.levels, cast.office, cast.clerk
    clerk.do(f"{cast.there}/give_feedback", {"result": "done", "text": "已检查。"})
    levels.carry()
    office.do(f"{cast.order}/accept_feedback", {"party": "cc-yinan"})
    office.do(f"{cast.order}/close", {})
    levels.carry()
    assert clerk.see(cast.there)["stage"] == "closed"
    office.do(f"{cast.order}/annul", annulment(cast))
    levels.carry()
    for member, path in ((office, cast.order), (clerk, cast.there)):
        assert member.see(path)["stage"] == "annulled", path
        assert waits(member, path) == [], path

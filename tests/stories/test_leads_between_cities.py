"""Two cities beside each other (DOMAIN.md §1.15): a lead goes to who manages its person, help is asked for.

A lead comes back for its papers, goes again, is received late, corrected, closed and fed back. Data asked of
the other city (异地协查) come late, go back and come anew. Each has its own numbers; none orders the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest

from processes.clock import Clock
from tests.api.installation import Installation, Member
from tests.stories.leads import correct_and_close, released
from tests.stories.levels import Levels, courier_of
from tests.stories.place import code, columns, path_of, sees_nothing
from tests.stories.test_between_jurisdictions import ARRIVALS, OWED, lead

PEER: Final = "wuhu-commission"
WHOLE: Final = [{"title": "线索材料", "pages": 12}, {"title": "往来账目", "pages": 30}]
LISTS: Final = ("leads", "lead-status", "department-requests", "dispatches", "arrivals")
ASKED: Final[dict[str, Any]] = {
    "kind": "data",
    "title": "协助调取企业登记信息",
    "text": "请提供某公司股东及变更情况。",
    "basis": "异地协查函",
    "to": PEER,
    "fields": ["shareholders", "changes"],
    "due": "2026-03-06",
}
SUPPLIED: Final = [
    {"field": "shareholders", "text": "股东三名"},
    {"field": "changes", "reason": "尚无变更登记"},
]


@dataclass
class Cast:
    """Who sends and asks in Linyi, who receives and answers in Wuhu, and who has nothing to do with it."""

    levels: Levels
    keeper: Member
    office: Member
    group: Member
    there: Member
    clerk: Member
    other: Member


@pytest.fixture
def cast(installation: Installation, clock: Clock) -> Iterator[Cast]:
    with courier_of(installation) as courier:
        levels = Levels.found(installation, clock, courier, "cities", schemes=("linyi", "wuhu"))
        linyi, wuhu = levels.city, levels.county
        yield Cast(
            levels,
            linyi.member("异-临沂案管", "cs", "keeper"),
            linyi.member("异-临沂室主任", "so-1", "head"),
            linyi.member("异-临沂卫健组长", "sg-health", "head"),
            wuhu.member("异-芜湖案管", "cs", "keeper"),
            wuhu.member("异-芜湖办主任", "general-office", "head"),
            wuhu.member("异-芜湖教育组长", "sg-education", "head"),
        )


def registered(member: Member, name: str, level: str) -> str:
    """A lead under the next number of a city."""
    path = path_of(member.do("leads", lead(name, level)))
    member.do(f"{path}/register", {})
    return path


def sent(cast: Cast) -> str:
    """Only whom the other city manages goes there, and by a post level of its table."""
    keeper = cast.keeper
    own = registered(keeper, "钱乙", "city_managed")
    letter = released(keeper, own, PEER, post_level="city_managed")
    assert code(keeper, f"{own}/refer", letter) == (422, "not_competent")
    path = registered(keeper, "赵甲", "wuhu_managed")
    letter = released(keeper, path, PEER)
    assert code(keeper, f"{path}/refer", letter) == (422, "invalid_field")
    within = {"handling_party": "so-1"}
    assert code(keeper, f"{path}/propose_allocation", within) == (422, "not_competent")
    paper = {name: letter[name] for name in ("to_party", "materials", "document", "reason")}
    assert code(keeper, f"{path}/transfer", paper) == (409, "only_by_referral")
    keeper.do(f"{path}/refer", released(keeper, path, PEER, post_level="city_managed"))
    registered(cast.there, "孙丙", "city_managed")
    cast.levels.carry()
    return path


def came(cast: Cast) -> str:
    """What waits there to be signed for: what was released, transferred by a commission elsewhere."""
    waiting = cast.there.see("parties/cs/inbox", token=cast.there.token)["items"]
    (stream,) = [each["stream"] for each in waiting if each["kind"] == "acknowledge_transfer"]
    path = path_of({"stream": stream})
    seen = cast.there.see(path)
    assert (seen["source"], seen["sender"], seen["number"], seen["content"]) == (
        "peer_transferred",
        "linyi-commission",
        None,
        "反映赵甲在工程发包中收受好处。",
    )
    assert [each["post_level"] for each in seen["subjects"]] == ["city_managed"]
    cast.there.do(f"{path}/acknowledge_transfer", {"transfer": 1})
    return path


def returned_and_sent_again(cast: Cast, path: str) -> tuple[str, str]:
    """Returned for its papers; sent again it is another lead there, and the first has no number."""
    first = came(cast)
    back = {"transfer": 1, "reason": "缺往来账目"}
    assert code(cast.keeper, f"{path}/return_transfer", back)[0] == 403
    cast.there.do(f"{first}/return_transfer", back)
    cast.levels.carry()
    seen = cast.keeper.see(path)
    assert (seen["stage"], seen["holder"]) == ("registered", "cs")
    assert [leg["status"] for leg in seen["hand_overs"]] == ["returned"]
    assert "缺往来账目" in str(cast.keeper.see(f"{path}/history"))
    again = released(
        cast.keeper,
        path,
        PEER,
        post_level="city_managed",
        materials=WHOLE,
        document="移〔2026〕2号",
    )
    cast.keeper.do(f"{path}/refer", again)
    cast.levels.carry()
    return first, came(cast)


def asked(cast: Cast) -> tuple[str, str]:
    """异地协查: asked of the other city, where its general office has it under its own number."""
    here = path_of(cast.office.do("department-requests", ASKED))
    cast.levels.carry()
    (got,) = cast.clerk.see("department-requests")["items"]
    names = ("issuer", "addressee", "number", "received_as", "fields")
    assert tuple(got[name] for name in names) == (
        "linyi-commission",
        "general-office",
        "〔2026〕1号",
        "〔2026〕1号",
        ["shareholders", "changes"],
    )
    return here, path_of(got)


def late(cast: Cast, path: str, there: str, request: tuple[str, str]) -> None:
    """Both overdue at both ends; then accepted, corrected, closed, fed back, and the data supplied twice."""
    cast.levels.pass_to("2026-03-10")
    for member, receives, answers in (
        (cast.keeper, PEER, PEER),
        (cast.there, "cs", "general-office"),
    ):
        overdue = member.see(f"parties/{receives}/obligations", status="overdue")
        assert ("receipt", "2026-03-05") in columns(overdue, "rule", "due")
        reader = cast.office if member is cast.keeper else cast.clerk
        owed = reader.see(f"parties/{answers}/obligations", status="overdue")
        assert ("answer", "2026-03-06") in columns(owed, "rule", "due")
    cast.there.do(f"{there}/accept", {"transfer": 1})
    cast.there.do(f"{there}/register", {})
    cast.levels.carry()
    correct_and_close(cast.levels.county, cast.there, there, "unit_managed")
    here, asked_there = request
    cast.clerk.do(f"{asked_there}/answer", {"items": SUPPLIED})
    cast.levels.carry()
    cast.office.do(f"{here}/return_answer", {"reason": "缺持股比例"})
    cast.levels.carry()
    cast.clerk.do(f"{asked_there}/answer", {"items": SUPPLIED})
    cast.levels.carry()
    cast.office.do(f"{here}/accept_answer", {})
    cast.keeper.do(f"{path}/confirm_feedback", {"transfer": 2})
    cast.levels.carry()


def check_cities(cast: Cast, path: str, first: str, there: str) -> None:
    """Each city its own register; how far it is comes back in order, under which number, and the result."""
    keeper, receiver = cast.keeper, cast.there
    register = columns(receiver.see("leads"), "number", "sender", "stage", "source")
    assert register == [
        ("〔2026〕1号", None, "registered", "functional_department"),
        ("〔2026〕2号", "linyi-commission", "closed", "peer_transferred"),
    ]
    assert columns(keeper.see("leads"), "number", "stage") == [("〔2026〕1号", "registered")]
    assert receiver.get(first).status_code == 404  # what it gave back is not its to read any more
    assert keeper.get(path).json()["status"] == "closed"
    assert "content" not in keeper.get(path).json()
    assert [leg["status"] for leg in receiver.see(there)["hand_overs"]] == ["confirmed"]
    assert columns(keeper.see("arrivals"), *ARRIVALS) == [
        (1, 1, "delivered", None, None, "2026-03-02"),
        (1, 2, "acknowledged", None, None, "2026-03-02"),
        (1, 3, "returned", None, None, "2026-03-02"),
        (2, 1, "delivered", None, None, "2026-03-02"),
        (2, 2, "acknowledged", None, None, "2026-03-02"),
        (2, 3, "accepted", None, None, "2026-03-10"),
        (2, 4, "received", None, None, "2026-03-10"),
        (2, 5, "registered", "〔2026〕2号", None, "2026-03-10"),
        (2, 6, "closed", None, None, "2026-03-10"),
        (2, 7, "fed_back", None, "unverified", "2026-03-10"),
    ]
    for member, sender, to in ((keeper, "cs", PEER), (receiver, "linyi-commission", "cs")):
        moved = member.see("flows", kind="lead_transfer")
        ends = columns(moved, "from_party", "to_party", "status")
        assert ends == [(sender, to, "closed"), (sender, to, "returned")]
        inbox = member.see("parties/cs/inbox")
        assert columns(inbox, "kind") == [("allocate",)]
        assert member.see("dispatches", status="failed")["items"] == []
    assert owed(keeper, "lead-closed-loop") == [
        ("cs", "confirmation", "fulfilled", 0),
        *[("cs", "delivery", "fulfilled", 0)] * 2,
        ("cs", "see-to-returned", "fulfilled", 0),
        (PEER, "feedback", "fulfilled", 0),
        (PEER, "receipt", "fulfilled", 0),
        (PEER, "receipt", "fulfilled", 3),
    ]
    assert owed(receiver, "lead-closed-loop") == [
        ("cs", "feedback", "fulfilled", 0),
        ("cs", "receipt", "fulfilled", 0),
        ("cs", "receipt", "fulfilled", 3),
        ("linyi-commission", "confirmation", "fulfilled", 0),
    ]


def check_request(cast: Cast, here: str, there: str) -> None:
    """Both ends say the same of it: late, returned once, accepted."""
    for member, path in ((cast.office, here), (cast.clerk, there)):
        seen = member.see(path)
        assert (seen["stage"], seen["returned"], len(seen["supplied"])) == ("accepted", 1, 2)
        assert member.see(f"parties/{member.party}/inbox")["items"] == []
    for member, asks, answers, sent_by in (
        (cast.office, "so-1", PEER, ["so-1"]),
        (cast.clerk, "linyi-commission", "general-office", []),
    ):
        assert owed(member, "department-requests") == sorted(
            [
                (answers, "acknowledgement", "fulfilled", 4),
                (answers, "answer", "fulfilled", 2),
                (answers, "better-answer", "fulfilled", 0),
                *[(asks, "judgement", "fulfilled", 0)] * 2,
                *[(party, "delivery", "fulfilled", 0) for party in sent_by],
            ]
        )


def owed(member: Member, mechanism: str) -> list[tuple[Any, ...]]:
    """What is or was owed by a mechanism, as a member sees it."""
    return columns(member.see("obligations", mechanism=mechanism, limit=200), *OWED)


def neither_orders_the_other(cast: Cast) -> None:
    """What the channel does not carry is refused at once: nobody would have it there."""
    order = {"title": "专项监督", "text": "请检查。", "supervision": "supervisory", "basis": "会议"}
    ordered = {**order, "parties": [PEER], "due": "2026-03-20"}
    assert code(cast.office, "task-orders", ordered) == (422, "no_channel")
    proposed = {**order, "to": PEER, "due": "2026-03-20"}
    assert code(cast.office, "proposal-forms", proposed) == (422, "no_channel")
    assert code(cast.clerk, "task-orders", {**ordered, "parties": ["linyi-commission"]}) == (
        422,
        "no_channel",
    )


def test_a_lead_and_a_request_between_two_cities(cast: Cast) -> None:
    """One returned, one late, one corrected; each step once at both ends, and no outsider learns of it."""
    path = sent(cast)
    first, there = returned_and_sent_again(cast, path)
    request = asked(cast)
    neither_orders_the_other(cast)
    late(cast, path, there, request)
    check_cities(cast, path, first, there)
    check_request(cast, *request)
    for matter in (path, request[0]):
        sees_nothing(cast.group, matter, *LISTS)
    for matter in (first, there, request[1]):
        sees_nothing(cast.other, matter, *LISTS)

"""Leads between a city and a county of its own (DOMAIN.md §1.15): each level decides and numbers for itself.

Three leads go down. One waits until the county is there and is accepted late; one is returned, for its person
is managed by the city, and is handled there; one is corrected by the county, closed, and fed back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest

from processes.clock import Clock
from processes.courier import Courier
from tests.api.installation import Installation, Member
from tests.stories import leads
from tests.stories.levels import courier_of
from tests.stories.place import Place, code, columns, path_of
from tests.waiting import until

ARRIVALS: Final = ("leg", "dispatch", "news", "number", "result", "arrived")
OWED: Final = ("owner", "rule", "status", "late_working_days")


def lead(name: str, level: str) -> dict[str, Any]:
    return {
        "source": "functional_department",
        "regime": "both",
        "secrecy": "internal",
        "subjects": [{"name": name, "post": "副镇长", "standing": {"post_level": level}}],
        "content": f"本级研判:反映{name}问题的来源不便外传。",
    }


@dataclass
class Cast:
    """Both levels, and who acts at each."""

    city: Place
    keeper: Member
    group: Member
    courier: Courier
    leads: dict[str, str]
    county: Place | None = None
    there: Member | None = None

    def carry(self) -> None:
        """Let everything arrive that was sent, and both levels show it."""
        places = [self.city] if self.county is None else [self.city, self.county]
        for place in places:
            place.settle()
        until(lambda: self.courier.step() == 0)
        for place in places:
            place.settle()

    def pass_to(self, day: str) -> None:
        """Let it be nine o'clock of a day at both levels."""
        for place in (self.city, self.county):
            if place is not None:
                place.pass_to(day)


@pytest.fixture
def cast(installation: Installation, clock: Clock) -> Iterator[Cast]:
    """The city with three leads about people who, it thinks, a county manages."""
    city = Place.found(installation, clock, "linyi")
    with courier_of(installation) as courier:
        keeper = city.member("市周管", "cs", "keeper")
        group = city.member("市冯组长", "sg-health", "head")
        paths = {}
        for name, level in (
            ("赵甲", "county_managed"),
            ("钱乙", "city_managed"),
            ("孙丙", "county_managed"),
        ):
            paths[name] = path_of(keeper.do("leads", lead(name, level)))
            keeper.do(f"{paths[name]}/register", {})
        yield Cast(city, keeper, group, courier, paths)


def refer(cast: Cast, name: str) -> None:
    """What is released is less than what the city knows."""
    body = leads.released(
        cast.keeper,
        cast.leads[name],
        "cc-yinan",
        document=f"临纪移〔2026〕{name}号",
        reason="被反映人属县管干部。",
    )
    path = cast.leads[name]
    by_transfer = {
        "to_party": "cc-yinan",
        "materials": body["materials"],
        "document": "临纪移〔2026〕9号",
        "reason": "属县管",
    }
    assert code(cast.keeper, f"{path}/transfer", by_transfer) == (409, "only_by_referral")
    elsewhere = {**body, "to_party": "cc-hedong"}
    assert code(cast.keeper, f"{path}/refer", elsewhere) == (422, "no_channel")
    cast.keeper.do(f"{path}/refer", body)


def not_there_yet(cast: Cast) -> None:
    """The county has no jurisdiction yet: the sender is told, owes to see to it, and nothing is lost."""
    refer(cast, "赵甲")
    cast.carry()
    keeper, path = cast.keeper, cast.leads["赵甲"]
    (sent,) = keeper.see("dispatches")["items"]
    assert (sent["status"], sent["obstacle"]) == ("failed", "unknown")
    waiting = keeper.see("parties/cs/inbox")
    assert ("resend_or_recall", "unknown") in columns(waiting, "kind", "title")
    owed = keeper.see("parties/cs/obligations", status="open")
    assert [each for each in columns(owed, "rule", "due") if "deliver" in each[0]] == [
        ("delivery", "2026-03-03"),
        ("undelivered", "2026-03-04"),
    ]
    assert code(keeper, f"{path}/accept", {"transfer": 1})[0] == 403


def open_county(cast: Cast) -> None:
    """A day later it is opened; what could not be delivered is sent again, with the others."""
    cast.pass_to("2026-03-03")
    county = Place.found(cast.city.installation, cast.city.clock, "yinan", city="yinan")
    cast.county, cast.there = county, county.member("县吴管", "cs", "keeper")
    county.pass_to("2026-03-03")
    own = {**lead("赵甲", "county_managed"), "source": "found_in_supervision"}
    cast.there.do(f"{path_of(cast.there.do('leads', own))}/register", {})
    cast.keeper.do(f"{cast.leads['赵甲']}/resend", {"transfer": 1})
    for name in ("钱乙", "孙丙"):
        refer(cast, name)
    cast.carry()


def arrived(cast: Cast) -> dict[str, str]:
    """What the county reads: what was released, under its own ids; by the name of the person."""
    assert cast.there is not None
    seen = cast.there.see("leads", token=cast.there.token, holder="cs")["items"]
    came = {item["subjects"][0]["name"]: item for item in seen if item["sender"] is not None}
    assert sorted(came) == ["孙丙", "赵甲", "钱乙"]
    for name, item in came.items():
        assert item["content"] == f"反映{name}在工程发包中收受好处。"
        assert (item["source"], item["sender"], item["number"]) == (
            "superior_assigned",
            "city-commission",
            None,
        )
    here = {cast.keeper.see(path)["subjects"][0]["person"] for path in cast.leads.values()}
    assert here.isdisjoint(item["subjects"][0]["person"] for item in came.values())
    waiting = cast.there.see("parties/cs/inbox")
    kinds = [kind for (kind,) in columns(waiting, "kind")]
    assert kinds.count("acknowledge_transfer") == 3
    return {name: path_of(item) for name, item in came.items()}


def answer(cast: Cast, paths: dict[str, str]) -> None:
    """One accepted in time and corrected, one returned, one accepted three working days late."""
    there = cast.there
    assert there is not None
    for name in ("孙丙", "钱乙", "赵甲"):
        there.do(f"{paths[name]}/acknowledge_transfer", {"transfer": 1})
    there.do(f"{paths['孙丙']}/accept", {"transfer": 1})
    there.do(f"{paths['孙丙']}/register", {})
    assert code(there, f"{paths['钱乙']}/accept", {"transfer": 1}) == (422, "not_competent")
    back = {"transfer": 1, "reason": "被反映人属市管干部。"}
    there.do(f"{paths['钱乙']}/return_transfer", back)
    cast.carry()
    seen = cast.keeper.see(cast.leads["钱乙"])
    assert (seen["stage"], seen["holder"], seen["hand_overs"][0]["status"]) == (
        "registered",
        "cs",
        "returned",
    )
    cast.pass_to("2026-03-10")
    overdue = cast.keeper.see("parties/cc-yinan/obligations", status="overdue")
    assert columns(overdue, "rule", "due") == [("receipt", "2026-03-05")]
    there.do(f"{paths['赵甲']}/accept", {"transfer": 1})
    there.do(f"{paths['赵甲']}/register", {})
    cast.carry()


def correct_and_close(cast: Cast, path: str, **more: Any) -> None:
    """The county corrects the standing, handles it in its own way, and tells the result, and ``more``."""
    assert cast.county is not None
    assert cast.there is not None
    leads.correct_and_close(cast.county, cast.there, path, "township_and_village", **more)
    cast.carry()


def check_city(cast: Cast) -> None:
    """The sender sees how far it is, under which number there, and the result: nothing of the handling."""
    keeper = cast.keeper
    path = cast.leads["孙丙"]
    assert keeper.get(path).json()["status"] == "closed"
    assert "content" not in keeper.get(path).json()
    keeper.do(f"{path}/confirm_feedback", {"transfer": 1})
    cast.carry()
    stream = f"lead/{path.partition('/')[2]}"
    news = keeper.see("arrivals")["items"]
    mine = {"items": [item for item in news if item["stream"] == stream]}
    assert columns(mine, *ARRIVALS) == [
        (1, 1, "delivered", None, None, "2026-03-03"),
        (1, 2, "acknowledged", None, None, "2026-03-03"),
        (1, 3, "accepted", None, None, "2026-03-03"),
        (1, 4, "received", None, None, "2026-03-03"),
        (1, 5, "registered", "〔2026〕2号", None, "2026-03-03"),
        (1, 6, "closed", None, None, "2026-03-10"),
        (1, 7, "fed_back", None, "unverified", "2026-03-10"),
    ]
    flows = keeper.see("flows", kind="lead_transfer")
    assert columns(flows, "to_party", "status", "milestone") == [
        ("cc-yinan", "accepted", "received"),
        ("cc-yinan", "closed", "closed"),
        ("cc-yinan", "returned", None),
    ]
    owed = keeper.see("obligations", mechanism="lead-closed-loop")
    assert columns(owed, *OWED) == [
        ("cc-yinan", "feedback", "fulfilled", 0),
        ("cc-yinan", "feedback", "open", None),
        ("cc-yinan", "receipt", "fulfilled", 0),
        ("cc-yinan", "receipt", "fulfilled", 0),
        ("cc-yinan", "receipt", "fulfilled", 3),
        ("cs", "confirmation", "fulfilled", 0),
        *[("cs", "delivery", "fulfilled", 0)] * 3,
        ("cs", "see-to-returned", "open", None),
        ("cs", "undelivered", "fulfilled", 0),
    ]
    assert "2号" in str(mine)
    assert "村居" not in str(keeper.see("parties/cs/timeline"))


def check_county(cast: Cast, paths: dict[str, str]) -> None:
    """Its own register, gapless; who repeats whom is known to its own case supervision only."""
    there = cast.there
    assert there is not None
    register = there.see("leads", token=there.token)
    assert columns(register, "number", "sender", "stage") == [
        ("〔2026〕1号", None, "registered"),
        ("〔2026〕2号", "city-commission", "closed"),
        ("〔2026〕3号", "city-commission", "registered"),
    ]
    assert there.see(paths["孙丙"])["hand_overs"][0]["status"] == "confirmed"
    (repeat,) = there.see("lead-duplicates")["items"]
    assert (path_of(repeat), repeat["matches"]) == (paths["赵甲"], 1)
    assert cast.keeper.see("lead-duplicates")["items"] == []
    sent = there.see("dispatches", status="failed")
    assert sent["items"] == []


def urged(cast: Cast, paths: dict[str, str]) -> None:
    """催办 of a lead that the county holds: answered there, two working days late, and told here."""
    keeper, there, path = cast.keeper, cast.there, cast.leads["赵甲"]
    assert there is not None
    urging = {
        "to_party": "cc-yinan",
        "kind": "oversight",
        "about": "请反馈办理情况",
        "reply_by": "2026-03-12",
    }
    assert code(cast.group, f"{path}/remind", urging) == (404, "not_found")
    keeper.do(f"{path}/remind", urging)
    cast.carry()
    waiting = there.see("parties/cs/inbox")
    assert ("answer_reminder", "请反馈办理情况", "2026-03-12") in columns(
        waiting, "kind", "title", "due"
    )
    cast.pass_to("2026-03-16")
    answer = {"reminder": 1, "text": "已立项核查,月底前反馈。"}
    assert code(keeper, f"{path}/answer_reminder", answer)[0] == 403
    there.do(f"{paths['赵甲']}/answer_reminder", answer)
    cast.carry()
    assert "已立项核查" in str(keeper.see(f"{path}/history"))
    for member, owner, asks in ((keeper, "cc-yinan", "cs"), (there, "cs", "city-commission")):
        owed = member.see(f"parties/{owner}/obligations", status="fulfilled")
        named = columns(owed, "rule", "owed_to", "late_working_days")
        assert ("urging-answer", asks, 2) in named
        flows = member.see("flows", kind="reminder")
        assert columns(flows, "from_party", "to_party", "status") == [(asks, owner, "closed")]


def check_others(cast: Cast, paths: dict[str, str]) -> None:
    """Who has nothing to do with it sees nothing of it at either level; nobody acts for the other level."""
    assert cast.county is not None
    petitions = cast.county.member("县信访", "petitions", "keeper")
    for member, party in ((cast.group, "sg-health"), (petitions, "petitions")):
        for path in ("leads", "dispatches", "arrivals", "flows", "lead-status"):
            assert member.see(path)["items"] == [], (party, path)
        assert "lead" not in str(member.see(f"parties/{party}/timeline")["items"])
        assert "请反馈办理情况" not in str(member.see("flows", limit=200))
    for path in cast.leads.values():
        assert cast.group.get(path).status_code == 404
        assert petitions.get(path).status_code == 404  # nor is it there at all
    for path in paths.values():
        assert petitions.get(path).status_code == 404
    guest = cast.city.member("沂南来人", "cc-yinan", "head")
    taken = cast.leads["赵甲"]
    back = {"transfer": 1, "result": "verified", "text": "代为反馈"}
    said = {"reminder": 1, "text": "代为答复"}
    assert code(guest, f"{taken}/answer_reminder", said) == (422, "invalid_field")
    assert code(guest, f"{taken}/feed_back", back) == (409, "handled_elsewhere")
    assert code(guest, f"{taken}/register", {}) == (409, "wrong_state")
    assert guest.see("dispatches")["items"]
    events = guest.see(f"{taken}/history")
    assert "收受好处" not in str(events)  # what was released is read where it arrived


def test_leads_between_a_city_and_its_county(cast: Cast) -> None:
    """One late, one returned, one corrected; each arrives once, and each level keeps its own numbers."""
    not_there_yet(cast)
    open_county(cast)
    paths = arrived(cast)
    answer(cast, paths)
    correct_and_close(cast, paths["孙丙"])
    check_city(cast)
    check_county(cast, paths)
    urged(cast, paths)
    check_others(cast, paths)

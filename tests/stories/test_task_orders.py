"""One meeting, three forms, one report (mechanism 25): what a joint meeting orders, and what comes of it.

The figures of its report are counted from the log and open what they count: one order fewer, one late more
or one annulled after the report, and they follow.
"""

from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import parse_qsl

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits

CONVENER: Final = "general-office"
MEMBERS: Final = (
    "commission",
    "cc-liujiang",
    "cc-rongan",
    "so-1",
    "cs",
    "sg-education",
    "sg-ecology",
    "sg-health",
    "sg-finance",
    "wc-new-district",
    "inspection",
)
ORDERED: Final = MEMBERS[5:] + MEMBERS[1:4]
"""Who gets an order, one each: stationed groups first."""

FIVE_KINDS: Final = ("commission", "county", "office", "stationed", "inspection")
FOUR_SUPERVISIONS: Final = ("discipline", "supervisory", "stationed", "inspection")
KINDS: Final = {
    "sg": "stationed",
    "wc": "stationed",
    "inspection": "inspection",
    "cc": "supervisory",
}


@dataclass(frozen=True)
class Cycle:
    """How many orders a meeting gives; how many are fed back late, and how many never."""

    orders: int = 9
    late: int = 1
    missing: int = 1

    @property
    def on_time(self) -> int:
        """The rest."""
        return self.orders - self.late - self.missing


@dataclass
class Cast:
    """Who acts, the meeting, and each member's order."""

    office: Member
    deputy: Member
    members: dict[str, Member]
    outsider: Member
    department: Member
    meeting: str = ""
    orders: dict[str, str] = field(default_factory=dict)
    proposal: str = ""
    report: str = ""


def gather(place: Place) -> Cast:
    """Everybody takes office; the quarter's meeting is owed by the general office."""
    cast = Cast(
        office=place.member("何主任", CONVENER, "head"),
        deputy=place.member("吕副主任", CONVENER, "deputy_head"),
        members={party: place.member(f"{party} 负责人", party, "head") for party in MEMBERS},
        outsider=place.member("冯组长", "sg-agriculture", "head"),
        department=place.member("李书记", "pg-education", "head"),
    )
    place.pass_to("2026-03-03")
    return cast


def owed_in(cast: Cast, rule: str) -> str:
    """Where the quarter's meeting or report is owed."""
    owed = cast.office.see("obligations", mechanism="joint-meeting-cycle", owner=CONVENER)
    (found,) = {
        o["stream"] for o in owed["items"] if o["rule"] == rule and o["period"] == "2026-Q1"
    }
    family, _, identifier = found.partition("/")
    return f"{family.replace('_', '-')}s/{identifier}"


def meet(cast: Cast) -> None:
    """The members of five kinds are convened, meet, and decide; one stays away."""
    meeting = owed_in(cast, "meeting")
    convening: dict[str, Any] = {
        "kind": "joint_meeting",
        "title": "第一季度监督工作联席会议",
        "parties": list(MEMBERS),
        "planned": "2026-03-03",
        "agenda": [{"title": "部署第一季度监督任务"}],
    }
    for parties, refusal in (
        ([*MEMBERS, "pg-education"], "not_a_member"),
        (["commission", "so-1", "sg-health", "inspection"], "members_missing"),
    ):
        wrong = convening | {"parties": parties}
        assert code(cast.office, f"{meeting}/convene", wrong) == (422, refusal)
    cast.office.do(f"{meeting}/convene", convening)
    held = {
        "present": [{"party": party} for party in (CONVENER, *MEMBERS[:-1])],
        "absent": [{"party": MEMBERS[-1], "reason": "巡察进驻"}],
        "minutes": "会议部署第一季度监督任务。",
    }
    cast.office.do(f"{meeting}/hold", held)
    cast.office.do(f"{meeting}/conclude", {"conclusions": ["按清单下达任务单"]})
    cast.meeting = meeting


def order(cast: Cast, party: str, **changes: Any) -> dict[str, Any]:
    """The order to one member."""
    return {
        "title": f"监督任务 {party}",
        "text": "开展监督检查并反馈问题。",
        "supervision": KINDS.get(party.split("-", maxsplit=1)[0], "discipline"),
        "basis": "第一季度监督工作联席会议",
        "meeting": cast.meeting.replace("consultations", "consultation"),
        "parties": [party],
        "due": "2026-03-20",
        "cycle_ends": "2026-03-31",
    } | changes


def give_orders(cast: Cast, cycle: Cycle) -> None:
    """Each of them gets one; the group at natural resources follows its department up; one is corrected."""
    wrong = order(cast, "sg-agriculture")
    assert code(cast.office, "task-orders", wrong) == (422, "not_a_member_of_the_meeting")
    wrong = order(cast, "sg-health")
    assert code(cast.members["so-1"], "task-orders", wrong) == (422, "no_such_meeting")
    wrong = order(cast, "sg-health", due="2026-04-01")
    assert code(cast.office, "task-orders", wrong) == (422, "beyond_the_cycle")
    assert code(cast.department, "task-orders", wrong)[0] in (403, 422)
    for party in ORDERED[: cycle.orders]:
        more = {"departments": ["ecology"]} if party == "sg-ecology" else {}
        cast.orders[party] = path_of(cast.office.do("task-orders", order(cast, party, **more)))
    right = {"reason": "表述有误", "approved_by": cast.deputy.person, "text": "检查配餐招标。"}
    told = cast.office.do(f"{cast.orders['sg-education']}/correct", right)
    seen = cast.members["sg-education"].see(cast.orders["sg-education"], token=told["token"])
    assert (seen["number"], seen["text"]) == ("〔2026〕1号", "检查配餐招标。")


def feed_back(place: Place, cast: Cast, cycle: Cycle) -> str:
    """In time, late, never; one comes back and is given anew. The token before anybody was late."""
    parties = list(cast.orders)
    in_time, late = parties[: cycle.on_time], parties[cycle.on_time :][: cycle.late]
    place.pass_to("2026-03-18")
    for party in in_time:
        form = {"result": "done", "text": f"{party}已完成"}
        cast.members[party].do(f"{cast.orders[party]}/give_feedback", form)
    first = in_time[0]
    back = {"party": first, "reason": "缺少问题清单"}
    cast.office.do(f"{cast.orders[first]}/return_feedback", back)
    better = {"result": "done", "text": "附问题清单"}
    cast.members[first].do(f"{cast.orders[first]}/give_feedback", better)
    place.pass_to("2026-03-25")
    told: dict[str, Any] = cast.office.do(f"{cast.orders[first]}/accept_feedback", {"party": first})
    for party in late:
        form = {"result": "partly_done", "text": f"{party}部分完成"}
        cast.members[party].do(f"{cast.orders[party]}/give_feedback", form)
    for party in (*in_time[1:], *late):
        cast.office.do(f"{cast.orders[party]}/accept_feedback", {"party": party})
    return str(told["token"])


def follow_up_and_propose(cast: Cast) -> None:
    """A group follows its department up; another proposes something to its host, which answers in the end."""
    group = cast.members["sg-ecology"]
    followed = {"department": "ecology", "progress": "carried_out", "text": "已整治排污口两处。"}
    path = f"{cast.orders['sg-ecology']}/follow_up"
    stray = code(cast.members["sg-health"], path, followed)
    assert stray == (404, "not_found")
    group.do(path, followed)
    source = cast.orders["sg-education"]
    proposal = {
        "title": "关于规范配餐招标的建议",
        "text": "建议公开招标过程。",
        "supervision": "stationed",
        "basis": "任务单反馈的问题",
        "task_order": source.replace("task-orders", "task_order"),
        "to": "pg-education",
        "due": "2026-03-27",
    }
    host, education = cast.department, cast.members["sg-education"]
    assert code(cast.outsider, "proposal-forms", proposal) == (422, "no_such_task_order")
    cast.proposal = path_of(education.do("proposal-forms", proposal))
    assert code(cast.office, f"{source}/close", {}) == (409, "not_all_settled")
    host.do(f"{cast.proposal}/answer", {"text": "已研究。"})
    education.do(f"{cast.proposal}/return_answer", {"reason": "未附制度文本"})
    host.do(f"{cast.proposal}/answer", {"text": "已修订招标办法。"})
    education.do(f"{cast.proposal}/accept_answer", {})


def close_and_report(place: Place, cast: Cast, cycle: Cycle) -> dict[str, int]:
    """What is settled is closed; the quarter's report says what was counted, and comes back once."""
    missing = list(cast.orders)[cycle.orders - cycle.missing :]
    for party, path in cast.orders.items():
        if party in missing:
            assert code(cast.office, f"{path}/close", {}) == (409, "not_all_settled")
        else:
            cast.office.do(f"{path}/close", {})
    place.pass_to("2026-04-02")
    cast.report = owed_in(cast, "report")
    submitted = {
        "kind": "quarterly",
        "period": "2026-Q1",
        "title": "第一季度监督情况分析报告",
        "summary": "各成员单位总体按期反馈。",
        "to": "commission",
    }
    assert code(cast.office, f"{cast.report}/submit", submitted | {"to": "so-1"})[0] == 422
    typed = submitted | {"figures": [{"count": "late", "value": 0}]}
    assert code(cast.office, f"{cast.report}/submit", typed)[0] == 422
    cast.office.do(f"{cast.report}/submit", submitted)
    commission = cast.members["commission"]
    commission.do(f"{cast.report}/return", {"reason": "请说明逾期原因"})
    again = {"changes": "补充逾期原因", "summary": "逾期系人员变动。"}
    cast.office.do(f"{cast.report}/resubmit", again)
    told = commission.do(f"{cast.report}/accept", {})
    read = commission.see(cast.report, token=told["token"])
    assert (read["stage"], read["returned"]) == ("accepted", 1)
    counted: dict[str, int] = read["figures"]
    return counted


def figures(member: Member, cast: Cast, **asked: str) -> dict[str, tuple[int, int | None]]:
    """What the report said of each figure, and what is counted now, as a member learns it."""
    seen = member.see(f"{cast.report}/figures", **asked)["figures"]
    return {each["name"]: (each["reported"], each["value"]) for each in seen}


def opens_what_it_counts(cast: Cast, counted: dict[str, int]) -> None:
    """Behind every figure is the list of exactly what it counts, and behind each row its events."""
    commission = cast.members["commission"]
    assert figures(cast.office, cast) == {name: (n, n) for name, n in counted.items()}
    assert figures(commission, cast) == figures(cast.office, cast)
    for figure in cast.office.see(f"{cast.report}/figures")["figures"]:
        path, _, query = figure["opens"].partition("?")
        rows = cast.office.see(path, **dict(parse_qsl(query)))["items"]
        assert len(rows) == figure["value"], figure["name"]
        proof = commission.see(f"{cast.report}/evidence", figure=figure["name"])
        assert [each["stream"] for each in proof["items"]] == [each["stream"] for each in rows]
        if figure["name"] in ("on_time", "late", "missing"):
            for row in rows:
                assert given_on(cast, row["stream"]) == (row["given"],), figure["name"]
    late = commission.see(f"{cast.report}/evidence", figure="late")["items"]
    assert {each["timeliness"] for each in late} <= {"late"}
    assert not [each for each in late if "text" in each]
    passed = cast.members["commission"].do(f"{cast.report}/circulate", {"parties": ["cs"]})
    cs = cast.members["cs"]
    assert figures(cs, cast, token=passed["token"])["late"] == (counted["late"], None)
    assert cs.get(f"{cast.report}/evidence?figure=late").status_code == 404
    assert cast.outsider.get(f"{cast.report}/evidence?figure=late").status_code == 404
    assert cast.outsider.get(f"{cast.report}/figures").status_code == 404


def one_order_was_a_mistake(cast: Cast, counted: dict[str, int]) -> None:
    """Annulled after the report: what was said and what is counted differ, until it is corrected."""
    right = {"reason": "作废任务单一份", "approved_by": cast.deputy.person, "recount": True}
    assert code(cast.office, f"{cast.report}/correct", right) == (422, "invalid_field")
    mistake = {"reason": "重复下达", "approved_by": cast.deputy.person}
    before = cast.office.do(f"{cast.orders['sg-health']}/annul", mistake)["token"]
    commission = cast.members["commission"]
    seen = figures(commission, cast, token=before)
    fewer = {"orders", "orders_stationed", "orders_closed", "feedback", "feedback_stationed"}
    assert {name: now for name, (said, now) in seen.items() if said != now} == {
        name: counted[name] - 1 for name in (*fewer, "on_time")
    }
    told = cast.office.do(f"{cast.report}/correct", right)
    corrected = figures(commission, cast, token=told["token"])
    assert corrected["orders"] == (counted["orders"] - 1,) * 2
    assert [name for name, (said, now) in corrected.items() if said != now] == []
    assert figures(commission, cast, as_of=before)["orders"] == (
        counted["orders"],
        counted["orders"] - 1,
    )


def given_on(cast: Cast, stream: str) -> tuple[str | None, ...]:
    """When the first feedback form of an order was given, as its events say; None: it never was."""
    path = stream.replace("task_order", "task-orders")
    events = cast.office.see(f"{path}/history", limit=200)["items"]
    given = [e["occurred"] for e in events if e["type"] == "guantong.task_order.feedback_given.v1"]
    return tuple(given[:1]) or (None,)


def nobody_sees_anothers(cast: Cast, late_figures: dict[str, int]) -> None:
    """A member sees its own order and form, the host its proposal only, another group nothing at all."""
    health = cast.members["sg-health"]
    assert columns(health.see("task-orders"), "addressees") == [(["sg-health"],)]
    assert columns(health.see("feedback-forms"), "party") == [("sg-health",)]
    assert health.get(cast.orders["sg-education"]).status_code == 404
    own = {f["name"]: f["value"] for f in health.see(f"{cast.meeting}/figures")["figures"]}
    assert (own["members"], own["orders"], own["on_time"]) == (late_figures["members"], 1, 1)
    host = cast.department
    assert host.see("task-orders")["items"] == host.see("feedback-forms")["items"] == []
    assert host.get(f"{cast.meeting}/figures").status_code == 404
    assert columns(host.see("proposal-forms"), "stage", "answer", "returned") == [
        ("accepted", "已修订招标办法。", 1)
    ]
    for matter in (cast.meeting, *cast.orders.values(), cast.proposal, cast.report):
        sees_nothing(cast.outsider, matter, *lists_of(matter), "flows")
    assert waits(cast.outsider) == []


def what_is_left(cast: Cast, cycle: Cycle) -> None:
    """Inbox and obligations: only the missing one still owes, and the office cannot close its order."""
    parties = list(cast.orders)
    for party in parties[: cycle.on_time + cycle.late]:
        kinds = columns(cast.members[party].see(f"parties/{party}/inbox"), "kind")
        assert not [kind for (kind,) in kinds if kind not in {"overdue", "report_item"}], party
    owed = cast.office.see("obligations", mechanism="task-orders", limit=200)
    missing = parties[cycle.orders - cycle.missing :]
    assert columns(
        {"items": [o for o in owed["items"] if o["status"] == "overdue"]}, "owner", "rule"
    ) == sorted(
        [(party, rule) for party in missing for rule in ("acknowledgement", "feedback")]
        + [(CONVENER, "closing")] * cycle.missing
    )
    late = [o for o in owed["items"] if o["rule"] == "feedback" and o["late_working_days"]]
    assert [o["late_working_days"] for o in late] == [3] * cycle.late
    host = cast.department.see("parties/pg-education/obligations")
    proposals = {"items": [o for o in host["items"] if o["mechanism"] == "proposal-forms"]}
    assert columns(proposals, "rule", "status", "late_working_days") == [
        ("acknowledgement", "fulfilled", 0),
        ("answer", "fulfilled", 0),
        ("better-answer", "fulfilled", 0),
    ]


@pytest.mark.parametrize(
    "cycle",
    [
        pytest.param(Cycle(), id="nine-orders"),
        pytest.param(Cycle(orders=8), id="one-order-fewer"),
        pytest.param(Cycle(late=2), id="one-late-more"),
    ],
)
def test_one_meeting_three_forms_one_report(liuzhou: Place, cycle: Cycle) -> None:
    """12 members, 9 orders, 7 on time, 1 late, 1 missing: the report says 7/1/1, and opens each."""
    cast = gather(liuzhou)
    meet(cast)
    give_orders(cast, cycle)
    before = feed_back(liuzhou, cast, cycle)
    follow_up_and_propose(cast)
    counted = close_and_report(liuzhou, cast, cycle)
    assert counted["members"] == len(MEMBERS) + 1 == 12
    assert [counted[f"members_{kind}"] for kind in FIVE_KINDS] == [1, 2, 3, 5, 1]
    assert (counted["meetings"], counted["present"], counted["absent"]) == (1, 11, 1)
    assert counted["orders"] == counted["feedback"] == cycle.orders
    assert (counted["on_time"], counted["late"], counted["missing"], counted["not_due"]) == (
        cycle.on_time,
        cycle.late,
        cycle.missing,
        0,
    )
    assert counted["orders_closed"] == cycle.orders - cycle.missing
    for records in ("orders", "feedback"):
        served = [counted[f"{records}_{each}"] for each in FOUR_SUPERVISIONS]
        assert served == [cycle.orders - 8, 2, 5, 1]
    assert (counted["proposals"], counted["proposals_accepted"]) == (1, 1)
    assert (counted["follow_ups"], counted["followed_up"]) == (1, 1)
    assert counted["proposals_stationed"] == 1
    opens_what_it_counts(cast, counted)
    then = cast.office.see(f"{cast.meeting}/figures", as_of=before)["figures"]
    earlier = {each["name"]: each["value"] for each in then}
    assert (earlier["late"], earlier["missing"]) == (0, cycle.late + cycle.missing)
    nobody_sees_anothers(cast, counted)
    what_is_left(cast, cycle)
    one_order_was_a_mistake(cast, counted)

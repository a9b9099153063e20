"""交办件与不予受理 (RC 16, 21; R 201): the province assigns two reports and is told how each ended.

One goes to a county, which returns it late; it is handled here after all, and reported up late. The
other is not accepted, which is reported up too.
"""

from dataclasses import dataclass
from typing import Any

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

ABOVE = {"sender": "provincial-commission", "assigned": True}
ASSIGNED = {
    "channel": "letter",
    "report": "real_name",
    "about": "农机补贴",
    "content": "反映农机补贴发放不公。",
    "subjects": [
        {
            "name": "费某",
            "post": "市农业农村局农机科科员",
            "standing": {"post_level": "unit_managed", "unit": "agriculture"},
        }
    ],
    "reporter": {"name": "李某某", "contact": "某镇某村"},
    **ABOVE,
    "document": "鲁纪信交〔2026〕7号",
}
OTHERS = {
    "channel": "visit",
    "report": "anonymous",
    "about": "邻里纠纷",
    "content": "来访反映宅基地边界纠纷。",
    **ABOVE,
    "document": "鲁纪信交〔2026〕8号",
}
FORWARD = {"to": "cc-lanshan", "reason": "县管事项", "document": "临纪信转〔2026〕1号"}
OWED = [
    ("cc-lanshan", "forwarded", "fulfilled", 2),
    ("petitions", "accepted", "fulfilled", 0),
    ("petitions", "hand-over", "fulfilled", 0),
    ("petitions", "result", "fulfilled", 0),
    ("petitions", "result", "fulfilled", 2),
    ("petitions", "review-of-result", "fulfilled", 0),
    ("petitions", "triage-of-passed-down", "fulfilled", 0),
    ("petitions", "triage-of-passed-down", "fulfilled", 0),
    ("petitions", "triage-of-returned", "fulfilled", 0),
    ("sg-agriculture", "acknowledgement", "fulfilled", 0),
    ("sg-agriculture", "quarterly-result", "fulfilled", 0),
    ("sg-agriculture", "result", "open", None),
]
MECHANISMS = (
    "complaint-intake",
    "complaint-handling",
    "complaint-reporters",
    "assigned-complaints",
)


@dataclass
class Cast:
    """Who acts, and where the two reports are."""

    keeper: Member
    handler: Member
    county: Member
    elsewhere: Member
    host: Member
    assigned: str
    others: str


def receive(place: Place) -> Cast:
    """Both come in and are numbered; the county is asked to take the first."""
    keeper = place.member("许专管员", "petitions", "keeper")
    handler = place.member("孔承办", "sg-agriculture", "handler")
    county = place.member("曹专管员", "cc-lanshan", "keeper")
    elsewhere = place.member("丁专管员", "cc-yinan", "keeper")
    host = place.member("李书记", "pg-agriculture", "head")
    assigned, others = (path_of(keeper.do("complaints", each)) for each in (ASSIGNED, OTHERS))
    for path in (assigned, others):
        keeper.do(f"{path}/register", {})
    keeper.do(f"{assigned}/forward", FORWARD)
    return Cast(keeper, handler, county, elsewhere, host, assigned, others)


def do_not_accept(cast: Cast) -> None:
    """It is no matter of discipline: nobody owes anything but to tell the province."""
    keeper, path = cast.keeper, f"{cast.others}/not_accept"
    reason = {"reason": "不属于纪检监察机关受理范围"}
    up = {"document": "临纪信报〔2026〕4号"}
    assert code(cast.handler, path, reason) == (404, "not_found")
    assert code(keeper, f"{cast.others}/report_up", up) == (409, "wrong_state")
    keeper.do(path, reason)
    assert code(keeper, f"{cast.others}/accept", {}) == (409, "wrong_state")
    assert code(keeper, path, reason) == (409, "wrong_state")
    token = keeper.do(f"{cast.others}/report_up", up)["token"]
    seen = keeper.see(cast.others, token=token)
    assert (seen["stage"], seen["reason"]) == ("not_accepted", reason["reason"])
    assert (seen["accepted"], seen["reported_up"]) == (None, "2026-03-02")
    assert waits(keeper, cast.others) == []


def county_returns(place: Place, cast: Cast) -> None:
    """Due on the 9th, five working days after the 2nd; returned on the 11th, and decided about anew."""
    back = {"reason": "当事人属市直单位"}
    path = f"{cast.assigned}/return_forward"
    place.pass_to("2026-03-11")
    assert waits(cast.county, cast.assigned) == [("answer_forward", "petitions")]
    assert code(cast.keeper, path, back) == (403, "not_the_handling_party")
    assert code(cast.elsewhere, path, back) == (404, "not_found")
    token = cast.county.do(path, back)["token"]
    assert code(cast.county, f"{cast.assigned}/take_over", {}) == (404, "not_found")
    seen = cast.keeper.see(cast.assigned, token=token)
    assert (seen["stage"], seen["forwarded_to"], seen["reason"]) == (
        "registered",
        None,
        back["reason"],
    )
    assert waits(cast.keeper, cast.assigned) == [("decide_complaint", "cc-lanshan")]
    assert flows(cast.keeper, cast.assigned) == [("complaint_forward", "cc-lanshan", "returned")]


def handle(place: Place, cast: Cast) -> None:
    """Accepted here within the days of its return, handled by the group, closed."""
    keeper, handler, path = cast.keeper, cast.handler, cast.assigned
    place.pass_to("2026-03-16")
    keeper.do(f"{path}/accept", {})
    keeper.do(f"{path}/notify_reporter", {"notice": "accepted"})
    keeper.do(f"{path}/hand_over", {"to": "sg-agriculture"})
    handler.do(f"{path}/acknowledge", {})
    place.pass_to("2026-05-28")
    handler.do(f"{path}/conclude", {"result": "unverified", "text": "逐户核对,发放无误。"})
    handler.do(f"{path}/return_result", {})


def report_up(place: Place, cast: Cast) -> str:
    """Only the petitions office, only once closed; due on the 2nd of June, told on the 4th."""
    up, path = {"document": "临纪信报〔2026〕5号"}, f"{cast.assigned}/report_up"
    assert code(cast.keeper, path, up) == (409, "wrong_state")
    cast.keeper.do(f"{cast.assigned}/close", {})
    place.pass_to("2026-06-04")
    assert code(cast.handler, path, up) == (403, "not_the_keeper")
    assert code(cast.elsewhere, path, up) == (404, "not_found")
    return str(cast.keeper.do(path, up)["token"])


def flows(member: Member, matter: str) -> list[tuple[Any, ...]]:
    """What of a matter is on its way: what, to whom, how far."""
    own = [
        each
        for each in member.see("flows", limit=200)["items"]
        if each["stream"].endswith(matter.partition("/")[2])
    ]
    return columns({"items": own}, "kind", "to_party", "status")


def test_what_the_province_assigned_is_reported_up(place: Place) -> None:
    """Each report ends in the register, in what is owed, and for whoever had it for a while."""
    cast = receive(place)
    do_not_accept(cast)
    county_returns(place, cast)
    handle(place, cast)
    token = report_up(place, cast)
    keeper = cast.keeper
    seen = keeper.see("complaints", token=token)
    assert columns(seen, "number", "stage", "result", "reported_up", "handling_party") == [
        ("〔2026〕1号", "closed", "unverified", "2026-06-04", "sg-agriculture"),
        ("〔2026〕2号", "not_accepted", None, "2026-03-02", None),
    ]
    assert flows(keeper, cast.assigned) == [
        ("complaint_forward", "cc-lanshan", "returned"),
        ("complaint_hand_over", "sg-agriculture", "closed"),
    ]
    owed = [
        row
        for each in MECHANISMS
        for row in columns(
            keeper.see("obligations", mechanism=each),
            *("owner", "rule", "status", "late_working_days"),
        )
    ]
    assert sorted(owed, key=str) == sorted(OWED, key=str)
    for member, matter in (
        (keeper, cast.assigned),
        (keeper, cast.others),
        (cast.handler, cast.assigned),
    ):
        assert waits(member, matter) == [], member.party
    county_owed = cast.county.see("obligations", mechanism="complaint-intake")
    assert columns(county_owed, "rule", "status") == [("forwarded", "fulfilled")]
    assert cast.county.get(cast.assigned).status_code == 404
    assert cast.county.see("complaints")["items"] == []
    for member in (cast.elsewhere, cast.host):
        for matter in (cast.assigned, cast.others):
            sees_nothing(member, matter, "complaints", "complaint-reporters", token=token)
    sees_nothing(cast.handler, cast.others, token=token)

"""分片协作审理 (mechanism 15): groups of an area adjudicate each other's cases, with people lent to it."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories import cases
from tests.stories.cases import Cast as Cases
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing

EAST = """
[[area]]
code = "east"
title = { zh = "东片区", en = "Eastern area" }
groups = ["sg-health", "sg-education", "sg-finance"]
lead = "sg-health"
basis = "本地做法 local practice"
"""
ADJUDICATION = {
    "kind": "group_group",
    "cooperation": "adjudication",
    "title": "片区协作审理",
    "plan": "由片区牵头组组织审理。",
    "lead_body": "sg-health",
    "parties": ["sg-finance"],
    "until": "2026-04-30",
    "area": "east",
}


@dataclass
class Area:
    """The case and its cast, the groups of the area beside them, and the operation."""

    actors: Cases
    leader: Member
    health: Member
    finance: Member
    housing: Member
    operation: str = ""
    lent: Member | None = None

    @property
    def stream(self) -> str:
        """The case, as the operation names it."""
        return f"case/{self.actors.case.partition('/')[2]}"


def arrange(place: Place) -> Area:
    """Only a filed case, only groups of the area, never the handlers' own; sent back once, then approved."""
    place.adopt(EAST)
    actors = cases.cast(place)
    cases.file(actors, cases.open_case(actors))
    area = Area(
        actors=actors,
        leader=place.member("高常委", "commission", "leader_in_charge"),
        health=place.member("冯组长", "sg-health", "head"),
        finance=place.member("蔡组长", "sg-finance", "head"),
        housing=place.member("孟组长", "sg-housing", "head"),
    )
    place.settle()
    (lead,) = actors.head.see("leads")["items"]
    proposal = {**ADJUDICATION, "matters": [area.stream]}
    for changed, refused in (
        ({"area": None}, (422, "area_needed")),
        ({"parties": ["sg-housing"]}, (422, "outside_the_area")),
        ({"lead_body": "sg-finance", "parties": ["sg-health"]}, (422, "outside_the_area")),
        ({"matters": [lead["stream"]]}, (422, "invalid_field")),
        ({"matters": []}, (422, "invalid_field")),
    ):
        assert code(actors.head, "joint-operations", proposal | changed) == refused
    assert code(area.health, "joint-operations", proposal)[0] == 404
    area.operation = path_of(actors.head.do("joint-operations", proposal))
    area.leader.do(f"{area.operation}/opine", {"opinion": "return", "text": "请明确审理人员"})
    changes = {"changes": "由两组各派一人", "until": "2026-05-29"}
    actors.head.do(f"{area.operation}/resubmit", changes)
    area.leader.do(f"{area.operation}/opine", {"opinion": "agree"})
    area.health.do(f"{area.operation}/open", {})
    return area


def staff(place: Place, area: Area, joined: str) -> None:
    """The other group joins on this day and lends one of its people; the handlers' own lends nobody."""
    actors, operation = area.actors, area.operation
    ask = {"home": "sg-education", "count": 1, "duty": "审理", "until": "2026-05-29"}
    handled = (422, "handler_may_not_adjudicate")
    assert code(area.health, f"{operation}/request_people", ask) == handled
    own = {"person": actors.deputy.person, "duty": "审理", "until": "2026-05-29"}
    assert code(actors.head, f"{operation}/offer_person", own) == handled
    place.pass_to(joined)
    area.finance.do(f"{operation}/join", {})
    area.lent = place.member("林干事", "sg-finance", "handler")
    loan = {"person": area.lent.person, "duty": "审理", "until": "2026-05-29"}
    area.finance.do(f"{operation}/offer_person", loan)
    actors.head.do(f"{operation}/admit_person", {"lending": 1})
    place.settle()
    assert area.lent.get(actors.case).status_code == 200


def adjudicate_together(area: Area) -> None:
    """Sent to the lead group; who is lent is named, acts and deliberates; whoever is not, is refused."""
    actors, lent, done = area.actors, area.lent, {"outcome": "审理完毕。"}
    assert lent is not None
    for person in (actors.zhang, actors.zhao):
        by = [actors.wang.person, actors.li.person]
        shown = {"person": person, "shown_by": by, "signed": True, "view": "无异议。"}
        actors.act(actors.wang, "show_facts", shown)
    cases.sign_off(actors, 2, "sanction", "sending")
    proposal = {"dispositions": cases.asked(actors), "text": "建议分别给予处分。"}
    actors.act(actors.wang, "propose_sanctions", proposal)
    outside = {"to": "sg-housing", "materials": cases.MATERIALS}
    refused = (422, "adjudicator_outside_the_area")
    assert code(actors.wang, f"{actors.case}/send", outside) == refused
    actors.act(actors.wang, "send", {"to": "sg-health", "materials": cases.MATERIALS})
    accept = f"{actors.case}/accept_adjudication"
    for person, refused in (
        (actors.wang.person, (403, "handler_may_not_judge")),
        (area.finance.person, (422, "handler_not_in_party")),
    ):
        body = {"adjudicators": [actors.judge.person, person]}
        assert code(actors.judge, accept, body) == refused
    judges = [actors.judge.person, lent.person]
    actors.act(actors.judge, "accept_adjudication", {"adjudicators": judges})
    assert code(area.health, f"{area.operation}/conclude", done) == (409, "not_adjudicated_yet")
    signed = {"signed_by": judges, "report": "事实清楚,证据确凿。"}
    actors.act(lent, "report_adjudication", signed)
    views = [{"member": each, "view": "agree"} for each in judges]
    settled = {"views": views, "dispositions": cases.asked(actors), "conclusion": "同意。"}
    actors.act(lent, "deliberate", settled)
    area.health.do(f"{area.operation}/conclude", done)


@pytest.mark.parametrize(("joined", "late"), [("2026-03-09", 2), ("2026-03-05", 0)])
def test_groups_of_an_area_adjudicate_for_each_other(place: Place, joined: str, late: int) -> None:
    """分片协作 (Wuhu): the lead group adjudicates a case with one lent by a group that joins late."""
    area = arrange(place)
    staff(place, area, joined)
    adjudicate_together(area)
    place.settle()
    actors, lent = area.actors, area.lent
    assert lent is not None
    assert actors.head.see(actors.case)["stage"] == "deliberated"
    history = actors.judge.see(f"{actors.case}/history")["items"]
    (reported,) = [each for each in history if "adjudication_reported" in each["type"]]
    assert (reported["actor"], reported["party"]) == (lent.person, "sg-finance")
    (seen,) = area.housing.see("areas", group="sg-education")["items"]
    groups = ["sg-health", "sg-education", "sg-finance"]
    assert (seen["lead"], seen["groups"]) == ("sg-health", groups)
    for outsider in (lent, area.finance, area.housing, actors.other, actors.unit):
        assert outsider.get(actors.case).status_code == 404, outsider.party
        assert outsider.see("cases")["items"] == [], outsider.party
    sees_nothing(area.housing, area.operation, *lists_of(area.operation))
    operations = area.health.see("joint-operations", area="east")
    assert columns(operations, "stage", "joined", "returned", "lent", "matters") == [
        ("concluded", ["sg-finance"], 1, 0, [area.stream])
    ]
    owed = area.finance.see("obligations", mechanism="joint-operations", owner="sg-finance")
    assert columns(owed, "rule", "status", "late_working_days") == [("answer", "fulfilled", late)]
    for member in (area.health, area.finance):
        assert member.see(f"parties/{member.party}/inbox")["items"] == [], member.party

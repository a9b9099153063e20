"""线索移送 from a host Party group to its stationed group, with receipt (mechanism 8)."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing

LEAD = {
    "source": "functional_department",
    "regime": "both",
    "secrecy": "internal",
    "subjects": [
        {
            "name": "张某",
            "post": "后勤科科长",
            "standing": {"post_level": "unit_managed", "unit": "education"},
        }
    ],
    "content": "配餐招标中收受好处。",
}
HAND_OVER = {
    "to_party": "sg-education",
    "document": "临教党移〔2026〕1号",
    "reason": "属纪检监察机关管辖",
    "materials": [{"title": "谈话记录", "pages": 6}],
}


@dataclass
class Cast:
    """Who acts, and the lead that is handed over."""

    secretary: Member
    keeper: Member
    head: Member
    handlers: list[Member]
    committee: Member
    other: Member
    lead: str


def hand_over(place: Place, received: str) -> Cast:
    """Sent with a list that is incomplete: the group signs for it, perhaps a day late, and sends it back."""
    secretary = place.member("李书记", "pg-education", "head")
    keeper = place.member("王专管", "sg-education", "keeper")
    head = place.member("郑组长", "sg-education", "head")
    handlers = [place.member(name, "sg-education", "handler") for name in ("甲办", "乙办")]
    committee = place.member("孙书记", "uc-education", "head")
    other = place.member("冯组长", "sg-health", "head")
    lead = path_of(secretary.do("leads", LEAD))
    assert head.get(lead).status_code == 404
    told = secretary.do(f"{lead}/transfer", HAND_OVER)
    waiting = keeper.see("parties/sg-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party") == [("acknowledge_transfer", "pg-education")]
    place.pass_to(received)
    keeper.do(f"{lead}/acknowledge_transfer", {"transfer": 1})
    back = {"transfer": 1, "reason": "移送清单不全"}
    assert code(secretary, f"{lead}/return_transfer", back)[0] == 403
    keeper.do(f"{lead}/return_transfer", back)
    whole = [*HAND_OVER["materials"], {"title": "合同复印件", "pages": 12}]
    again = {**HAND_OVER, "document": "临教党移〔2026〕2号", "materials": whole}
    secretary.do(f"{lead}/transfer", again)
    return Cast(secretary, keeper, head, handlers, committee, other, lead)


def take_over(place: Place, cast: Cast) -> None:
    """Accepted: from now on the Party group learns the status, and nothing of what is put right inside."""
    lead, keeper = cast.lead, cast.keeper
    place.pass_to("2026-03-10")
    keeper.do(f"{lead}/acknowledge_transfer", {"transfer": 2})
    answering = keeper.see("parties/sg-education/inbox", token=keeper.token)
    assert columns(answering, "kind", "from_party") == [("answer_transfer", "pg-education")]
    told = keeper.do(f"{lead}/accept", {"transfer": 2})
    assert cast.secretary.see("leads", token=told["token"])["items"] == []
    status = cast.secretary.see("lead-status")
    assert columns(status, "status") == [("received",)]
    assert "张某" not in str(cast.secretary.see(f"{lead}/history")["items"])
    told = keeper.do(f"{lead}/register", {})
    version = keeper.see(lead, token=told["token"])["version"]
    right = {"version": version, "reason": "密级登记有误", "secrecy": "secret"}
    assert code(keeper, f"{lead}/correct", right | {"approved_by": keeper.person})[0] == 422
    told = keeper.do(f"{lead}/correct", right | {"approved_by": cast.head.person})
    assert keeper.see(lead, token=told["token"])["secrecy"] == "secret"
    assert columns(cast.secretary.see("lead-status"), "status") == [("received",)]
    people = [member.person for member in cast.handlers]
    proposal = {
        "handling_party": "sg-education",
        "handlers": people,
        "keeper": keeper.person,
    }
    keeper.do(f"{lead}/propose_allocation", proposal)
    cast.head.do(f"{lead}/opine", {"opinion": "agree"})
    keeper.do(f"{lead}/acknowledge", {})


def close(place: Place, cast: Cast) -> str:
    """Closed at triage by the head, told to the Party group, which confirms: the loop is closed."""
    lead, handler = cast.lead, cast.handlers[0]
    place.pass_to("2026-03-20")
    disposal = {"way": "closed", "closing": "triage"}
    handler.do(f"{lead}/propose_disposal", {"disposal": disposal, "plan": "无可查性。"})
    assert code(handler, f"{lead}/opine", {"opinion": "agree"})[0] == 403
    cast.head.do(f"{lead}/opine", {"opinion": "agree"})
    feedback = {"transfer": 2, "result": "not_handled", "text": "不具可查性,已了结。"}
    told = cast.keeper.do(f"{lead}/feed_back", feedback)
    waiting = cast.secretary.see("parties/pg-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party") == [("confirm_feedback", "sg-education")]
    assert cast.head.see("parties/sg-education/inbox")["items"] == []
    place.pass_to("2026-03-24")
    return str(cast.secretary.do(f"{lead}/confirm_feedback", {"transfer": 2})["token"])


@pytest.mark.parametrize(("received", "late"), [("2026-03-06", 1), ("2026-03-05", 0)])
def test_a_party_group_hands_a_lead_over(place: Place, received: str, late: int) -> None:
    """Returned once, received late once, fed back: others of the house see nothing of it."""
    cast = hand_over(place, received)
    take_over(place, cast)
    token = close(place, cast)
    flows = cast.secretary.see("flows", kind="lead_transfer", token=token)
    assert columns(flows, "document", "status", "acknowledged", "result") == [
        ("临教党移〔2026〕1号", "returned", received, None),
        ("临教党移〔2026〕2号", "closed", "2026-03-10", "not_handled"),
    ]
    owed = cast.secretary.see("obligations", mechanism="lead-closed-loop")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("pg-education", "confirmation", "fulfilled", 0),
        ("pg-education", "see-to-returned", "fulfilled", 0),
        ("sg-education", "feedback", "fulfilled", 0),
        ("sg-education", "receipt", "fulfilled", 0),
        ("sg-education", "receipt", "fulfilled", late),
    ]
    for outsider in (cast.other, cast.committee):
        sees_nothing(outsider, cast.lead, "leads", "lead-status", "flows")
    assert cast.secretary.see("parties/pg-education/inbox")["items"] == []

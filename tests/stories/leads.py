"""Leads as stories need them beside their own mechanism: received, referred, brought to a filed case."""

from typing import Any, Final

from tests.api.installation import Member
from tests.stories.place import Place

_HANDS: Final = (("主任", "head"), ("甲办", "handler"), ("乙办", "keeper"))


def receive(member: Member, name: str, *, unit: str, level: str = "state_firm_staff") -> str:
    """A lead about one person, found in supervision by the member's party; its stream."""
    body: dict[str, Any] = {
        "source": "found_in_supervision",
        "regime": "both",
        "secrecy": "internal",
        "subjects": [
            {"name": name, "post": "部门负责人", "standing": {"post_level": level, "unit": unit}}
        ],
        "content": f"反映{name}违规决策。",
    }
    return str(member.do("leads", body)["stream"])


def file_case(lead: str, head: Member, handlers: tuple[Member, Member], document: str) -> str:
    """Register, allocate, propose, approve, open the case, file: within one group.

    Gives the token of the last step.
    """
    path = f"leads/{lead.partition('/')[2]}"
    first, second = handlers
    head.do(f"{path}/register", {})
    people = {"handlers": [first.person, second.person], "keeper": second.person}
    first.do(f"{path}/propose_allocation", {"handling_party": first.party, **people})
    head.do(f"{path}/allocate", {})
    second.do(f"{path}/acknowledge", {})
    disposal = {"way": "case_filed", "four_forms": 3}
    first.do(f"{path}/propose_disposal", {"disposal": disposal, "plan": "立案审查。"})
    told = head.do(f"{path}/opine", {"opinion": "agree"})
    told = first.do("cases", _case(lead, first.see(path, token=told["token"])) | people)
    told = first.do(f"{path}/file_case", {"document": document, "decision": "同意立案。"})
    return str(told["token"])


def _case(lead: str, seen: dict[str, Any]) -> dict[str, Any]:
    """What a case is opened with: the lead, and whom it is about."""
    (subject,) = seen["subjects"]
    post = {"post_level": subject["post_level"], "organ": "pg-state-assets"}
    respondent = {
        "person": subject["person"],
        "name": subject["name"],
        "post": subject["post"],
        "posts": [post],
        "party_member": True,
        "public_official": True,
    }
    return {"leads": [lead], "persons": [respondent]}


def released(member: Member, path: str, to: str, **more: Any) -> dict[str, Any]:
    """The letter by which a lead goes to another jurisdiction; ``post_level`` is the person's there."""
    (subject,) = member.see(path, token=member.token)["subjects"]
    person = {name: subject[name] for name in ("person", "name", "post")}
    level = more.pop("post_level", None)
    return {
        "to_party": to,
        "subjects": [person if level is None else person | {"post_level": level}],
        "content": f"反映{subject['name']}在工程发包中收受好处。",
        "materials": [{"title": "线索材料", "pages": 12}],
        "document": "移〔2026〕1号",
        "reason": "被反映人由对方管理。",
    } | more


def correct_and_close(place: Place, keeper: Member, path: str, level: str, **more: Any) -> None:
    """Case supervision corrects the person's post level; an office closes the lead; the result is told."""
    head = place.member(f"{place.code}-案管主任", "cs", "head")
    leader = place.member(f"{place.code}-常委", "commission", "leader_in_charge")
    chief = place.member(f"{place.code}-书记", "commission", "principal_head")
    office = [place.member(f"{place.code}-{name}", "so-1", role) for name, role in _HANDS]
    (subject,) = keeper.see(path)["subjects"]
    right = {
        "version": 1,
        "reason": "职级登记有误",
        "approved_by": head.person,
        "person": subject["person"],
        "standing": {"post_level": level},
    }
    keeper.do(f"{path}/correct", right)
    people = {"handlers": [each.person for each in office[1:]], "keeper": office[2].person}
    keeper.do(f"{path}/propose_allocation", {"handling_party": "so-1", **people})
    for member in (head, leader, chief):
        member.do(f"{path}/allocate", {})
    office[2].do(f"{path}/acknowledge", people)
    closed = {"way": "closed", "closing": "triage"}
    office[1].do(f"{path}/propose_disposal", {"disposal": closed, "plan": "直接了结"})
    for member in (office[0], leader, chief):
        member.do(f"{path}/opine", {"opinion": "agree"})
    back = {"transfer": 1, "result": "unverified", "text": "经查,所反映问题不实。"}
    keeper.do(f"{path}/feed_back", back | more)

"""Leads as stories need them beside their own mechanism: received, and brought to a filed case."""

from typing import Any

from tests.api.installation import Member


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

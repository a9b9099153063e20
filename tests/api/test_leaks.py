"""What might give a matter away to whom it does not concern: volume, persons' histories, the past."""

import json
from typing import Any, Final

import pytest

from tests.api.installation import Installation, Member
from tests.api.test_commands import AUDIT_FINDING, FOUND_OURSELVES

EDUCATION: Final = {"post_level": "unit_managed", "unit": "education"}


def path_of(told: dict[str, Any]) -> str:
    return "leads/" + identifier_of(told["stream"])


def identifier_of(stream: str) -> str:
    return stream.partition("/")[2]


def history(reader: Member, stream: str, token: str) -> str:
    seen = reader.see(f"persons/{identifier_of(stream)}/history", token=token)
    return json.dumps(seen, ensure_ascii=False)


@pytest.fixture(scope="module")
def chief(installation: Installation) -> Member:
    """The secretary of the commission, who approves."""
    founder = installation.members["founder"]
    return installation.appoint(founder, "高书记", "commission", "principal_head")


def test_the_sender_is_not_told_how_much_happened(
    installation: Installation, keeper: Member
) -> None:
    sender = installation.members["陈科长"]
    told = keeper.do("leads", AUDIT_FINDING)
    path = path_of(told)
    keeper.do(f"{path}/accept", {"transfer": 1})
    last = keeper.do(f"{path}/register", {})
    answer = sender.get(path, headers={"Guantong-Position": last["token"]})
    assert answer.status_code == 200
    assert "version" not in answer.json()
    assert "ETag" not in answer.headers
    items = sender.see(f"{path}/history")["items"]
    assert items
    assert all("version" not in item for item in items)
    inside = keeper.see(f"{path}/history")["items"]
    assert inside[0]["version"] == 1, "to correct an event one must be able to name it"


def test_an_answer_tells_no_version_to_whom_it_was_not_known(
    keeper: Member,
) -> None:
    """Only who opened a stream, or named its version as a reader may, is told the next one."""
    opening = keeper.post("leads", AUDIT_FINDING)
    assert opening.headers["ETag"]
    path = path_of(opening.json())
    accepting = keeper.post(f"{path}/accept", {"transfer": 1}, If_Match=opening.headers["ETag"])
    assert accepting.status_code == 200, accepting.text
    lead = keeper.get(path, headers={"Guantong-Position": accepting.json()["token"]})
    assert accepting.headers["ETag"] == lead.headers["ETag"]
    registering = keeper.post(f"{path}/register", {})
    assert registering.status_code == 200
    assert "ETag" not in registering.headers
    told = registering.json()
    seen = keeper.see(f"commands/{told['command_id']}", token=told["token"])
    assert seen == {**told, "status": "accepted"}


def test_a_grant_is_no_news_to_the_colleagues_of_whom_it_was_given(
    installation: Installation, keeper: Member, chief: Member
) -> None:
    """R 299: whoever learns that a matter is to be read learns that there is one."""
    given, head = installation.members["王办"], installation.members["吴主任"]
    lead = keeper.do("leads", FOUND_OURSELVES)
    told = head.do(
        f"persons/{identifier_of(given.person)}/grant_reading",
        {
            "stream": lead["stream"],
            "scope": "content",
            "reason": "协助核实某校食堂",
            "expires": "2026-12-31",
            "approved_by": chief.person,
        },
    )
    assert given.see(path_of(lead), token=told["token"])["stream"] == lead["stream"]
    for name in ("郑组长", "冯组长", "founder"):
        seen = history(installation.members[name], given.person, told["token"])
        assert lead["stream"] not in seen, name
        assert "食堂" not in seen, name
    assert lead["stream"] in history(head, given.person, told["token"])


def test_a_grant_gives_nobody_more_than_the_giver_may_read(
    installation: Installation, keeper: Member
) -> None:
    """The sender of a hand-over knows its status only, and lets nobody read the lead."""
    founder, sender = installation.members["founder"], installation.members["陈科长"]
    chief = installation.appoint(founder, "贺局长", "audit", "principal_head")
    given = installation.members["王办"]
    lead = keeper.do("leads", AUDIT_FINDING)
    grant = {
        "stream": lead["stream"],
        "reason": "了解进展",
        "expires": "2026-12-31",
        "approved_by": chief.person,
    }
    path = f"persons/{identifier_of(given.person)}/grant_reading"
    refused = sender.post(path, {**grant, "scope": "content"})
    assert refused.status_code == 404, refused.text
    told = sender.do(path, {**grant, "scope": "status"})
    seen = given.get(path_of(lead), headers={"Guantong-Position": told["token"]})
    assert "content" not in seen.text


def test_who_is_found_to_be_a_reported_person_is_not_told(
    installation: Installation, keeper: Member
) -> None:
    """R 299: that somebody in office is the person a lead names is for nobody to read."""
    named = installation.members["王办"]
    lead = keeper.do("leads", FOUND_OURSELVES)
    subject = keeper.see(path_of(lead), token=lead["token"])["subjects"][0]["person"]
    link = {"other": subject, "reason": "身份证号一致"}
    told = keeper.do(f"persons/{identifier_of(named.person)}/link", link)
    for name in ("王办", "郑组长", "冯组长", "founder", "周管"):
        for person in (named.person, subject):
            seen = history(installation.members[name], person, told["token"])
            assert "身份证号" not in seen, name
            assert "linked" not in seen, name
    assert "appointed" in history(named, named.person, told["token"])


def test_whoever_was_named_never_reads_even_what_was_said_before_the_split(
    installation: Installation, keeper: Member
) -> None:
    """R 299: leaving for a lead of one's own opens neither the history nor the past."""
    founder = installation.members["founder"]
    named = installation.appoint(founder, "钱某", "cs", "keeper")
    subjects = [
        {"person": named.person, "name": "钱某", "post": "干部", "standing": EDUCATION},
        {"name": "孙某", "post": "会计", "standing": EDUCATION},
    ]
    lead = keeper.do("leads", {**FOUND_OURSELVES, "subjects": subjects})
    part = {"persons": [named.person], "reason": "管辖不同"}
    told = keeper.do(f"{path_of(lead)}/split", {"parts": [part]})
    path = path_of(lead)
    assert named.get(path, headers={"Guantong-Position": told["token"]}).status_code == 404
    assert named.get(path, params={"as_of": lead["token"]}).status_code == 404
    assert named.see(f"{path}/history")["items"] == []
    assert lead["stream"] not in json.dumps(named.see("leads"))


def test_a_grant_is_no_news_to_whoever_the_matter_names(
    installation: Installation, chief: Member
) -> None:
    """R 299: not even where the named person works in the party that gave it."""
    founder, head = installation.members["founder"], installation.members["吴主任"]
    named = installation.appoint(founder, "李某", "cs", "keeper")
    colleague = installation.appoint(founder, "田某", "cs", "keeper")
    given = installation.members["王办"]
    subject = {"person": named.person, "name": "李某", "post": "干部", "standing": EDUCATION}
    lead = colleague.do("leads", {**FOUND_OURSELVES, "subjects": [subject]})
    told = head.do(
        f"persons/{identifier_of(given.person)}/grant_reading",
        {
            "stream": lead["stream"],
            "scope": "content",
            "reason": "协助核实李某",
            "expires": "2026-12-31",
            "approved_by": chief.person,
        },
    )
    assert lead["stream"] in history(colleague, given.person, told["token"])
    seen = history(named, given.person, told["token"])
    assert lead["stream"] not in seen
    assert "协助核实李某" not in seen
    assert lead["stream"] not in json.dumps(named.see("parties/cs/timeline"))


def test_a_cursor_of_one_list_is_refused_by_another(keeper: Member) -> None:
    for _ in range(2):
        last = keeper.do("leads", FOUND_OURSELVES)
    cursor = keeper.see("leads", token=last["token"], limit=1)["next"]
    assert cursor is not None
    for path in ("parties/cs/timeline", "flows", "obligations"):
        answer = keeper.get(path, params={"after": cursor})
        assert answer.status_code == 400, path
        assert answer.json()["code"] == "bad_parameter"

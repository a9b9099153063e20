"""Commands over HTTP: what is accepted, what is refused, and that nothing is done twice."""

import uuid
from typing import Any, Final

from tests.api.installation import Installation, Member, new_command

AUDIT_FINDING: Final[dict[str, Any]] = {
    "source": "audit",
    "regime": "both",
    "secrecy": "internal",
    "subjects": [
        {
            "name": "张三",
            "post": "某学校总务主任",
            "standing": {"post_level": "unit_managed", "unit": "education"},
        }
    ],
    "content": "审计发现:学校食堂采购存在虚报。",
    "sender": "audit",
    "document": "临审移〔2026〕3号",
    "materials": [
        {"title": "审计移送处理书", "pages": 12},
        {"title": "审计取证单", "pages": 33},
    ],
    "found_on": "2026-02-27",
}


FOUND_OURSELVES: Final[dict[str, Any]] = {
    name: value
    for name, value in AUDIT_FINDING.items()
    if name not in {"sender", "source", "found_on"}
} | {"source": "found_in_supervision"}


def test_a_lead_is_received_and_read_in_the_clear(keeper: Member) -> None:
    answer = keeper.post("leads", AUDIT_FINDING)
    assert answer.status_code == 201, answer.text
    told = answer.json()
    lead = keeper.see(answer.headers["Location"].removeprefix("/v1/linyi/"), token=told["token"])
    assert lead["content"] == AUDIT_FINDING["content"]
    assert lead["subjects"][0]["name"] == "张三"
    assert answer.headers["ETag"] == f'"{lead["version"]}"'


def test_a_retry_with_the_same_key_gives_the_same_answer_and_no_second_lead(keeper: Member) -> None:
    key = new_command()
    first = keeper.do("leads", AUDIT_FINDING, Idempotency_Key=key)
    again = keeper.do("leads", AUDIT_FINDING, Idempotency_Key=key)
    assert again == first
    history = keeper.see(f"leads/{first['stream'].partition('/')[2]}/history", token=first["token"])
    assert len([e for e in history["items"] if e["type"].endswith("lead.received.v1")]) == 1


def test_the_same_key_with_another_body_is_refused(keeper: Member) -> None:
    key = new_command()
    keeper.do("leads", AUDIT_FINDING, Idempotency_Key=key)
    answer = keeper.post("leads", {**AUDIT_FINDING, "secrecy": "secret"}, Idempotency_Key=key)
    assert answer.status_code == 422
    assert answer.json()["code"] == "command_id_reused"


def test_a_stale_if_match_is_refused(keeper: Member) -> None:
    answer = keeper.post("leads", FOUND_OURSELVES)
    path = _path(answer.json())
    assert keeper.post(f"{path}/register", {}, If_Match='"99"').status_code == 412
    assert keeper.post(f"{path}/register", {}, If_Match=answer.headers["ETag"]).status_code == 200
    assert keeper.post(f"{path}/register", {}, If_Match=answer.headers["ETag"]).status_code == 412


def test_a_second_registration_is_a_conflict_that_says_the_state(keeper: Member) -> None:
    lead = keeper.do("leads", FOUND_OURSELVES)
    keeper.do(f"{_path(lead)}/register", {})
    answer = keeper.post(f"{_path(lead)}/register", {})
    assert answer.status_code == 409
    problem = answer.json()
    assert problem["code"] == "wrong_state"
    assert problem["zh"]["next"]
    assert answer.headers["content-type"] == "application/problem+json"


def test_who_holds_no_office_is_refused(installation: Installation, stranger: Member) -> None:
    nobody = installation.member(stranger.person, "cs")
    answer = nobody.post("leads", AUDIT_FINDING)
    assert answer.status_code == 403
    assert answer.json()["code"] == "not_authorised"


def test_without_a_token_nothing_is_told(keeper: Member) -> None:
    answer = keeper.http.get("/v1/linyi/leads", headers={"Authorization": ""})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    other = keeper.http.get("/v1/wuhu/leads")
    assert other.status_code == 403
    assert other.json()["code"] == "other_jurisdiction"


def test_bad_bodies_are_refused_each_with_its_place(keeper: Member) -> None:
    bad: list[tuple[Any, str]] = [
        ({**AUDIT_FINDING, "colour": "red"}, "/colour"),
        ({k: v for k, v in AUDIT_FINDING.items() if k != "content"}, "/content"),
        ({**AUDIT_FINDING, "source": 7}, "/source"),
        ({**AUDIT_FINDING, "subjects": []}, "/subjects"),
        ({**AUDIT_FINDING, "materials": [{"title": "x", "pages": "12"}]}, "/materials/0/pages"),
    ]
    for body, pointer in bad:
        answer = keeper.post("leads", body)
        assert answer.status_code == 422, answer.text
        assert pointer in [fault["pointer"] for fault in answer.json()["faults"]], answer.text


def test_floats_doubled_keys_and_broken_json_are_refused(keeper: Member) -> None:
    long = b"1" * 5000
    bad = (
        (b'{"a":1.0}', 422),
        (b'{"a":' + long + b"}", 422),
        (b'{"a":1,"a":2}', 400),
        (b"{", 400),
        (b"\xff", 400),
    )
    for raw, status in bad:
        items = b'{"items":[' + raw + b"]}"
        for path, body in (("", raw), ("/batch/allocate", items)):
            answer = keeper.http.post(f"/v1/linyi/leads{path}", content=body)
            assert answer.status_code == status, answer.text
            assert answer.json()["zh"]["detail"]


def test_a_body_that_is_too_long_is_refused(keeper: Member) -> None:
    answer = keeper.http.post("/v1/linyi/leads", content=b"x" * (300 * 1024))
    assert answer.status_code == 413
    assert answer.json()["code"] == "too_large"


def test_an_unknown_party_is_refused(keeper: Member) -> None:
    answer = keeper.post("leads", {**AUDIT_FINDING, "sender": "nowhere"})
    assert answer.status_code == 422
    assert answer.json()["code"] == "unknown_party"


def test_an_expired_command_is_never_decided(keeper: Member) -> None:
    answer = keeper.post("leads", AUDIT_FINDING, Guantong_Expires="2020-01-01T00:00:00Z")
    assert answer.status_code in {409, 422}
    assert answer.json()["code"] in {"command_expired", "expiry_out_of_range", "expiry_invalid"}


def test_headers_that_cannot_be_read_are_named(keeper: Member) -> None:
    for name, value in (
        ("Idempotency_Key", "7"),
        ("If_Match", "seven"),
        ("Prefer", "wait=soon"),
        ("Prefer", "wait=\u00b2"),
        ("Guantong_Expires", "tomorrow"),
        ("Guantong_Expires", "9999-12-31T23:59:59-23:00"),
    ):
        header = {name.replace("_", "-").encode(): value.encode("latin-1")}
        answer = keeper.http.post("/v1/linyi/leads", json=AUDIT_FINDING, headers=header)
        assert answer.status_code == 400
        assert name.replace("_", "-") in answer.json()["detail"]


def test_not_waiting_gives_202_and_a_place_to_ask(keeper: Member) -> None:
    answer = keeper.post("leads", AUDIT_FINDING, Prefer="wait=0")
    if answer.status_code == 202:
        location = answer.headers["Location"].removeprefix("/v1/linyi/")
        assert location == f"commands/{answer.json()['command_id']}"
    after = keeper.do("leads", AUDIT_FINDING)
    keeper.see("leads", token=after["token"])
    told = keeper.see(f"commands/{answer.json()['command_id']}")
    assert told["status"] == "accepted"


def test_a_rejected_command_can_be_asked_for(keeper: Member) -> None:
    answer = keeper.post("leads", {**AUDIT_FINDING, "sender": "nowhere"})
    after = keeper.do("leads", AUDIT_FINDING)
    keeper.see("leads", token=after["token"])
    told = keeper.see(f"commands/{answer.json()['command_id']}")
    assert told["problem"]["code"] == "unknown_party"


def test_a_batch_has_one_outcome_for_each_item(keeper: Member) -> None:
    lead = keeper.do("leads", FOUND_OURSELVES)
    keeper.do(f"{_path(lead)}/register", {})
    proposal = {"handling_party": "sg-education"}
    ids = [lead["stream"].partition("/")[2], str(uuid.uuid4()), "x"]
    items = [{"id": each, **proposal} for each in ids]
    answer = keeper.post("leads/batch/propose_allocation", {"items": items})
    assert answer.status_code == 200, answer.text
    assert [item["status"] for item in answer.json()["items"]] == [200, 404, 400], answer.text


def test_many_leads_are_allocated_signed_for_and_urged_with_one_confirmation(
    installation: Installation, keeper: Member
) -> None:
    """First-hour need: one confirmation, one outcome for each; what is refused harms no other."""
    founder, head = installation.members["founder"], installation.members["郑组长"]
    first = installation.members["王办"]
    second = installation.appoint(founder, "韩办", "sg-education", "handler", "keeper")
    second.see("parties")
    streams = [first.do("leads", FOUND_OURSELVES)["stream"] for _ in range(4)]
    unproposed, *proposed = ids = [str(stream).partition("/")[2] for stream in streams]
    for each in ids:
        head.do(f"leads/{each}/register", {})
    people = {"handlers": [first.person, second.person], "keeper": second.person}
    plan: dict[str, Any] = {"handling_party": "sg-education", **people}
    urging: dict[str, Any] = {"to_party": "sg-education", "about": "请尽快提出处置意见。"}
    past = urging | {"reply_by": "2026-02-27"}
    for member, action, bodies, refusal in (
        (second, "propose_allocation", [{}, plan, plan, plan], "command_invalid"),
        (head, "allocate", [{}] * 4, "no_submission"),
        (second, "acknowledge", [{}] * 4, "not_authorised"),
        (keeper, "remind", [past, urging, urging, urging], "invalid_field"),
    ):
        items = [{"id": each} | body for each, body in zip(ids, bodies, strict=True)]
        answer = member.post(f"leads/batch/{action}", {"items": items})
        told = answer.json()["items"]
        assert [each["id"] for each in told] == ids, action
        assert [each.get("code") for each in told] == [refusal, None, None, None], (action, told)
        assert told[0]["zh"]["detail"], action
    token = told[-1]["token"]
    for each in proposed:
        seen = keeper.see(f"leads/{each}", token=token)
        assert (seen["stage"], seen["handling_party"]) == ("acknowledged", "sg-education")
    assert keeper.see(f"leads/{unproposed}")["stage"] == "registered"


def test_what_is_wrong_with_one_item_of_a_batch_stays_with_it(keeper: Member) -> None:
    deep: list[Any] = []
    for _ in range(300):
        deep = [deep]
    items = [{"id": str(uuid.uuid4()), "a": each} for each in (deep, 2**53, "x")]
    answer = keeper.post("leads/batch/allocate", {"items": items})
    assert answer.status_code == 200, answer.text
    assert [item["status"] for item in answer.json()["items"]] == [422, 422, 422], answer.text


def _path(told: dict[str, Any]) -> str:
    return "leads/" + str(told["stream"]).partition("/")[2]

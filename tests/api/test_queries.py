"""Reading over HTTP: in the clear for whom it concerns, and no trace for anybody else."""

import json
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from domain.ids import INSTALLATION
from projections.queries import listings
from tests.api.installation import FOUNDER, Installation, Member
from tests.api.test_commands import AUDIT_FINDING, FOUND_OURSELVES

LISTS = tuple(listing.path for listing in listings.LISTINGS)
PARTIES = ("cs", "commission", "audit", "sg-education", "sg-health")
SECRET = "内容只有承办单位知道"
UPLOADS = "/v1/{jurisdiction}/attachments"


@pytest.fixture(scope="module")
def lead(installation: Installation) -> dict[str, Any]:
    """A lead from the audit office, accepted and registered by case supervision."""
    keeper = installation.members["周管"]
    told = keeper.do("leads", {**AUDIT_FINDING, "content": SECRET})
    path = path_of(told)
    keeper.do(f"{path}/accept", {"transfer": 1})
    last = keeper.do(f"{path}/register", {})
    keeper.see(path, token=last["token"])
    return last


def path_of(told: dict[str, Any]) -> str:
    return "leads/" + str(told["stream"]).partition("/")[2]


def test_a_stranger_sees_no_trace_of_a_lead(stranger: Member, lead: dict[str, Any]) -> None:
    identifier = lead["stream"].partition("/")[2]
    of_parties = [
        f"parties/{party}/{what}"
        for party in PARTIES
        for what in ("timeline", "inbox", "obligations")
    ]
    for path in (*LISTS, *of_parties):
        seen = json.dumps(stranger.see(path, token=lead["token"]), ensure_ascii=False)
        assert identifier not in seen, path
        assert SECRET not in seen, path
    owed = stranger.see("parties/cs/obligations", direction="owed_to")
    assert identifier not in json.dumps(owed)
    assert stranger.see("leads")["items"] == []
    assert stranger.see(f"{path_of(lead)}/history")["items"] == []
    assert stranger.get(path_of(lead)).status_code == 404


def test_what_is_denied_answers_like_what_is_not_there(
    stranger: Member, lead: dict[str, Any]
) -> None:
    denied = stranger.get(path_of(lead)).json()
    absent = stranger.get("leads/00000000-0000-4000-8000-000000000000").json()
    identifier = lead["stream"].partition("/")[2]
    told = json.dumps(denied).replace(identifier, "00000000-0000-4000-8000-000000000000")
    assert json.loads(told) == absent


def test_a_command_on_a_lead_that_is_not_mine_tells_nothing_of_it(
    stranger: Member, lead: dict[str, Any]
) -> None:
    denied = stranger.post(f"{path_of(lead)}/register", {})
    absent = stranger.post("leads/00000000-0000-4000-8000-000000000000/register", {})
    assert denied.status_code == absent.status_code
    assert denied.json()["code"] == absent.json()["code"]


def test_the_sender_sees_the_status_and_not_the_content(
    installation: Installation, lead: dict[str, Any]
) -> None:
    sender = installation.members["陈科长"]
    seen = sender.see(path_of(lead), token=lead["token"])
    assert SECRET not in json.dumps(seen, ensure_ascii=False)
    assert "subjects" not in seen
    assert seen["status"]


def test_as_of_shows_what_was_there_then(keeper: Member) -> None:
    opened = keeper.do("leads", FOUND_OURSELVES)
    numbered = keeper.do(f"{path_of(opened)}/register", {})
    now = keeper.see(path_of(opened), token=numbered["token"])
    then = keeper.see(path_of(opened), as_of=opened["token"])
    assert now["number"]
    assert then.get("number") is None
    assert keeper.get(path_of(opened), params={"as_of": "2020-01-01"}).status_code == 404
    command = f"commands/{numbered['command_id']}"
    assert keeper.see(command)["status"] == "accepted"
    assert keeper.get(command, params={"as_of": opened["token"]}).status_code == 404


def test_the_register_has_the_columns_that_registers_have(keeper: Member) -> None:
    """DOMAIN §2 A7; days and repeats are worked out when asked, as of then."""
    first = keeper.do("leads", AUDIT_FINDING)
    keeper.do(f"{path_of(first)}/accept", {"transfer": 1})
    keeper.do(f"{path_of(first)}/register", {})
    again = keeper.do("leads", AUDIT_FINDING)
    keeper.do(f"{path_of(again)}/accept", {"transfer": 1})
    last = keeper.do(f"{path_of(again)}/register", {})
    row = keeper.see(path_of(again), token=last["token"])
    assert row["number"]
    assert [number["organ"] for number in row["numbers"]] == ["commission"]
    (subject,) = row["subjects"]
    assert (subject["name"], subject["post"]) == ("张三", "某学校总务主任")
    assert (subject["unit"], subject["post_level"]) == ("education", "unit_managed")
    assert (row["source"], row["received_by"]) == ("audit", keeper.person)
    (leg,) = row["hand_overs"]
    assert leg == {
        "transfer": 1,
        "from_party": "audit",
        "by": keeper.person,
        "to_party": "cs",
        "document": AUDIT_FINDING["document"],
        "sent": row["received"],
        "status": "accepted",
        "answered": row["received"],
        "missing": [],
    }
    assert (row["party"], row["handlers"], row["acknowledged"]) == ("cs", [], None)
    assert row["days"] == 0
    assert (row["way"], row["result"], row["superior_informed"]) == (None, None, None)
    assert (row["duplicate"], row["duplicate_of"]) == ("suspected", None)
    assert keeper.see(path_of(again), as_of=again["token"])["duplicate"] is None
    assert all("duplicate" in item for item in keeper.see("leads")["items"])
    inform = {"matter": "上报", "document": "临纪报〔2026〕1号"}
    informed = keeper.do(f"{path_of(again)}/inform_superior", inform)
    now = keeper.see(path_of(again), token=informed["token"])
    assert now["superior_informed"] == row["received"]


def test_days_in_hand_are_counted_from_the_day_of_the_act_until_then(keeper: Member) -> None:
    lead = keeper.do("leads", {**FOUND_OURSELVES, "occurred": {"date": "2026-02-27"}})
    now = keeper.see(path_of(lead), token=lead["token"])
    assert (now["party_since"], now["days"]) == ("2026-02-27", 3), "the clock shows 2 March"
    assert keeper.see(path_of(lead), as_of=lead["token"])["days"] == 3


def test_a_part_shows_whom_it_is_about(keeper: Member) -> None:
    """What was sealed where the person came in is read along the lead's origin."""
    standing = {"post_level": "unit_managed", "unit": "education"}
    subjects = [
        {"name": "唐某", "post": "会计", "standing": standing},
        {"name": "宋某", "post": "出纳", "standing": standing},
    ]
    lead = keeper.do("leads", {**FOUND_OURSELVES, "subjects": subjects})
    whole = keeper.see(path_of(lead), token=lead["token"])
    leaving = next(each["person"] for each in whole["subjects"] if each["name"] == "宋某")
    told = keeper.do(
        f"{path_of(lead)}/split", {"parts": [{"persons": [leaving], "reason": "管辖不同"}]}
    )
    (part,) = keeper.see(path_of(lead), token=told["token"])["parts"]
    (subject,) = keeper.see("leads/" + part.partition("/")[2])["subjects"]
    assert (subject["name"], subject["post"]) == ("宋某", "出纳")
    keeper.do(f"{path_of(lead)}/register", {})
    merged = keeper.do(f"{path_of(lead)}/merge", {"others": [part], "reason": "同一事项"})
    names = [each["name"] for each in keeper.see(path_of(lead), token=merged["token"])["subjects"]]
    assert sorted(names) == ["唐某", "宋某"]


def test_each_department_finds_its_own_procedure(stranger: Member) -> None:
    """DOMAIN §5.10: 21 departments, each of one of nine kinds, each with its own procedure."""
    found = stranger.see("procedures", limit=200)["items"]
    assert len(found) == len({row["department"] for row in found}) == 21
    assert all(row["supervision"] for row in found)
    (audit,) = stranger.see("procedures", department="audit")["items"]
    assert audit["receives"] == "cs"
    assert audit["feedback"]
    assert audit["contact_zh"]
    assert [field["code"] for field in audit["fields"]] == ["unit", "period", "amount", "clause"]


def test_a_raw_position_is_for_auditors(keeper: Member) -> None:
    answer = keeper.get("leads", params={"as_of": "7"})
    assert answer.status_code == 400


def test_pages_go_on_behind_the_last_row_and_miss_nothing(keeper: Member) -> None:
    for _ in range(3):
        last = keeper.do("leads", FOUND_OURSELVES)
    whole = [row["stream"] for row in keeper.see("leads", token=last["token"], limit=200)["items"]]
    paged: list[str] = []
    cursor: dict[str, Any] = {}
    while True:
        page = keeper.see("leads", limit=2, **cursor)
        paged += [row["stream"] for row in page["items"]]
        if page["next"] is None:
            break
        cursor = {"after": page["next"]}
    assert paged == whole


def test_a_name_is_found_by_who_may_know_and_by_nobody_else(
    keeper: Member, stranger: Member, lead: dict[str, Any]
) -> None:
    found = keeper.see("leads", token=lead["token"], name=" 张 三")
    assert lead["stream"] in [row["stream"] for row in found["items"]]
    assert keeper.see("leads", name="李四五")["items"] == []
    assert stranger.see("leads", name="张三")["items"] == []


def test_unknown_filters_and_limits_are_named(keeper: Member) -> None:
    for params in (
        {"colour": "red"},
        {"limit": "1000"},
        {"year": "x"},
        {"after": "forged"},
        {"received_from": "yesterday"},
        {"stage": "\0"},
        {"as_of": "9999-12-31"},
        {"as_of": "9" * 30},
    ):
        answer = keeper.get("leads", params=params)
        assert answer.status_code == 400, answer.text
        assert next(iter(params)) in answer.json()["detail"]
    for path in ("parties/%00/inbox", "parties/cs/obligations?status=%00"):
        assert keeper.get(path).status_code == 400


def test_a_forged_last_event_id_is_refused_before_the_stream_begins(keeper: Member) -> None:
    answer = keeper.get("stream", headers={"Last-Event-ID": "forged"})
    assert answer.status_code == 400
    assert "Last-Event-ID" in answer.json()["detail"]


def test_a_history_tells_each_event_as_a_sentence(keeper: Member, lead: dict[str, Any]) -> None:
    items = keeper.see(f"{path_of(lead)}/history", token=lead["token"])["items"]
    assert items[0]["type"] == "guantong.lead.received.v1"
    assert all(item["zh"] and item["en"] for item in items)
    assert items[0]["zh"].startswith("案件监督管理室")
    assert all("position" not in item and "prev" not in item for item in items)


def test_obligations_are_seen_by_who_owes_and_who_is_owed(
    keeper: Member, lead: dict[str, Any]
) -> None:
    owed = keeper.see("parties/cs/obligations", token=lead["token"])
    assert all(item["owner"] == "cs" for item in owed["items"])
    assert all({"due", "basis", "status"} <= item.keys() for item in owed["items"])


def test_the_stream_tells_what_happens_and_resumes(keeper: Member, stranger: Member) -> None:
    with _listening(keeper) as events, _listening(stranger) as others:
        first = keeper.do("leads", FOUND_OURSELVES)
        second = keeper.do(f"{path_of(first)}/register", {})
        seen = _until(events, first["stream"], "guantong.lead.registered.v1")
        assert others.ended_quiet(second["token"])
    received = next(e for e in seen if e["event"] == "guantong.lead.received.v1")
    with _listening(keeper, after=received["id"]) as resumed:
        again = _until(resumed, first["stream"], "guantong.lead.registered.v1")
    assert received["id"] not in [event["id"] for event in again]


def test_the_document_describes_every_route(keeper: Member) -> None:
    document = keeper.http.get("/openapi.json").json()
    receive = document["paths"]["/v1/{jurisdiction}/leads"]["post"]
    assert receive["requestBody"]["content"]["application/json"]["example"]
    for schema in ("leads.Receive", "Accepted", "Problem"):
        assert schema in document["components"]["schemas"]
    for path, methods in document["paths"].items():
        for method, route in methods.items():
            if method == "post" and path == UPLOADS:
                content = route["requestBody"]["content"].values()
                assert [each["schema"]["format"] for each in content] == ["binary"] * len(content)
            elif method == "post":
                example = route["requestBody"]["content"]["application/json"]["example"]
                assert "/batch/" not in path or example["items"][0]["id"], path
            elif path.startswith("/v1/") and not path.endswith("/stream"):
                assert "as_of" in [each["name"] for each in route["parameters"]], path


def test_the_document_tells_the_columns_of_every_list(keeper: Member, lead: dict[str, Any]) -> None:
    document = keeper.http.get("/openapi.json").json()
    for path in ("leads", "flows", "obligations", "parties/{party}/timeline"):
        told = document["paths"][f"/v1/{{jurisdiction}}/{path}"]["get"]["responses"]["200"]
        page = told["content"]["application/json"]["schema"]["properties"]
        found = keeper.see(path.replace("{party}", "cs"), token=lead["token"])
        assert set(found) == set(page)
        for item in found["items"]:
            assert set(item) <= set(page["items"]["items"]["properties"]), path


def test_health_answers_without_a_token(keeper: Member) -> None:
    bare = httpx.Client(base_url=keeper.http.base_url)
    with bare:
        assert bare.get("/health/live").json() == {"status": "live"}
        assert bare.get("/health/ready").status_code == 200


def test_metrics_are_for_the_operator_alone(installation: Installation, keeper: Member) -> None:
    """They tell volumes."""
    assert keeper.http.get("/metrics", headers={"Authorization": ""}).status_code == 401
    refused = keeper.http.get("/metrics")
    assert refused.status_code == 403
    assert "guantong_" not in refused.text
    operator = installation.member(FOUNDER, "commission", INSTALLATION)
    told = operator.http.get("/metrics").text
    for name in (
        "guantong_http_requests_total",
        "guantong_http_request_seconds_bucket",
        "guantong_client_answer_seconds_bucket",
        "guantong_writer_poll_commands_bucket",
        "guantong_writer_transaction_events_bucket",
        "guantong_writer_commit_seconds_bucket",
        'guantong_writer_lag_commands{partition="0"} 0.0',
        'guantong_held_offsets{partition="0"} 0.0',
        'guantong_void_records_total{partition="0"} 0.0',
        "guantong_projector_batch_events_bucket",
        "guantong_projector_commit_seconds_bucket",
        'guantong_projector_lag_records{partition="0"}',
        'guantong_projector_lag_seconds{partition="0"}',
    ):
        assert name in told, name


class _Listening:
    """An open event stream, read by a thread of its own."""

    def __init__(self, member: Member, after: str | None) -> None:
        self._member, self._after = member, after
        self.events: list[dict[str, str]] = []
        self.changed = threading.Condition()
        self._opened = threading.Event()
        self._response: httpx.Response | None = None
        self._thread = threading.Thread(target=self._read)

    def __enter__(self) -> "_Listening":
        self._thread.start()
        assert self._opened.wait(20)
        return self

    def __exit__(self, *_: object) -> None:
        assert self._response is not None
        stream: Any = self._response.extensions["network_stream"]
        stream.get_extra_info("socket").shutdown(2)
        self._thread.join()

    def ended_quiet(self, token: str) -> bool:
        """Whether nothing was told up to a token that the reader's own lists have reached."""
        self._member.see("leads", token=token)
        return self.events == []

    def _read(self) -> None:
        headers = {} if self._after is None else {"Last-Event-ID": self._after}
        path = f"/v1/{self._member.jurisdiction}/stream"
        try:
            with self._member.http.stream("GET", path, headers=headers) as response:
                self._response = response
                self._take(response.iter_lines())
        except httpx.HTTPError:
            return  # shut down by the test

    def _take(self, lines: Iterator[str]) -> None:
        event: dict[str, str] = {}
        for line in lines:
            self._opened.set()
            name, _, value = line.partition(": ")
            if line == "" and "data" in event:
                with self.changed:
                    self.events.append(event)
                    self.changed.notify_all()
            event = {} if line == "" else event | {name: value}


def _listening(member: Member, after: str | None = None) -> _Listening:
    return _Listening(member, after)


def _until(listening: _Listening, stream: str, kind: str) -> list[dict[str, str]]:
    """Every event up to the first of a kind in a stream."""
    with listening.changed:
        assert listening.changed.wait_for(
            lambda: any(e["event"] == kind and stream in e["data"] for e in listening.events), 20
        )
        return list(listening.events)

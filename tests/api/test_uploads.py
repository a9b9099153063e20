"""Uploads: what is taken, what is refused, and what a token of one is good for."""

import socket
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from api.dependencies import PUTS_AT_ONCE
from eventlog.attachments.store import Store
from tests.api.installation import Installation, Member, new_command
from tests.api.test_commands import FOUND_OURSELVES
from tests.stories.files import CONTRACT, JPEG, PDF, PHOTOGRAPH, upload

NAMED = {"kind": "photograph", "name": "现场照片.jpg"}


@pytest.fixture
def lead(keeper: Member) -> str:
    told = keeper.do("leads", FOUND_OURSELVES)
    keeper.see("leads", token=told["token"])
    return str(told["stream"])


@pytest.fixture
def path(lead: str) -> str:
    return f"leads/{lead.partition('/')[2]}"


def addresses(installation: Installation) -> set[str]:
    return {each.address for each in Store(installation.settings.store).contents()}


def spooled(installation: Installation) -> list[Path]:
    return list(installation.settings.spool.iterdir())


@pytest.mark.parametrize(
    ("content", "kind", "status", "code"),
    [
        (b"<script>", "text/html", 415, "media_type_not_taken"),
        (b"<script>", "", 415, "media_type_not_taken"),
        (CONTRACT, JPEG, 415, "media_type_wrong"),
        (b"", PDF, 422, "attachment_empty"),
    ],
)
def test_only_files_that_are_what_they_say_are_taken(
    installation: Installation,
    keeper: Member,
    lead: str,
    content: bytes,
    kind: str,
    status: int,
    code: str,
) -> None:
    before = addresses(installation)
    answer = upload(keeper, lead, content, kind)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["zh"]["next"]
    assert addresses(installation) == before


def test_a_file_too_long_is_refused_before_it_is_sent(
    installation: Installation, keeper: Member, lead: str
) -> None:
    most = installation.settings.attachment_bytes_max
    answer = _begin(keeper, lead, length=most + 1, body=b"")
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"attachment_too_large" in answer


def _begin(member: Member, matter: str, *, length: int, body: bytes) -> bytes:
    """Begin an upload of a length, send only this much of it, and end; gives what was answered."""
    url = member.http.base_url
    head = (
        f"POST /v1/{member.jurisdiction}/attachments?matter={matter} HTTP/1.1\r\n"
        f"Host: {url.host}\r\nAuthorization: {member.http.headers['Authorization']}\r\n"
        f"Content-Type: {JPEG}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )
    with socket.create_connection((url.host, url.port or 80), timeout=10) as connection:
        connection.sendall(head.encode() + body)
        if body:
            return b""
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_an_upload_killed_half_way_leaves_nothing(
    installation: Installation, keeper: Member, lead: str
) -> None:
    before = addresses(installation)
    _begin(keeper, lead, length=8_000_000, body=PHOTOGRAPH * 200)
    whole = upload(keeper, lead, PHOTOGRAPH, JPEG)  # and the service goes on
    assert whole.status_code == 201
    assert len(addresses(installation) - before) == 1
    assert spooled(installation) == []


def test_more_uploads_at_once_than_go_into_the_store_at_once_all_arrive(
    keeper: Member, lead: str
) -> None:
    pictures = [PHOTOGRAPH + bytes([number]) * 3_000_000 for number in range(3 * PUTS_AT_ONCE)]
    with ThreadPoolExecutor(len(pictures)) as clients:
        told = list(clients.map(lambda each: upload(keeper, lead, each, JPEG).json(), pictures))
    assert [each["digest"] for each in told] == [sha256(each).hexdigest() for each in pictures]


def test_the_same_upload_sent_again_is_the_same(keeper: Member, lead: str, path: str) -> None:
    key = new_command()
    first = upload(keeper, lead, PHOTOGRAPH, JPEG, Idempotency_Key=key).json()
    again = upload(keeper, lead, PHOTOGRAPH, JPEG, Idempotency_Key=key).json()
    facts = ("attachment", "digest", "size", "media_type")
    assert [first[name] for name in facts] == [again[name] for name in facts]
    command = new_command()
    told = [
        keeper.do(
            f"{path}/attachments/add", {"upload": each["upload"], **NAMED}, Idempotency_Key=command
        )
        for each in (first, again)
    ]
    assert told[0] == told[1]


def test_a_token_is_for_whom_and_what_it_was_given(
    installation: Installation, keeper: Member, lead: str, path: str
) -> None:
    head = installation.members["郑组长"]
    other = keeper.do("leads", FOUND_OURSELVES)["stream"].partition("/")[2]
    told = upload(keeper, lead, PHOTOGRAPH, JPEG).json()
    body = {"upload": told["upload"], **NAMED}
    tries: list[tuple[Member, str, Mapping[str, object]]] = [
        (keeper, f"leads/{other}", body),
        (head, path, body),
        (keeper, path, {**body, "upload": told["upload"][:-2] + "AA"}),
        (keeper, path, {**body, "upload": ""}),
        (keeper, path, NAMED),
        (keeper, path, {**body, "digest": "a" * 64}),
        (keeper, path, {**body, "attachment": told["attachment"]}),
    ]
    for member, where, sent in tries:
        answer = member.post(f"{where}/attachments/add", sent)
        assert (answer.status_code, answer.json()["code"]) == (400, "bad_parameter"), sent
    assert keeper.post(f"nothing/{other}/attachments/add", body).status_code == 404
    assert keeper.post(f"{path}/attachments/add", {**body, "more": 1}).status_code == 422


def test_what_was_swept_away_cannot_be_attached(
    installation: Installation, keeper: Member, lead: str, path: str
) -> None:
    before = addresses(installation)
    told = upload(keeper, lead, PHOTOGRAPH, JPEG).json()
    (address,) = addresses(installation) - before
    Store(installation.settings.store).remove(address)
    answer = keeper.post(f"{path}/attachments/add", {"upload": told["upload"], **NAMED})
    assert (answer.status_code, answer.json()["code"]) == (503, "attachment_missing")

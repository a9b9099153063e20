"""Attachments read: as what they are served, and what is said instead where they are not right."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
import pytest

from api.attachments import disposition
from domain.ids import INSTALLATION
from eventlog.vault import FileVault
from tests.api.installation import FOUNDER, Installation, Member
from tests.api.test_commands import FOUND_OURSELVES
from tests.stories.files import JPEG, PHOTOGRAPH, attach, opened, place_of
from tests.waiting import until

LARGE = b"\xff\xd8\xff" + bytes(range(256)) * (12 * 4096)


@pytest.fixture(scope="module")
def lead(installation: Installation) -> str:
    keeper = installation.members["周管"]
    told = keeper.do("leads", FOUND_OURSELVES)
    keeper.see("leads", token=told["token"])
    return str(told["stream"])


Attached = Callable[..., str]


@pytest.fixture
def attached(keeper: Member, lead: str) -> Attached:
    """Attach a photograph, and wait until it can be read."""

    def one(content: bytes = PHOTOGRAPH, name: str = "现场照片.jpg") -> str:
        path = f"leads/{lead.partition('/')[2]}"
        attachment = attach(keeper, lead, path, content, JPEG, kind="photograph", name=name)
        keeper.see(place_of(attachment), token=keeper.token)
        return attachment

    return one


def file_in(installation: Installation, attachment: str) -> Path:
    """Where the store keeps the file that was put there last."""
    objects = Path(installation.settings.vault).parent / "attachments" / "objects"
    assert attachment
    return max(objects.glob("*/*"), key=lambda each: each.stat().st_mtime_ns)


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["code"])


def record(member: Member, attachment: str) -> dict[str, Any]:
    return member.see(place_of(attachment))


def test_a_file_is_served_as_a_download_of_exactly_its_type(
    keeper: Member, attached: Attached
) -> None:
    attachment = attached()
    answer = opened(keeper, attachment)
    assert answer.content == PHOTOGRAPH
    told = record(keeper, attachment)
    assert "stored" not in told
    headers = answer.headers
    assert headers["Content-Type"] == JPEG
    assert headers["Content-Length"] == str(len(PHOTOGRAPH))
    assert headers["ETag"] == f'"{told["digest"]}"'
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["Cache-Control"] == "private, no-store"
    name = headers["Content-Disposition"].partition("filename*=UTF-8''")[2]
    assert unquote(name) == "现场照片.jpg"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("照片.jpg", "照片.jpg"),
        ("照片.JPG", "照片.JPG"),
        ("照片.exe", "照片.exe.jpg"),
        ("../../etc/passwd", "etcpasswd.jpg"),
        ('a"b\r\nSet-Cookie: x.jpg', "abSet-Cookie x.jpg"),
        ("…", "….jpg"),
        ("...", "attachment.jpg"),
        (None, "attachment.jpg"),
    ],
)
def test_whatever_a_file_is_called_its_name_is_safe(name: str | None, shown: str) -> None:
    header = disposition(name, JPEG)
    assert header.isascii()
    assert header.isprintable()
    assert unquote(header.partition("filename*=UTF-8''")[2]) == shown


def test_each_reading_is_on_record_and_one_that_brings_nothing_is_none(
    keeper: Member, attached: Attached
) -> None:
    attachment = attached()
    first = opened(keeper, attachment)
    second = opened(keeper, attachment)
    known = opened(keeper, attachment, If_None_Match=first.headers["ETag"])
    assert (known.status_code, known.content) == (304, b"")
    position = second.headers["Guantong-Position"]
    seen = keeper.see("readings", token=position, attachment=attachment)["items"]
    assert [(row["person"], row["party"]) for row in seen] == [(keeper.person, "cs")] * 2


def test_a_reading_changes_no_version_of_the_matter(
    keeper: Member, lead: str, attached: Attached
) -> None:
    attachment = attached()
    path = f"leads/{lead.partition('/')[2]}"
    before = keeper.see(path)["version"]
    position = opened(keeper, attachment).headers["Guantong-Position"]
    assert keeper.see(path, token=position)["version"] == before


def test_a_stranger_is_told_that_it_is_not_there(stranger: Member, attached: Attached) -> None:
    attachment = attached()
    unknown = "attachment/00000000-0000-4000-8000-000000000000"
    for where in (place_of(attachment), place_of(unknown)):
        assert refused(stranger.get(where)) == (404, "not_found")
        assert refused(stranger.get(f"{where}/content")) == (404, "not_found")
    assert stranger.see("attachments")["items"] == []


def test_damage_is_served_to_nobody_and_is_on_record(
    installation: Installation, keeper: Member, attached: Attached
) -> None:
    attachment = attached()
    file = file_in(installation, attachment)
    right = file.read_bytes()
    file.write_bytes(right[:100] + bytes([right[100] ^ 1]) + right[101:])
    answer = opened(keeper, attachment)
    assert refused(answer) == (503, "attachment_altered")
    assert answer.headers["Retry-After"]
    until(lambda: record(keeper, attachment)["damage"] == "altered")
    file.unlink()
    assert refused(opened(keeper, attachment)) == (503, "attachment_missing")
    assert record(keeper, attachment)["damages"] == 1
    seen = keeper.see("attachments", damaged="true")["items"]
    assert [row["attachment"] for row in seen] == [attachment]
    operator = installation.member(FOUNDER, "commission", INSTALLATION)
    metrics = operator.http.get("/metrics").text
    assert 'guantong_attachment_incidents_total{fault="altered"} 1.0' in metrics
    file.write_bytes(right)
    assert opened(keeper, attachment).content == PHOTOGRAPH


def test_damage_far_behind_ends_the_answer_short(
    installation: Installation, keeper: Member, attached: Attached
) -> None:
    attachment = attached(LARGE)
    file = file_in(installation, attachment)
    right = file.read_bytes()
    file.write_bytes(right[:-100] + bytes(100))
    given_out = bytearray()
    where = f"/v1/{keeper.jurisdiction}/{place_of(attachment)}/content"
    with keeper.http.stream("GET", where) as answer, pytest.raises(httpx.RemoteProtocolError):
        given_out.extend(b"".join(_kept(answer, given_out)))
    assert LARGE.startswith(bytes(given_out))
    assert 0 < len(given_out) < len(LARGE)
    until(lambda: record(keeper, attachment)["damage"] == "altered")
    file.write_bytes(right)
    assert opened(keeper, attachment).content == LARGE


def _kept(answer: httpx.Response, given_out: bytearray) -> list[bytes]:
    """Keep what comes, until it breaks off."""
    for piece in answer.iter_raw():
        given_out += piece
    return []


def test_what_was_erased_is_gone_and_its_record_stays(
    installation: Installation, keeper: Member, attached: Attached
) -> None:
    attachment = attached()
    FileVault(installation.settings.vault).erase(f"test/linyi/{attachment}")
    assert refused(opened(keeper, attachment)) == (410, "attachment_erased")
    assert record(keeper, attachment)["size"] == len(PHOTOGRAPH)


def test_nothing_is_served_that_cannot_be_put_on_record(keeper: Member, attached: Attached) -> None:
    answer = opened(keeper, attached(), Prefer="wait=0")
    assert refused(answer) == (503, "reading_not_recorded")


def test_as_of_a_past_moment_it_was_not_there(keeper: Member, attached: Attached) -> None:
    before = keeper.token
    attachment = attached()
    then = keeper.get(place_of(attachment), params={"as_of": before})
    assert refused(then) == (404, "not_found")

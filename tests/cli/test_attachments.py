"""Attachments on the command line: listed, checked, swept, written out; and what a backup says of them."""

import datetime
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest

from cli.exits import Exit
from tests.cli.system import System, run
from tests.stories.files import CONTRACT, PDF, PHOTOGRAPH
from tests.waiting import until

DAYS_AGO = (datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=9)).timestamp()


@dataclass
class Desk:
    """A system with one attachment of the town's consultation, and who attached it."""

    system: System
    who: tuple[str, ...]
    matter: str
    attachment: str

    @property
    def objects(self) -> list[Path]:
        """The files of the store."""
        return sorted((self.system.data / "attachments" / "objects").glob("*/*"))

    def readings(self) -> list[tuple[str, str]]:
        """Which attachments were opened, and by whom."""
        seen = self.system.request("GET", "/v1/town/readings", person="DIRECTOR").json()["items"]
        return [(row["attachment"], row["person"]) for row in seen]

    def told(self, *arguments: str, code: Exit = Exit.DONE) -> Any:
        """What a command prints as JSON."""
        result = self.system.run("attachments", *arguments, "--json")
        assert result.exit_code == code, result.output
        return orjson.loads(result.stdout)


def send(system: System, matter: str, content: bytes, kind: str) -> dict[str, Any]:
    known = system.variables()
    answer = httpx.post(
        f"{known['GUANTONG']}/v1/town/attachments",
        params={"matter": matter},
        content=content,
        headers={"Authorization": f"Bearer {known['DIRECTOR']}", "Content-Type": kind},
        timeout=30,
        trust_env=False,
    )
    assert answer.status_code == httpx.codes.CREATED, answer.text
    told: dict[str, Any] = answer.json()
    return told


def half_file(system: System, name: str) -> Path:
    """What a process left that was killed nine days ago while it put a file into the store."""
    half = system.data / "attachments" / "objects" / "ab" / f"{name}#1"
    half.parent.mkdir(parents=True, exist_ok=True)
    half.write_bytes(b"half a file")
    os.utime(half, (DAYS_AGO, DAYS_AGO))
    return half


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    system = System(tmp_path_factory.mktemp("attachments"))
    half_file(system, "before")
    system.start()
    yield system
    system.close()


@pytest.fixture(scope="module")
def desk(system: System) -> Desk:
    """One attachment; every test leaves the store as it was."""
    got = system.request("GET", "/v1/town/consultations", person="DIRECTOR").json()["items"]
    matter = str(got[0]["stream"])
    persons = system.request("GET", "/v1/town/appointments", person="DIRECTOR").json()["items"]
    head = next(row["stream"] for row in persons if row["party"] == "cs")
    upload = send(system, matter, CONTRACT, PDF)
    body = {"upload": upload["upload"], "kind": "document", "name": "会议纪要.pdf"}
    path = f"/v1/town/consultations/{matter.partition('/')[2]}/attachments/add"
    assert system.request("POST", path, person="DIRECTOR", json=body).status_code == httpx.codes.OK
    who = ("--person", head, "--party", "cs")
    desk = Desk(system, who, matter, str(upload["attachment"]))
    until(lambda: len(desk.told("list", *who)) == 1)
    return desk


def test_what_the_store_does_not_hold_any_more_is_found_told_and_mended(desk: Desk) -> None:
    told = desk.told("check")
    assert (told["ok"], told["right"], told["noted"]) == (True, 1, 0)
    (file,) = desk.objects
    right = file.read_bytes()
    file.write_bytes(right[:-1] + bytes([right[-1] ^ 1]))
    told = desk.told("check", code=Exit.FAULTY)
    assert [each["attachment"] for each in told["altered"]] == [desk.attachment]
    assert told["noted"] == 1
    until(lambda: desk.told("list", *desk.who)[0]["damage"] == "altered")
    status = desk.system.run("status", "--json")
    assert status.exit_code == Exit.FAULTY
    assert "attachments" in orjson.loads(status.stdout)["attention"]
    assert desk.attachment in desk.system.run("status").stdout
    file.unlink()
    told = desk.told("check", code=Exit.FAULTY)
    assert (len(told["missing"]), told["noted"]) == (1, 0)
    file.write_bytes(right)
    assert desk.told("check")["noted"] == 1
    until(lambda: desk.told("list", *desk.who)[0]["damage"] is None)
    printed = desk.system.run("attachments", "list", *desk.who).stdout
    assert "会议纪要.pdf" in printed


def test_an_upload_that_was_never_attached_is_swept_after_its_time(desk: Desk) -> None:
    before = desk.objects
    send(desk.system, desk.matter, PHOTOGRAPH, "image/jpeg")
    (orphan,) = set(desk.objects) - set(before)
    told = desk.told("check", "--sweep")
    assert (told["waiting"], told["orphans"], told["swept"]) == (1, [], 0)
    os.utime(orphan, (DAYS_AGO, DAYS_AGO))
    for file in before:
        os.utime(file, (DAYS_AGO, DAYS_AGO))
    assert desk.told("check")["orphans"] == [orphan.name]
    assert desk.told("check", "--sweep")["swept"] == 1
    assert desk.objects == before


def test_what_a_killed_upload_left_goes_at_the_next_start_and_with_a_sweep(desk: Desk) -> None:
    """Only its folder stays."""
    objects = desk.system.data / "attachments" / "objects" / "ab"
    until(lambda: not (objects / "before#1").exists())
    half = half_file(desk.system, "later")
    assert desk.told("check", "--sweep")["unfinished_removed"] == 1
    assert not half.exists()


def test_files_are_written_out_with_their_digests_each_on_record(
    desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "evidence"
    told = desk.told("export", str(folder), *desk.who, "--matter", desk.matter)
    assert (told["files"], told["bytes"], told["left_out"]) == (1, len(CONTRACT), [])
    written = folder / "0001-会议纪要.pdf"
    assert written.read_bytes() == CONTRACT
    digest = hashlib.sha256(CONTRACT).hexdigest()
    assert (folder / "SHA256SUMS").read_text("utf-8") == f"{digest}  {written.name}\n"
    again = desk.system.run("attachments", "export", str(folder), *desk.who)
    assert (again.exit_code, "folder_not_empty" in again.stderr) == (Exit.REFUSED, True)
    until(lambda: desk.readings() == [(desk.attachment, desk.who[1])])
    (file,) = desk.objects
    aside = file.rename(tmp_path / "aside")
    lost = desk.told("export", str(tmp_path / "more"), *desk.who, code=Exit.FAULTY)
    assert [each["code"] for each in lost["left_out"]] == ["attachment_missing"]
    aside.rename(file)


def test_a_backup_names_the_attachments_and_which_of_them_a_store_lacks(
    desk: Desk, tmp_path: Path
) -> None:
    backup, store = str(tmp_path / "backup"), str(desk.system.data / "attachments")
    assert desk.system.run("backup", backup).exit_code == Exit.DONE
    verify = ("backup", "verify", backup, "--attachments")
    there = run(*verify, store, "--json")
    assert there.exit_code == Exit.DONE, there.output
    told = orjson.loads(there.stdout)
    assert (told["attachments"], told["attachment_bytes"]) == (1, len(CONTRACT))
    assert told["attachments_missing"] == []
    lacking = run(*verify, str(tmp_path / "empty"))
    assert lacking.exit_code == Exit.FAULTY
    assert desk.attachment in lacking.stdout
    assert orjson.loads(run("backup", "verify", backup, "--json").stdout)["ok"] is True


def test_an_address_that_is_no_store_is_refused_before_anything_starts(tmp_path: Path) -> None:
    told = run("up", "--data", str(tmp_path), "--attachments", "ftp://host/x")
    assert (told.exit_code, "store_unknown" in told.stderr) == (Exit.REFUSED, True)

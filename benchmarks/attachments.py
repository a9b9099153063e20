"""A large file in and out through the API, against a plain copy of it; and the memory its process takes."""

import contextlib
import hashlib
import os
import random
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import httpx

from benchmarks.installation import LINYI, Running
from benchmarks.rows import RUNS, Row, Series, at_most
from benchmarks.site import Site

GROUP: Final = "attachments"
MIB: Final = 1024 * 1024
FILE_MIB: Final = 100
MEMORY_MB_MAX: Final = 300
GROWTH_MB_MAX: Final = 32
"""Of further files, once the first has made the room that its chunks need."""
TOGETHER: Final = 8
"""Clients at once."""
SAMPLE_SECONDS: Final = 0.05
UPLOADED: Final = "uploaded"
READ: Final = "read, on record"
COPIED: Final = "plain copy with SHA-256"


def run(site: Site, installation: Running) -> None:
    """Rows: MB/s in and out, each by a plain copy in turn; what the API's process held meanwhile."""
    series = Series()
    with (
        site.task(f"a file of {FILE_MIB} MiB, in and out", RUNS) as task,
        httpx.Client(
            base_url=f"{installation.url}/v1/{LINYI}",
            headers={"Authorization": f"Bearer {installation.token()}"},
            timeout=300,
        ) as client,
        _sampled(installation) as held,
    ):
        file = _picture(installation.folder / "picture.jpg")
        first = 0.0
        for _ in range(RUNS):
            seconds, attachment = _upload(client, file)
            series.add(UPLOADED, _rate(seconds))
            series.add(READ, _rate(_read(client, attachment)))
            series.add(COPIED, _rate(_copy(file)))
            site.progress.advance(task)
            first = first or max(held)
        alone = max(held)
        with ThreadPoolExecutor(TOGETHER) as clients:
            for _ in clients.map(
                lambda _: _read(client, _upload(client, file)[1]), range(TOGETHER)
            ):
                pass
    for name in (UPLOADED, READ):
        site.report.add(
            Row(
                group=GROUP,
                name=f"{FILE_MIB} MiB {name}",
                unit="MB/s",
                figures=series[name],
                peer=COPIED,
                peer_figures=series[COPIED],
            )
        )
    for name, figure, most in (
        (f"{RUNS} × {FILE_MIB} MiB, one after another: memory at most", alone, MEMORY_MB_MAX),
        ("the same: more than while the first was in and out", alone - first, GROWTH_MB_MAX),
        (f"{TOGETHER} × {FILE_MIB} MiB at once: memory at most", max(held), MEMORY_MB_MAX),
    ):
        site.report.add(
            Row(
                group=GROUP,
                name=name,
                unit="MB",
                figures=[figure],
                target=at_most(most, of="figure"),
            )
        )


def _rate(seconds: float) -> float:
    return FILE_MIB * MIB / 1e6 / seconds


def _picture(path: Path) -> Path:
    """A photograph of so many MiB; nothing of it can be compressed."""
    chance = random.Random(7)
    with path.open("wb") as file:
        file.write(b"\xff\xd8\xff" + chance.randbytes(MIB - 3))
        for _ in range(FILE_MIB - 1):
            file.write(chance.randbytes(MIB))
    return path


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(MIB):
            yield piece


def _upload(client: httpx.Client, file: Path) -> tuple[float, str]:
    matter = client.get("/leads", params={"limit": 1}).raise_for_status().json()["items"][0]
    began = time.perf_counter()
    told = client.post(
        "/attachments",
        params={"matter": matter["stream"]},
        content=_pieces(file),
        headers={"Content-Type": "image/jpeg"},
    ).raise_for_status()
    seconds = time.perf_counter() - began
    body = {"upload": told.json()["upload"], "kind": "photograph", "name": "现场.jpg"}
    path = f"/leads/{matter['stream'].partition('/')[2]}/attachments/add"
    added = client.post(path, json=body).raise_for_status()
    identifier = told.json()["attachment"].partition("/")[2]
    position = {"Guantong-Position": added.json()["token"]}
    client.get(f"/attachments/{identifier}", headers=position).raise_for_status()
    return seconds, identifier


def _read(client: httpx.Client, identifier: str) -> float:
    began = time.perf_counter()
    size = 0
    with client.stream("GET", f"/attachments/{identifier}/content") as answer:
        answer.raise_for_status()
        for piece in answer.iter_bytes():
            size += len(piece)
    if size != FILE_MIB * MIB:
        raise RuntimeError(f"{size} bytes came back")
    return time.perf_counter() - began


def _copy(file: Path) -> float:
    """The same bytes from one file into another on the same disk, hashed on the way, and kept there."""
    copy = file.with_suffix(".copy")
    began = time.perf_counter()
    whole = hashlib.sha256()
    with copy.open("wb") as written:
        for piece in _pieces(file):
            whole.update(piece)
            written.write(piece)
        written.flush()
        os.fsync(written.fileno())
    seconds = time.perf_counter() - began
    copy.unlink()
    return seconds


@contextlib.contextmanager
def _sampled(installation: Running) -> Iterator[list[float]]:
    """What the API's process holds, sampled from now until the end, in MB."""
    ended, held = threading.Event(), [installation.memory_mb()["api"]]

    def sample() -> None:
        while not ended.wait(SAMPLE_SECONDS):
            held.append(installation.memory_mb()["api"])

    thread = threading.Thread(target=sample)
    thread.start()
    try:
        yield held
    finally:
        ended.set()
        thread.join()

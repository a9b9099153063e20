"""A large file in and out through the API: how fast, and how much memory its process takes for it."""

import contextlib
import random
import threading
import time
from collections.abc import Iterator
from typing import Final

import httpx

from benchmarks.installation import LINYI, Running
from benchmarks.rows import Row, at_most
from benchmarks.site import Site

GROUP: Final = "attachments"
MIB: Final = 1024 * 1024
FILE_MIB: Final = 100
GROWTH_MB_MAX: Final = 64
"""A few chunks each way, and what Python keeps of them."""
SAMPLE_SECONDS: Final = 0.05


def run(site: Site, installation: Running) -> None:
    """Three rows: MB/s in, MB/s out, and the most that the process grew meanwhile."""
    with (
        site.task(f"a file of {FILE_MIB} MiB, in and out"),
        httpx.Client(
            base_url=f"{installation.url}/v1/{LINYI}",
            headers={"Authorization": f"Bearer {installation.token()}"},
            timeout=300,
        ) as client,
        _growth(installation) as grown,
    ):
        seconds_in, attachment = _upload(client)
        seconds_out = _read(client, attachment)
    for name, seconds in (("uploaded", seconds_in), ("read, on record", seconds_out)):
        figures = [FILE_MIB * MIB / 1e6 / seconds]
        site.report.add(
            Row(group=GROUP, name=f"{FILE_MIB} MiB {name}", unit="MB/s", figures=figures)
        )
    site.report.add(
        Row(
            group=GROUP,
            name=f"the API's memory meanwhile, of {FILE_MIB} MiB",
            unit="MB more",
            figures=[max(grown, default=0.0)],
            target=at_most(GROWTH_MB_MAX, of="figure"),
        )
    )


def _upload(client: httpx.Client) -> tuple[float, str]:
    matter = client.get("/leads", params={"limit": 1}).raise_for_status().json()["items"][0]
    began = time.perf_counter()
    told = client.post(
        "/attachments",
        params={"matter": matter["stream"]},
        content=_pieces(),
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


def _pieces() -> Iterator[bytes]:
    """A photograph of so many MiB; nothing of it can be compressed."""
    chance = random.Random(7)
    yield b"\xff\xd8\xff" + chance.randbytes(MIB - 3)
    for _ in range(FILE_MIB - 1):
        yield chance.randbytes(MIB)


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


@contextlib.contextmanager
def _growth(installation: Running) -> Iterator[list[float]]:
    """What the API's process holds more than at the beginning, sampled until the end, in MB."""
    ended, grown = threading.Event(), []
    before = installation.memory_mb()["api"]

    def sample() -> None:
        while not ended.wait(SAMPLE_SECONDS):
            grown.append(installation.memory_mb()["api"] - before)

    thread = threading.Thread(target=sample)
    thread.start()
    try:
        yield grown
    finally:
        ended.set()
        thread.join()

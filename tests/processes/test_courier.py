"""The courier on real logs: each letter arrives once, with its file, whoever is killed half-way.

Nothing of it is in the clear.
"""

import contextlib
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import psutil
import pytest
from kafka import KafkaConsumer, TopicPartition

from domain.ids import (
    SYSTEM_PARTY,
    SYSTEM_PERSON,
    jurisdiction_stream,
)
from eventlog import topics
from eventlog.client import CommandClient
from eventlog.index import Index
from eventlog.records import EventRecord, link
from eventlog.sealing import unseal
from eventlog.settings import Settings
from eventlog.topics import Topics
from eventlog.vault import FileVault
from processes.courier import Courier
from processes.scheme_files import read_scheme_files
from projections import runner
from projections.rebuild import rebuild
from tests.domain.small import SCHEMES
from tests.faults import writer
from tests.faults.writer import Failpoint
from tests.processes.city import WAIT_SECONDS, in_thread, running, settings_of
from tests.processes.levels import BESIDE, DOWN, LINYI, UP, YINAN, Level, Way
from tests.waiting import until

ROOT: Final = Path(__file__).parents[2]
LETTERS: Final = 8
CLOSED: Final = 2
ORDERS: Final = 2
LIMIT_SECONDS: Final = 300.0
"""Processes are started one after the other: seconds each on a busy machine."""
LIVES: Final = (4, 14)
"""After how many commands a courier is killed, one after the other; the last one lives."""


@dataclass
class Site:
    """Two jurisdictions on two partitions, two writers and a courier as real processes, and a projector."""

    folder: Path
    settings: Settings
    writers: list[psutil.Popen] = field(default_factory=list)
    couriers: list[psutil.Popen] = field(default_factory=list)
    killed: list[str] = field(default_factory=list)

    def write(self, failpoint: Failpoint | None = None) -> None:
        self.writers.append(self._start("writer", writer.arguments(self.settings, failpoint)))

    def carry(self, life: int) -> None:
        (_, _, settings, *_) = writer.arguments(self.settings)
        arguments = ["-m", "tests.processes.courier", settings, str(life)]
        self.couriers.append(self._start("courier", arguments))

    def tend(self) -> None:
        """Start again what was killed, as a supervisor does."""
        for name, processes in (("writer", self.writers), ("courier", self.couriers)):
            for process in [each for each in processes if each.poll() is not None]:
                assert process.returncode == -signal.SIGKILL, self._log(name).read_text()
                processes.remove(process)
                self.killed.append(name)
                if name == "writer":
                    self.write()
                else:
                    lives = dict(enumerate(LIVES))
                    self.carry(lives.get(self.killed.count("courier"), 0))

    def until(self, condition: Any) -> None:
        def met() -> bool:
            self.tend()
            return bool(condition())

        until(met, limit_seconds=LIMIT_SECONDS)

    def end(self) -> None:
        for process in (*self.writers, *self.couriers):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
                process.wait(WAIT_SECONDS)

    def _log(self, name: str) -> Path:
        return self.folder / f"{name}.log"

    def _start(self, name: str, arguments: list[str]) -> psutil.Popen:
        with self._log(name).open("ab") as log:
            return psutil.Popen(
                [sys.executable, *arguments], cwd=ROOT, stdout=log, stderr=subprocess.STDOUT
            )


@pytest.fixture
def site(tmp_path: Path, kafka: str, database: str, suffix: str) -> Iterator[Site]:
    settings = settings_of(tmp_path, kafka, database, f"between-{suffix}")
    topics.create(kafka, Topics(settings.prefix), partitions=2)
    found = Site(tmp_path, settings)
    with contextlib.ExitStack() as stack:
        stack.callback(found.end)
        found.write()
        stack.enter_context(in_thread(lambda stop: runner.run(settings, stop)))
        yield found


def arrivals(level: Level, *news: str, family: str = "lead") -> int:
    told = level.told("news_arrived", family=family)
    return sum(each.data["news"] in news for each in told)


COMMON: Final = {
    "title": "配餐监督",
    "text": "对学校配餐招标开展监督检查",
    "basis": "联席会议",
    "due": "2026-03-20",
}
DATA: Final = {"kind": "data", "fields": ["schools"]}
ANSWERS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "task_order": ("give_feedback", {"result": "done", "text": "已办"}),
    "department_request": ("answer", {"items": [{"field": "schools", "text": "六所"}]}),
}


def asked(way: Way) -> dict[str, Any]:
    """What is asked along with the leads: an order goes down, data are asked upward and of another city."""
    if way.asks == "task_order":
        return COMMON | {"supervision": "stationed", "parties": [way.party]}
    return COMMON | DATA | {"to": way.party}


@pytest.mark.parametrize("way", [DOWN, UP, BESIDE], ids=["down", "up", "beside"])
def test_writers_and_courier_are_killed_half_way_and_each_letter_arrives_once(
    site: Site, way: Way
) -> None:
    """Leads and what is asked: gapless numbers there, each step here once and in order; feedback is back."""
    with CommandClient(site.settings) as client:
        client.wait_ready(WAIT_SECONDS)
        sender = Level.open(site.settings, client, way.sender, 0)
        receiver = Level.open(site.settings, client, way.receiver, 1)
        sent = [sender.refer(number, way, content(number)) for number in range(LETTERS)]
        orders = [sender.ask(f"{way.asks}.issue", asked(way)) for _ in range(ORDERS)]
        for process in site.writers:
            process.terminate()
            assert process.wait(WAIT_SECONDS) == 0
        site.writers.clear()
        for step in (
            "send",
            "commit",
        ):  # each owns a partition: both are killed within a transaction
            site.write(Failpoint(step, "after" if step == "send" else "before", 2, signal.SIGKILL))
        site.carry(LIVES[0])
        site.until(lambda: arrivals(sender, "delivered") == LETTERS)
        site.until(lambda: arrivals(sender, "delivered", family=way.asks) == ORDERS)
        for number, order in enumerate(orders):
            files = enclosed(sender.attach(order, content(LETTERS + number)), "检查要点.txt")
            sender.ask(f"{way.asks}.send_files", {"party": way.party, **files}, order)
            site.tend()
        for number, came in enumerate(receiver.told("issued", family=way.asks)):
            files = enclosed(receiver.attach(came.subject, content(number)), "问题清单.txt")
            action, answer = ANSWERS[way.asks]
            receiver.ask(f"{way.asks}.{action}", answer | files, came.subject)
            site.tend()
        there = [each.subject for each in receiver.told("received")]
        for lead in there:
            for action in ("acknowledge_transfer", "accept"):
                receiver.do(action, {"transfer": 1}, lead)
                site.tend()
            receiver.do("register", {}, lead)
        for lead in there[:CLOSED]:
            receiver.do("annul", {"reason": "重复", "approved_by": receiver.head}, lead)
            back = {"transfer": 1, "result": "not_handled", "text": "已另案办理"}
            receiver.do("feed_back", back, lead)
        site.until(lambda: arrivals(sender, "fed_back") == CLOSED)
        site.until(lambda: arrivals(sender, "registered") == LETTERS)
        site.until(lambda: arrivals(sender, "answered", family=way.asks) == ORDERS)
        site.until(lambda: arrivals(receiver, "files_sent", family=way.asks) == ORDERS)
    assert site.killed.count("writer") >= 2
    assert site.killed.count("courier") == len(LIVES)
    _each_once(sender, receiver, sent)
    _files_once(sender, receiver, LETTERS + ORDERS)
    _files_once(receiver, sender, ORDERS)
    _asked_once(sender, receiver, orders, way.asks)


def _asked_once(sender: Level, receiver: Level, sent: list[str], family: str) -> None:
    came = [each.data["origin"] for each in receiver.told("arrived", family=family)]
    assert sorted(each["stream"] for each in came) == sorted(sent)
    issued = receiver.told("issued", family=family)
    assert [each.data["number"]["serial"] for each in issued] == list(range(1, ORDERS + 1))
    for order in sent:
        told = sender.told("news_arrived", family=family)
        news = [each.data["news"] for each in told if each.subject == order]
        assert news == ["delivered", "acknowledged", "answered"]
    given = sender.told("feedback_given", "answered", family=family)
    assert len(given) == ORDERS


def content(number: int) -> bytes:
    """The file that goes with a letter."""
    return f"材料第{number}件".encode() * 1_000


def enclosed(attachment: str, name: str) -> dict[str, Any]:
    """What is released with an answer, or after an order."""
    return {"attachments": [{"attachment": attachment, "name": name}]}


def _files_once(here: Level, there: Level, count: int) -> None:
    """Each file is attached once at the other end, the same by its digest, and opens with its key."""
    sent, came = _files(here, carried=False), _files(there, carried=True)
    digests = sorted(each.data["digest"] for each in sent)
    assert sorted(each.data["digest"] for each in came) == digests
    assert len(set(digests)) == len(digests) == count
    carried = there.told("carried", family="attachment")
    assert {each.data["there"] for each in carried} == {each.data["attachment"] for each in sent}
    assert {there.read(each) for each in came} == {content(number) for number in range(count)}


def _files(level: Level, *, carried: bool) -> list[EventRecord]:
    """What was attached that came from the other end, or that did not."""
    told = level.told("carried", family="attachment")
    came = {each.data["attachment"] for each in told}
    every = level.told("added", family="attachment")
    return [each for each in every if (each.data["attachment"] in came) is carried]


def _each_once(sender: Level, receiver: Level, sent: list[str]) -> None:
    came = [each.data["origin"] for each in receiver.told("referral_arrived")]
    assert sorted(each["stream"] for each in came) == sorted(sent)
    numbers = [each.data["number"]["serial"] for each in receiver.told("registered")]
    assert numbers == list(range(1, LETTERS + 1))
    for lead in sent:
        news = [each.data for each in sender.told("news_arrived") if each.subject == lead]
        assert [each["origin"]["dispatch"] for each in news] == list(range(1, len(news) + 1))
        assert [each["news"] for each in news][:5] == [
            "delivered",
            "acknowledged",
            "accepted",
            "received",
            "registered",
        ]


@pytest.fixture
def levels(tmp_path: Path, kafka: str, database: str, suffix: str) -> Iterator[tuple[Level, Level]]:
    """City and county with writer and projector as threads, on one partition."""
    with running(settings_of(tmp_path, kafka, database, f"levels-{suffix}")) as city:
        linyi = Level.open(city.settings, city.client, LINYI, 0)
        yield linyi, Level.open(city.settings, city.client, YINAN, 0)


@contextlib.contextmanager
def courier(level: Level) -> Iterator[Courier]:
    city = level.city
    with Courier(client=city.client, intake=city.intake, settings=city.settings) as one:
        yield one


def shown(level: Level) -> bool:
    """Whether the read models have everything that is indexed, of all jurisdictions."""
    (row,) = level.city.ask(
        "select bool_and(coalesce(live.position, 0) = log.position) as same"
        " from eventlog.heads as log left join projections.heads as live"
        " on live.jurisdiction = log.jurisdiction and live.reader = 'live'"
    )
    return bool(row["same"])


def carry(level: Level, *couriers: Courier) -> None:
    until(lambda: shown(level) and not any(one.step() for one in couriers))


def test_text_is_sealed_anew_and_never_stands_in_the_clear(levels: tuple[Level, Level]) -> None:
    """The receiver's record names the hash of the sender's: both commitments open to one text."""
    linyi, yinan = levels
    linyi.refer(1)
    with courier(linyi) as one:
        carry(linyi, one)
    vault = FileVault(linyi.city.settings.vault)
    with Index(linyi.city.settings.postgres) as index:
        (referred,) = linyi.told("referred")
        (received,) = yinan.told("received")
        there = index.event(LINYI, referred.position), index.event(YINAN, received.position)
    released, taken = (dict(unseal(record, vault)) for record in there if record is not None)
    assert "提供给对方的张某1情况" in set(released.values()) & set(taken.values())
    assert set(released).isdisjoint(taken)
    assert "本级掌握的张某1情况" not in taken.values()
    (arrived,) = yinan.told("referral_arrived")
    assert arrived.data["origin"]["proof"] == link(referred.value)
    settings = linyi.city.settings
    names = Topics(settings.prefix)
    for topic in (names.commands, names.events, names.outcomes):
        assert not any("张某1".encode() in value for value in _values(settings.kafka, topic)), topic


def _values(kafka: str, topic: str) -> Iterator[bytes]:
    partition = TopicPartition(topic, 0)
    consumer = KafkaConsumer(bootstrap_servers=kafka, enable_auto_commit=False)
    try:
        consumer.assign([partition])
        consumer.seek(partition, 0)
        end = consumer.end_offsets([partition])[partition]
        while consumer.position(partition) < end:
            for records in consumer.poll(500).values():
                yield from (record.value for record in records)
    finally:
        consumer.close()


def test_two_couriers_one_that_forgot_and_a_rebuild_send_nothing_twice(
    levels: tuple[Level, Level],
) -> None:
    linyi, yinan = levels
    for number in range(3):
        linyi.refer(number)
    with courier(linyi) as one, courier(linyi) as other:
        carry(linyi, one, other)
    assert len(yinan.told("received")) == 3
    before = len(linyi.told("news_arrived")), len(yinan.told("news_sent"))
    rebuild(linyi.city.settings)
    with courier(linyi) as new:
        carry(linyi, new)
        assert new.step() == 0
    assert (len(linyi.told("news_arrived")), len(yinan.told("news_sent"))) == before == (3, 3)


def test_what_was_erased_before_it_was_carried_is_told_to_its_sender(
    levels: tuple[Level, Level],
) -> None:
    linyi, yinan = levels
    linyi.refer(1)
    (referred,) = linyi.told("referred")
    person = referred.data["subjects"][0]["person"]
    FileVault(linyi.city.settings.vault).erase(f"{referred.source}/{person}")
    with courier(linyi) as one:
        carry(linyi, one)
    assert [each.data["obstacle"] for each in linyi.told("delivery_failed")] == ["erased"]
    assert yinan.told("received") == []


def test_a_county_refers_upward_and_a_scheme_that_takes_in_nothing_is_told(
    levels: tuple[Level, Level],
) -> None:
    linyi, yinan = levels
    yinan.refer(1, UP)
    with courier(linyi) as one:
        carry(linyi, one)
        (taken,) = linyi.told("received")
        assert (taken.data["source"], taken.data["holder"]) == ("subordinate_submitted", "cs")
        text = read_scheme_files(SCHEMES / "linyi.toml").text
        closed = text.replace('accepts = ["lead", ', "accepts = [")
        linyi.city.adopt(closed)
        yinan.refer(2, UP)
        carry(linyi, one)
    assert [each.data["obstacle"] for each in yinan.told("delivery_failed")] == ["not_accepted"]
    assert len(linyi.told("received")) == 1


def test_a_log_that_was_closed_is_neither_carried_from_nor_to(levels: tuple[Level, Level]) -> None:
    """It goes on in another installation, which alone may send what it says."""
    linyi, yinan = levels
    linyi.refer(1)
    closing = {"to": "province"}
    own = jurisdiction_stream(LINYI)
    linyi.city.must(
        linyi.city.send(
            "jurisdiction.close", closing, target=own, by=SYSTEM_PERSON, party=SYSTEM_PARTY
        )
    )
    yinan.refer(2, UP)
    until(lambda: shown(linyi))
    with courier(linyi) as one:
        carry(linyi, one)
    assert [each.data["obstacle"] for each in yinan.told("delivery_failed")] == ["moved"]
    assert yinan.told("referral_arrived") == []
    assert linyi.told("delivery_failed") == []

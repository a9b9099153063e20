"""Taking a ledger in: sound rows enter once, faulty ones stay out and are explained."""

import itertools
import shutil
import tempfile
import threading
import tracemalloc
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from domain.ids import PartyId
from processes.ledgers.importing import Imported, Importer, import_ledger, try_ledger
from processes.ledgers.rows import read_rows
from processes.scheme_files import read_scheme_files
from tests.processes.city import CODE, City, running, settings_of
from tests.processes.ledgers.sheets import FAULTY, ROOT, ledger, sound, workbook

LINYI: Final = read_scheme_files(ROOT / "schemes" / "linyi.toml").text
ROWS, FAULTS = 10_000, 500
BYTES_A_ROW_MAX = 512
"""What reading may keep of a row that it has read: its key, by which a repeated one is found."""
EXPLAINED: Final = {
    "no key": ("原编号", "A key column is empty."),
    "key of another row": ("原编号", "It repeats row"),
    "word that means nothing": ("来源", "«口头» is none of"),
    "no date": ("受理日期", "«去年三月» is not a date"),
    "formula that failed": ("主要问题", "The cell holds the error «#REF!»."),
    "nobody is reported": ("被反映人", "is required."),
    "nothing is reported": ("主要问题", "is required."),
    "no number": ("页数", "«十页» is not a whole number."),
    "no pages": ("页数", "must be at least 1."),
    "character of no text": (None, "a character unknown to this system's Unicode version"),
    "day to come": ("受理日期", "it lies after now"),
    "late, and no reason": (None, "further back than late entry allows"),
}
"""The column that each kind of fault is found in, and what is said of it."""
MEMORY: Final = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
MEMORY_BYTES_MIN: Final = 256 * 2**20


@pytest.fixture
def importer(city: City) -> Importer:
    """The keeper of leads of Linyi, on a Monday in March."""
    return appointed(city)


def appointed(city: City) -> Importer:
    city.open(starts="2026-03-02", scheme=LINYI)
    keeper = city.appoint("保管员", "cs", "keeper")
    return Importer(jurisdiction=CODE, person=keeper, party=PartyId("cs"))


def take(
    run: Any, city: City, file: Path, importer: Importer, *, then: tuple[str, ...] | None = None
) -> Imported:
    read = ledger() if then is None else replace(ledger(), then=then)
    imported: Imported = run(
        city.settings, file, read, importer, report=lambda _: None, stop=threading.Event()
    )
    return imported


def test_a_ledger_is_tried_taken_in_and_taken_in_again(
    city: City, importer: Importer, tmp_path: Path
) -> None:
    rows = [
        sound(1),
        sound(2),
        *({**sound(10 + n), **each} for n, each in enumerate(FAULTY.values())),
    ]
    file = workbook(tmp_path / "ledger.xlsx", rows)
    tried = take(try_ledger, city, file, importer)
    assert (tried.taken, tried.known, len(tried.faulty)) == (2, 0, len(FAULTY))
    taken = take(import_ledger, city, file, importer)
    assert (taken.taken, taken.known) == (2, 0)
    assert taken.faults == tried.faults
    explained(taken, FAULTY)
    again = take(import_ledger, city, file, importer)
    assert (again.taken, again.known, again.faults) == (0, 2, tried.faults)
    assert numbers(city) == ["〔2026〕1号", "〔2026〕2号"]


def explained(imported: Imported, kinds: Iterable[str]) -> None:
    """Each faulty row is told by the column and the sentence of its kind, in both languages."""
    for fault, kind in zip(imported.faults, kinds, strict=True):
        column, sentence = EXPLAINED[kind]
        assert fault.column == column, fault
        assert sentence in fault.en, fault
        assert fault.zh, fault


def test_a_row_that_was_changed_is_not_taken_in_twice(
    city: City, importer: Importer, tmp_path: Path
) -> None:
    take(import_ledger, city, workbook(tmp_path / "a.xlsx", [sound(1)]), importer)
    changed = {**sound(1), "主要问题": "反映另一问题。"}
    again = take(import_ledger, city, workbook(tmp_path / "b.xlsx", [changed]), importer)
    assert (again.taken, again.known, [fault.row for fault in again.faults]) == (0, 0, [3])
    assert numbers(city) == ["〔2026〕1号"]


def numbers(city: City) -> list[str]:
    """The numbers in the register, in order."""
    with city.clock() as clock:
        clock.settle(CODE, position=city.client.position(CODE))
    rows = city.ask("select number from read.leads where until_position is null order by 1")
    return [row["number"] for row in rows]


def many(rows: int) -> Iterator[Mapping[str, Any]]:
    """Rows, every twentieth of them faulty, of all kinds in turn."""
    kinds = itertools.cycle(FAULTY.values())
    for number in range(1, rows + 1):
        row = sound(number)
        yield {**row, **next(kinds)} if number % (ROWS // FAULTS) == 0 else row


def peak(file: Path) -> int:
    """The most memory that reading a ledger takes, in bytes."""
    tracemalloc.start()
    for _ in read_rows(file, ledger()):
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is room: what the disk does to ten thousand keys is not asked here."""
    has_room = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > MEMORY_BYTES_MIN
    with tempfile.TemporaryDirectory(dir=MEMORY if has_room else tmp_path) as folder:
        yield Path(folder)


def test_ten_thousand_rows_of_which_five_hundred_are_faulty(
    kafka: str, database: str, suffix: str, tmp_path: Path, in_memory: Path
) -> None:
    file = workbook(tmp_path / "ledger.xlsx", many(ROWS))
    tenth = workbook(tmp_path / "tenth.xlsx", many(ROWS // 10))
    assert peak(file) - peak(tenth) < BYTES_A_ROW_MAX * ROWS
    settings = settings_of(in_memory, kafka, database, f"test-{suffix}")
    with running(settings, projecting=False) as city:
        imported = take(import_ledger, city, file, appointed(city), then=())
    assert (imported.taken, imported.known) == (ROWS - FAULTS, 0)
    assert len(imported.faulty) == FAULTS
    explained(imported, itertools.islice(itertools.cycle(FAULTY), FAULTS))

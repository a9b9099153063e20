"""Files that lie beside a scenario: named by their digest, attached as they are, once."""

import hashlib
from pathlib import Path
from typing import Final

import pytest

from eventlog.attachments.chunks import File, unseal
from eventlog.attachments.store import Store
from eventlog.sealing import keyid_of
from eventlog.vault import FileVault
from processes.errors import ScenarioInvalid
from processes.loading import Progress
from processes.scenario import read
from tests.processes.city import City
from tests.processes.test_loading import copied, counted, loaded
from tests.stories.files import CONTRACT, PHOTOGRAPH

HELD: Final = "    present: party=sg-education persons=sg-education/head\n    minutes: 会议纪要\n"
ATTACHED: Final = """\
2026-01-20T15:30 cs/head  attachment.add  C1  attachment=PAPER kind=paper_scan name=纪要.pdf original=一份
    digest: file:files/paper.pdf
2026-01-20T15:40 cs/head  attachment.hand_over  C1  attachment=PAPER to=sg-education purpose=核对
2026-01-20T15:50 sg-education/head  attachment.receive  C1  attachment=PAPER
"""


def beside(tmp_path: Path, line: str = ATTACHED) -> Path:
    """The small scenario with a line that attaches a file beside it."""
    path = copied(tmp_path, HELD, HELD + line)
    (path.parent / "files").mkdir(exist_ok=True)
    (path.parent / "files" / "paper.pdf").write_bytes(CONTRACT)
    return path


def faults(path: Path) -> list[tuple[int | None, str]]:
    with pytest.raises(ScenarioInvalid) as raised:
        read(path)
    return [(fault.line, fault.en) for fault in raised.value.faults]


def test_a_line_says_what_the_service_would_say_of_the_file(tmp_path: Path) -> None:
    lines = {line.type: line for line in read(beside(tmp_path)).lines}
    add, hand_over = (lines[f"guantong.attachment.{name}"] for name in ("add", "hand_over"))
    assert add.data["digest"] == hashlib.sha256(CONTRACT).hexdigest()
    assert (add.data["size"], add.data["media_type"]) == (len(CONTRACT), "application/pdf")
    assert add.data["attachment"] == hand_over.data["attachment"]
    assert ([file.path.name for file in add.files], hand_over.files) == (["paper.pdf"], ())


def test_a_digest_anywhere_may_be_that_of_a_file(tmp_path: Path) -> None:
    path = beside(tmp_path)
    text = path.read_text("utf-8")
    path.write_text(text.replace("report=已检查", "report=file:files/paper.pdf"), "utf-8")
    lines = {line.type: line for line in read(path).lines}
    report = lines["guantong.consultation.report_action_item"]
    assert report.data["report"] == hashlib.sha256(CONTRACT).hexdigest()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("files/paper.pdf", "files/none.pdf", "There is no file «files/none.pdf»."),
        ("files/paper.pdf", "files/page.html", "There is no kind of file «.html»."),
        ("files/paper.pdf", "files/paper.png", "type «image/png»"),
        ("file:files/paper.pdf", "sha256:纪要", "An attachment names one file."),
        ("    digest: file:files/paper.pdf\n", "", "An attachment names one file."),
    ],
)
def test_a_file_that_cannot_be_attached_is_a_fault_before_anything_is_sent(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    path = beside(tmp_path, ATTACHED.replace(old, new))
    (path.parent / "files" / "page.html").write_text("<script>", "utf-8")
    (path.parent / "files" / "paper.png").write_bytes(CONTRACT)
    ((line, en), *_) = faults(path)
    text = path.read_text("utf-8").splitlines()
    assert "attachment.add" in text[(line or 0) - 1] or new in text[(line or 0) - 1]
    assert says in en


def kept(city: City) -> dict[str, bytes]:
    """Every file of the log, unsealed from the store."""
    vault, store = FileVault(city.settings.vault), Store(city.settings.store)
    found = {}
    for row in city.ask("select * from read.attachments where until_position is null"):
        file = File(
            source=f"{city.settings.installation}/small",
            attachment=row["attachment"],
            digest=row["digest"],
            size=row["size"],
        )
        key = vault.key(keyid_of(source=file.source, subject=file.attachment)) or b""
        found[row["digest"]] = b"".join(unseal(file, store.read(row["stored"]), key))
    return found


def test_a_file_is_attached_once_however_often_the_scenario_is_loaded(
    city: City, tmp_path: Path
) -> None:
    path = beside(tmp_path)
    assert loaded(city, path).problems == []
    heads = city.ask("select jurisdiction, position from eventlog.heads order by 1")
    addresses = [each.address for each in Store(city.settings.store).contents()]
    assert len(addresses) == 1
    assert kept(city) == {hashlib.sha256(CONTRACT).hexdigest(): CONTRACT}
    again = loaded(city, path)
    assert (again.accepted, again.problems) == (0, [])
    assert city.ask("select jurisdiction, position from eventlog.heads order by 1") == heads
    assert [each.address for each in Store(city.settings.store).contents()] == addresses
    names = ("attachment.added", "attachment.handed_over", "attachment.received")
    assert [counted(city)[name] for name in names] == [1, 1, 1]


def test_a_file_that_was_changed_since_is_told_at_its_line(city: City, tmp_path: Path) -> None:
    path = beside(tmp_path)
    assert loaded(city, path).problems == []
    (path.parent / "files" / "paper.pdf").write_bytes(CONTRACT + b"\n")
    ((line, problem),) = loaded(city, path).problems
    assert "attachment.add" in path.read_text("utf-8").splitlines()[int(line.split(":")[1]) - 1]
    assert (problem["code"], "paper.pdf" in problem["detail_en"]) == ("file_changed", True)
    assert kept(city) == {hashlib.sha256(CONTRACT).hexdigest(): CONTRACT}


@pytest.mark.parametrize("goes", [True, False])
def test_a_file_that_goes_or_changes_while_the_scenario_is_loaded_is_told_at_its_line(
    city: City, tmp_path: Path, goes: bool
) -> None:
    path = beside(tmp_path)
    file = path.parent / "files" / "paper.pdf"

    def change(told: Progress) -> None:
        if told.done == 1 and goes:
            file.unlink()
        elif told.done == 1:
            file.write_bytes(CONTRACT + PHOTOGRAPH)

    ((_, problem),) = loaded(city, path, change).problems
    assert problem["code"] == "file_changed"
    assert counted(city)["attachment.added"] == 0
    file.write_bytes(CONTRACT)
    assert loaded(city, path).problems == []
    assert kept(city) == {hashlib.sha256(CONTRACT).hexdigest(): CONTRACT}

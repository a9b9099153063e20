"""Which files are taken, by what they say they are and by what they hold."""

import zipfile
from io import BytesIO

import pytest

from eventlog.attachments.errors import MediaTypeNotTaken, MediaTypeWrong
from eventlog.attachments.media_types import MEDIA_TYPES, Looking, media_type

OFFICE = "application/vnd.openxmlformats-officedocument."


def archive(*names: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(name, "x" * 400_000)
    return file.getvalue()


RIGHT = [
    ("application/pdf", b"%PDF-1.7 ..."),
    ("application/ofd", archive("OFD.xml", "Doc_0/Document.xml")),
    (f"{OFFICE}wordprocessingml.document", archive("[Content_Types].xml", "word/document.xml")),
    (f"{OFFICE}spreadsheetml.sheet", archive("[Content_Types].xml", "xl/workbook.xml")),
    ("image/jpeg; charset=binary", b"\xff\xd8\xff\xe0"),
    ("image/heic", b"\0\0\0\x18ftypheic"),
    ("IMAGE/PNG", b"\x89PNG\r\n\x1a\n"),
    ("text/plain", "会议记录".encode()),
    ("text/csv", "单位,金额".encode("gb18030")),
]
WRONG = [
    ("application/pdf", b"<html>"),
    ("image/jpeg", b"\x89PNG\r\n\x1a\n"),
    ("image/png", b"MZ\x90\0"),
    (f"{OFFICE}wordprocessingml.document", archive("[Content_Types].xml", "xl/workbook.xml")),
    (
        f"{OFFICE}wordprocessingml.document",
        archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    ),
    ("text/plain", b"\xff\xfe\0\x01"),
    ("text/plain", "会议记录".encode()[:-1] + b"\xff"),
    ("text/csv", b"a\0b"),
]


def look(name: str, content: bytes, piece: int = 1000) -> None:
    looking = Looking(media_type(name))
    for start in range(0, len(content), piece):
        looking.see(content[start : start + piece])
    looking.verdict()


@pytest.mark.parametrize(("name", "content"), RIGHT)
def test_a_file_of_its_kind_is_taken(name: str, content: bytes) -> None:
    look(name, content)
    look(name, content, piece=300_000)


@pytest.mark.parametrize(("name", "content"), WRONG)
def test_a_file_of_another_kind_is_not(name: str, content: bytes) -> None:
    with pytest.raises(MediaTypeWrong):
        look(name, content)


@pytest.mark.parametrize("name", ["text/html", "image/svg+xml", "application/x-msdownload", ""])
def test_nothing_that_runs_is_on_the_list(name: str) -> None:
    with pytest.raises(MediaTypeNotTaken) as refused:
        media_type(name)
    assert "application/pdf" in refused.value.details["taken"]


def test_every_kind_has_a_suffix_and_is_told_by_its_bytes() -> None:
    for kind in MEDIA_TYPES.values():
        assert kind.suffix.isalnum()
        assert kind.text or kind.starts

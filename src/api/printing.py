"""How matters look on paper: A4 upright, typefaces for Chinese and Western, each matter on pages of its own.

Whatever is told of a matter goes in as text: it is neither markup nor a field of the word processor.
"""

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any, Final, cast

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table

from projections.sentences import Language

PAGE: Final = (Mm(210), Mm(297))
MARGINS: Final = {"top": Mm(30), "bottom": Mm(28), "left": Mm(26), "right": Mm(24)}
FIELD_WIDTHS: Final = (Mm(42), Mm(118))
STEP_WIDTHS: Final = (Mm(28), Mm(36), Mm(22), Mm(74))
SIGNATURE_WIDTHS: Final = (Mm(20), Mm(70), Mm(20), Mm(50))
SIGNATURES: Final = 2
"""Lines to sign on."""

WESTERN: Final = "Times New Roman"
SONG: Final = "宋体"
HEI: Final = "黑体"


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a matter: the day, who acted for which party, and what was done or said."""

    day: str
    party: str
    person: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One matter: its title, each field with what it is called, its steps; or why it cannot be shown.

    ``archive`` is the line by which it is found exactly.
    """

    title: str
    fields: Sequence[tuple[str, str]] = ()
    steps: Sequence[Step] = ()
    refusal: str | None = None
    archive: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Where a document comes from, who printed it for which party and when; ``then`` is empty for now."""

    jurisdiction: str
    printed: str
    by: str
    party: str
    then: str


@dataclass(frozen=True, slots=True)
class _Words:
    history: str
    steps: tuple[str, str, str, str]
    signed: str
    on: str
    printed: str
    then: str
    nothing: str


_WORDS: Final[dict[Language, _Words]] = {
    "zh": _Words(
        history="办理过程",
        steps=("日期", "单位", "人员", "事项与意见"),
        signed="签字",
        on="日期",
        printed="打印单位:{party}  打印人:{by}  打印日期:{printed}",
        then="所载内容截至 {then}",
        nothing="没有符合条件的事项。",
    ),
    "en": _Words(
        history="History",
        steps=("Date", "Party", "Person", "What was done and said"),
        signed="Signed",
        on="Date",
        printed="Printed for {party} by {by} on {printed}",
        then="As of {then}",
        nothing="No matter answers the filters.",
    ),
}


def write(matters: Sequence[Matter], imprint: Imprint, file: IO[bytes], language: Language) -> None:
    """Write matters as one document."""
    words = _WORDS[language]
    document = docx.Document()
    _lay_out(document)
    _describe(document, matters, imprint)
    for number, matter in enumerate(matters):
        _add(document, matter, imprint, words, begins_page=number > 0)
    if not matters:
        _line(document, imprint.jurisdiction, "Subtitle")
        _line(document, words.nothing)
    document.save(file)


def _add(
    document: Document, matter: Matter, imprint: Imprint, words: _Words, *, begins_page: bool
) -> None:
    place = _line(document, imprint.jurisdiction, "Subtitle")
    place.paragraph_format.page_break_before = begins_page
    _line(document, matter.title, "Heading 1")
    if imprint.then:
        then = _line(document, words.then.format(then=imprint.then))
        then.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if matter.refusal is not None:
        _line(document, matter.refusal)
        return
    _table(document, FIELD_WIDTHS, matter.fields)
    if matter.steps:
        _line(document, words.history, "Heading 2")
        steps = [(step.day, step.party, step.person, step.said) for step in matter.steps]
        table = _table(document, STEP_WIDTHS, [words.steps, *steps])
        _repeat_on_each_page(table)
    _sign(document, imprint, words, matter.archive)


def _sign(document: Document, imprint: Imprint, words: _Words, archive: str) -> None:
    """Lines to sign, who printed it and what it is on file as: kept together."""
    _line(document, "").paragraph_format.keep_with_next = True
    lines = [(words.signed, "", words.on, "")] * SIGNATURES
    table = _table(document, SIGNATURE_WIDTHS, lines)
    for row in table.rows:
        row.height = Mm(11)
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    told = words.printed.format(party=imprint.party, by=imprint.by, printed=imprint.printed)
    line = _line(document, told).paragraph_format
    line.space_before, line.keep_with_next = Pt(6), True
    _line(document, archive)


def _line(document: Document, text: str, style: str | None = None) -> Any:
    return document.add_paragraph(text, style)


def _table(document: Document, widths: Sequence[Length], rows: Sequence[Sequence[str]]) -> Table:
    """A table of fixed widths; every row is a copy of the first, which is quicker than adding it."""
    table: Table = document.add_table(1, len(widths), "Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        column.cells[0].width = width
    first = _first_row(table)
    for _ in rows[1:]:
        first.addnext(copy.deepcopy(first))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            if text:
                cell.paragraphs[0].add_run(text)
    return table


def _first_row(table: Table) -> Any:
    """The element of the first row."""
    return table.rows[0].cells[0].paragraphs[0].paragraph_format.element.getparent().getparent()


def _repeat_on_each_page(table: Table) -> None:
    """The first row heads the table on every page, in bold."""
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    _first_row(table).get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _lay_out(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    for side, width in MARGINS.items():
        setattr(section, f"{side}_margin", width)
    normal = _style(document, "Normal", SONG, Pt(10.5)).paragraph_format
    normal.space_before = normal.space_after = Pt(2)
    normal.line_spacing = 1.0
    place = _style(document, "Subtitle", SONG, Pt(12)).paragraph_format
    title = _style(document, "Heading 1", HEI, Pt(18)).paragraph_format
    place.alignment = title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    place.keep_with_next = title.keep_with_next = True
    title.space_after = Pt(12)
    history = _style(document, "Heading 2", HEI, Pt(12)).paragraph_format
    history.keep_with_next = True
    history.space_before, history.space_after = Pt(12), Pt(6)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    footer.paragraph_format.element.append(number)


def _style(document: Document, name: str, chinese: str, size: Length) -> ParagraphStyle:
    """A style of the template, plain instead of as it comes, with a Chinese typeface beside the Western."""
    style = cast("ParagraphStyle", document.styles[name])
    element = style.element
    for told in (element.rPr, element.pPr):
        if told is not None:
            element.remove(told)
    style.font.name = WESTERN
    style.font.size = size
    fonts = element.rPr.find(qn("w:rFonts"))
    fonts.set(qn("w:eastAsia"), chinese)
    language = OxmlElement("w:lang")
    language.set(qn("w:eastAsia"), "zh-CN")
    element.rPr.append(language)
    return style


def _describe(document: Document, matters: Sequence[Matter], imprint: Imprint) -> None:
    """What the file says of itself, in place of what the template says."""
    about = document.core_properties
    about.title = matters[0].title if len(matters) == 1 else imprint.jurisdiction
    about.author = about.last_modified_by = imprint.by
    about.comments = ""

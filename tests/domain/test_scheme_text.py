"""A scheme's text: what is wrong in it is said all at once, with place and fix."""

from collections.abc import Callable

import pytest

from domain.errors import Fault
from domain.scheme import Scheme, SchemeError
from tests.domain.errands import ERRANDS, SCHEME

PLACE = "the table path and the line of the text where it stands"


def faults(text: str) -> dict[str, Fault]:
    """The faults of a text by their paths."""
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(text, ERRANDS)
    return {fault.path: fault for fault in refusal.value.faults}


def changed(*replacements: tuple[str, str]) -> str:
    text = SCHEME
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new, 1)
    return text


TEN = changed(
    ('late_entry = "5 working days"', 'late_entry = "5 workdays"'),
    ('kind = "supervisionOffice"', 'kind = "supervisoryOffice"'),
    ('supervising_office = "office"', 'supervising_office = "offfice"'),
    ('entered_by = "group"\n', ""),
    ('keeper = { zh = "专管员", en = "keeper" }\n', ""),
    ('content = ["head"]', 'content = ["boss"]'),
    ('on = ["errand.asked"]', 'on = ["errand.askd"]'),
    ('owner = "event.readers"', 'owner = "event.reader"'),
    ('every = "quarter"', 'every = "fortnight"'),
    ("until = 2025-12-31", "until = 2024-12-31"),
)


def test_ten_different_faults_are_ten_clear_faults() -> None:
    """Issue: «a scheme with ten different faults: a clear problem each»."""
    found = faults(TEN)
    assert sorted(found) == [
        "late_entry",
        "mechanism.errands.obligation.doing.on",
        "mechanism.errands.obligation.old-rule.until",
        "mechanism.errands.obligation.quarterly.every",
        "mechanism.errands.obligation.reading.owner",
        "party.group.supervising_office",
        "party.office.kind",
        "party.unit.entered_by",
        "role.keeper",
        "visibility.errand.content",
    ]
    lines = TEN.split("\n")
    for path, fault in found.items():
        assert fault.zh
        assert fault.en
        assert fault.fix_zh
        assert fault.fix_en
        assert fault.line is not None
        key = path.rpartition(".")[2]
        assert key in lines[fault.line - 1] or lines[fault.line - 1].startswith("["), (path, fault)


def test_a_slip_of_spelling_is_answered_with_the_nearest_word() -> None:
    found = faults(TEN)
    assert "supervisionOffice" in found["party.office.kind"].fix_en
    assert "errand.asked" in found["mechanism.errands.obligation.doing.on"].fix_en
    assert "office" in found["party.group.supervising_office"].fix_en
    assert "readers" in found["mechanism.errands.obligation.reading.owner"].fix_en


def test_a_fault_is_one_sentence_with_its_place() -> None:
    (fault,) = faults(changed(("5 working days", "5 workdays"))).values()
    assert str(fault).startswith("late_entry (line 5): «5 workdays» is not a time limit.")


def test_what_is_not_toml_is_said_with_its_line() -> None:
    (fault,) = faults('id = "x"\ntitle = {').values()
    assert (fault.path, fault.line) == ("scheme", 2)


SECOND = """[[mechanism]]
id = "errands"
basis = "b"
title = { zh = "重", en = "twice" }

[[mechanism]]"""

COUNTS = "counts_for = 'event.by'\n"

ONE_BY_ONE: list[tuple[str, Callable[[], str]]] = [
    ("id", lambda: changed(('id = "errands"', "id = 3"))),
    ("title.en", lambda: changed((', en = "Trial scheme for errands"', ""))),
    ("basis.date", lambda: changed(("date = 2025-12-01", 'date = "2025-12-01"'))),
    (
        "party.Group",
        lambda: changed(("[party.group]", "[party.Group]"), ('"office"\n\n', '"office"\n\n')),
    ),
    ("party.commission.nmae", lambda: changed(('zh = "市纪委监委"', 'zh = "市"\nnmae = "市"'))),
    ("party.unit.on_system", lambda: changed(("on_system = false", 'on_system = "no"'))),
    ("route.errand.levels", lambda: changed(("[{ seats", "[] # [{ seats"))),
    (
        "route.errand.levels[0].seats[0].role",
        lambda: changed(('{ party = "self", role = "head" }', '{ party = "self", role = "chef" }')),
    ),
    ("route.errand.for", lambda: changed(('for = ["supervisionOffice"]', 'for = ["office"]'))),
    (
        "mechanism",
        lambda: changed(("[[mechanism]]", SECOND)),
    ),
    (
        "mechanism.errands.obligation",
        lambda: changed(('id = "thanks"', 'id = "reading"')),
    ),
    (
        "mechanism.errands.obligation.doing.owner",
        lambda: changed(('owner = "event.to_party"', 'owner = "event.task"')),
    ),
    (
        "mechanism.errands.obligation.thanks.owner",
        lambda: changed(('owner = "state.asker"', 'owner = "state.askr"')),
    ),
    (
        "mechanism.errands.obligation.thanks.due",
        lambda: changed(('due = "event.thanks_by"', 'due = "event.by"')),
    ),
    (
        "mechanism.errands.obligation.reading.due",
        lambda: changed(('due = "2 days"', 'due = "end of week plus 2 days"')),
    ),
    (
        "mechanism.errands.obligation.reading.counts_from",
        lambda: changed(('due = "2 days"', 'due = "2 days"\ncounts_from = "event.period"')),
    ),
    (
        "mechanism.errands.obligation.quarterly.due",
        lambda: changed(('due = "10 working days"', 'due = "end of quarter plus 10 working days"')),
    ),
    (
        "mechanism.errands.obligation.quarterly.due",
        lambda: changed(('due = "10 working days"', 'due = "start of year plus 10 working days"')),
    ),
    (
        "mechanism.errands.obligation.reading.due",
        lambda: changed(('due = "2 days"', 'due = "start of month plus 2 days"')),
    ),
    (
        "mechanism.errands.obligation.quarterly.counts_for",
        lambda: changed(('opens = "errand"', 'counts_for = "event.task"')),
    ),
    (
        "mechanism.errands.obligation.quarterly.counts_in",
        lambda: changed(('opens = "errand"', f"{COUNTS}counts_in = 'event.year'")),
    ),
    (
        "mechanism.errands.obligation.quarterly.withdrawn_by",
        lambda: changed(('opens = "errand"', f"{COUNTS}withdrawn_by = ['errand.cancelled']")),
    ),
    (
        "mechanism.errands.obligation.quarterly.opens",
        lambda: changed(('opens = "errand"', f"{COUNTS}opens = 'errand'")),
    ),
    (
        "mechanism.errands.obligation.doing.stopped_by",
        lambda: changed(('due = "3 working days"', 'due = "end of month plus 3 working days"')),
    ),
    (
        "mechanism.errands.obligation.thanks.when.well",
        lambda: changed(('on = ["errand.done"]', 'on = ["errand.asked"]')),
    ),
    (
        "mechanism.errands.obligation.thanks.requires.manner",
        lambda: changed(('fulfilled_by = ["errand.thanked"]', 'fulfilled_by = ["errand.done"]')),
    ),
    (
        "mechanism.errands.obligation.reading.match",
        lambda: changed(('match = ["owner"]', 'match = ["readers"]')),
    ),
    (
        "mechanism.errands.obligation.doing.escalate[1].to",
        lambda: changed(('to = "party.commission"', 'to = "party.nobody"')),
    ),
    (
        "mechanism.errands.obligation.reading.fulfilled_by",
        lambda: changed(('due = "2 days"\nfulfilled_by = ["errand.read"]', 'due = "2 days"')),
    ),
    (
        "mechanism.errands.obligation.quarterly.for",
        lambda: changed(('for = "each stationedGroup"', 'for = "each group"')),
    ),
    (
        "mechanism.errands.obligation.quarterly.opens",
        lambda: changed(('opens = "errand"', 'opens = "errands"')),
    ),
    (
        "mechanism.errands.obligation.quarterly.on",
        lambda: changed(('every = "quarter"', 'every = "quarter"\non = ["errand.done"]')),
    ),
]


@pytest.mark.parametrize(
    ("path", "text"), [pytest.param(path, text, id=path) for path, text in ONE_BY_ONE]
)
def test_each_fault_is_found_where_it_stands(path: str, text: Callable[[], str]) -> None:
    assert path in faults(text())


TABLES = """
[[numbering]]
organ = "office"
kind = "errand"
format = "〔{year}〕号"

[[numbering]]
organ = "office"
kind = "errand"
format = "〔{year}〕{serial}号"

[[disposal_way]]
code = "talk"
title = { zh = "谈话", en = "talk" }
regime = "church"
basis = "b"

[[authority]]
post_level = "section"
title = { zh = "科级", en = "section heads" }
managed_by = "nobody"
competent = ["stationedGroup", "nobody"]
basis = "b"

[procedure.group]
sends = { zh = "线索", en = "leads" }
form = { zh = "函", en = "letter" }
receives = "office"
days = "soon"
feedback = "1 month"
contact = { zh = "科", en = "section" }
basis = "b"

[procedure.nowhere]
"""


def test_the_faults_of_numbers_ways_authority_and_procedures() -> None:
    found = faults(SCHEME + TABLES)
    assert {
        "numbering[0].format",
        "numbering",
        "disposal_way.talk.regime",
        "authority[0].managed_by",
        "authority[0].competent",
        "procedure.group",
        "procedure.group.days",
        "procedure.nowhere",
        "procedure.nowhere.receives",
    } <= set(found)


def test_without_a_catalogue_names_are_taken_on_trust() -> None:
    """An old log is replayed by a version that no longer knows an event: no fault of the scheme."""
    text = changed(('on = ["errand.asked"]', 'on = ["errand.long_gone"]'))
    assert "errands.doing" in Scheme.parse(text).rules
    assert set(faults(text)) == {"mechanism.errands.obligation.doing.on"}

"""A city changes one rule of a mechanism that it shares: what differs counts, and slips are told there."""

import pytest

from domain.errors import Fault
from domain.scheme import Scheme, SchemeError
from tests.domain.errands import ERRANDS, SCHEME

CHANGE = """
[[change]]
rule = "errands.reading"
due = "end of quarter plus 5 working days"
basis = "本地做法 local practice"
"""


def faults(change: str) -> dict[str, Fault]:
    """The faults of the small scheme with a change, by their paths."""
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(SCHEME + change, ERRANDS)
    return {fault.path: fault for fault in refusal.value.faults}


def test_what_differs_takes_the_place_of_what_is_shared() -> None:
    """Due and basis are the city's; owner, match and all else are as in every city."""
    before = Scheme.parse(SCHEME, ERRANDS).rules
    after = Scheme.parse(SCHEME + CHANGE, ERRANDS).rules
    assert {key for key in before if before[key] != after[key]} == {"errands.reading"}
    rule, shared = after["errands.reading"], before["errands.reading"]
    assert (str(rule.due), str(shared.due)) == ("end of quarter plus 5 working days", "2 days")
    assert (rule.basis, shared.basis) == ("本地做法 local practice", "mechanism")
    assert (rule.owner, rule.match, rule.title) == (shared.owner, shared.match, shared.title)


def test_several_things_and_whole_tables_are_changed_at_once() -> None:
    more = (
        CHANGE + 'escalate = [{ after = "1 day", to = "party.commission" }]\nuntil = 2026-06-30\n'
    )
    rule = Scheme.parse(SCHEME + more, ERRANDS).rules["errands.reading"]
    assert [step.to for step in rule.escalate] == ["party.commission"]
    assert rule.ends is not None


def test_a_rule_that_does_not_exist_is_told_with_the_nearest() -> None:
    (fault,) = faults(CHANGE.replace("errands.reading", "errands.readings")).values()
    assert fault.path == "change.errands.readings.rule"
    assert fault.line == SCHEME.count("\n") + 3
    assert "errands.reading" in fault.fix_en


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("change.errands.reading.due", CHANGE.replace("quarter", "week")),
        ("change.errands.reading.doo", CHANGE.replace("due =", "doo =")),
        ("change.errands.reading.basis", CHANGE.replace("basis", "# basis")),
        ("change.errands.reading", CHANGE.replace("due =", "# due =")),
        ("change.errands.reading.rule", CHANGE + CHANGE),
        ("change[0].rule", CHANGE.replace("rule =", "# rule =")),
        ("change.errands.reading.id", CHANGE + 'id = "read"\n'),
        (
            "change.errands.reading.escalate[0].to",
            CHANGE + 'escalate = [{ after = "1 day", to = "party.nobody" }]\n',
        ),
        ("change.errands.reading.title.en", CHANGE + 'title = { zh = "读" }\n'),
    ],
)
def test_each_fault_is_told_at_the_change(path: str, change: str) -> None:
    found = faults(change)
    assert path in found
    line = found[path].line
    assert line is not None
    assert line > SCHEME.count("\n")


def test_a_fault_of_the_shared_rule_stays_there() -> None:
    """Only what the change says is the change's."""
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(SCHEME.replace("event.readers", "event.reader") + CHANGE, ERRANDS)
    (fault,) = refusal.value.faults
    assert fault.path == "mechanism.errands.obligation.reading.owner"


STATUTORY = SCHEME.replace('due = "2 days"', 'due = "15 working days"\nstatutory = true')
"""The small scheme with one limit as a law gives it."""


def refused(change: str, *, due: str = "15 working days") -> dict[str, Fault]:
    """The faults of a change of the rule whose limit is statutory."""
    text = STATUTORY.replace('due = "15 working days"\nstatutory', f'due = "{due}"\nstatutory')
    try:
        Scheme.parse(
            text + CHANGE.replace('due = "end of quarter plus 5 working days"', change), ERRANDS
        )
    except SchemeError as refusal:
        return {fault.path: fault for fault in refusal.faults}
    return {}


@pytest.mark.parametrize(
    ("due", "shared"),
    [
        ("10 working days", "15 working days"),
        ("15 days", "15 working days"),
        ("12 months", "1 year"),
        ("1 month", "2 months"),
        ("15 working days", "15 working days"),
        ("end of quarter", "end of quarter"),
    ],
)
def test_a_city_makes_a_statutory_limit_shorter(due: str, shared: str) -> None:
    """DOMAIN.md §2 A3: the limits marked [V] are the law's; a city may be stricter with itself."""
    assert refused(f'due = "{due}"', due=shared) == {}


@pytest.mark.parametrize(
    ("due", "shared"),
    [
        ("16 working days", "15 working days"),
        ("16 days", "15 working days"),
        ("1 month", "15 working days"),
        ("1 working day", "1 month"),
        ("13 months", "1 year"),
        ("end of quarter", "15 working days"),
        ("end of quarter plus 5 working days", "end of quarter"),
    ],
)
def test_no_city_makes_a_statutory_limit_longer(due: str, shared: str) -> None:
    """What is not surely shorter is refused: a month may be fewer days than 15 working days, or more."""
    (fault,) = refused(f'due = "{due}"', due=shared).values()
    assert fault.path == "change.errands.reading.due"
    assert shared in fault.fix_en
    assert shared in fault.fix_zh


@pytest.mark.parametrize(
    "change",
    [
        "statutory = false",
        "until = 2026-06-30",
        'stopped_by = ["errand.answered"]',
        'fulfilled_by = ["errand.circulated"]',
    ],
)
def test_no_city_goes_round_a_statutory_limit(change: str) -> None:
    """A clock that stands, ends or no longer counts gives more time too."""
    (fault,) = refused(change).values()
    assert fault.path == f"change.errands.reading.{change.partition(' ')[0]}"


def test_who_learns_of_it_is_the_citys_to_say() -> None:
    assert refused('escalate = [{ after = "1 day", to = "party.commission" }]') == {}

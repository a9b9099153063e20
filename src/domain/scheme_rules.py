"""Reads the rules of a scheme, under which something is owed, and checks the events they name."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, Final, get_args, get_type_hints

from domain.calendar import InvalidLimit, Limit
from domain.ids import PartyId
from domain.model import Event
from domain.period_limits import PeriodLimit
from domain.periods import Cadence
from domain.registry import Catalogue, Family
from domain.scheme_limits import extension_at, limit_at
from domain.scheme_parts import EscalationRule, PartyKind, Phrase, Rule
from domain.toml_text import Table

RELATIONS: Final = ("supervising_office", "stationed_group")
"""What may follow a path to a party (`domain.obligations.paths`)."""

PERIOD_ENDS: Final[Mapping[str, Cadence]] = {
    f"end of {cadence.value}": cadence for cadence in Cadence
}
"""``end of quarter`` and the like: a due date on the last day of the period in which it arises."""

PROCEDURE_LIMITS: Final = ("procedure.days", "procedure.feedback")
"""A due date by the procedure of the party that ``procedure`` leads to; without one nothing is owed."""

CLOCK_KEYS: Final = ("stopped_by", "resumed_by", "restarted_by")
"""What makes a clock stand, run on and begin anew."""

COUNTS: Final[Mapping[str, Any]] = {"counts_for": PartyId, "counts_in": None}
"""What says for whom, and in which period, an event counts that happens in whatever stream."""

ENDINGS: Final = ("fulfilled_by", "withdrawn_by", *CLOCK_KEYS)


def phrase_at(table: Table, key: str) -> Phrase:
    """A text in both languages: ``{ zh = "…", en = "…" }``."""
    inner = table.table(key)
    found = Phrase(zh=inner.text("zh"), en=inner.text("en"))
    inner.refuse_rest()
    return found


def _types(event: type[Event]) -> Mapping[str, frozenset[Any]]:
    """The types that stand in the annotation of each field: ``PartyId | None`` has two."""
    hints = get_type_hints(event)
    return {field.name: frozenset(_inside(hints[field.name])) for field in fields(event)}


def _inside(annotation: Any) -> Iterable[Any]:
    arguments = get_args(annotation)
    if not arguments:
        yield annotation
    for argument in arguments:
        yield from _inside(argument)


class Vocabulary:
    """The events that exist, with their fields. Without a catalogue every name is taken on trust."""

    def __init__(self, catalogue: Catalogue | None) -> None:
        self.catalogue = catalogue

    def known(self, table: Table, key: str, names: Iterable[str]) -> tuple[type[Event], ...]:
        """The classes of events; note the names that no family has."""
        if self.catalogue is None:
            return ()
        for name in names:
            if name not in self.catalogue.short_names:
                table.unknown(key, name, self.catalogue.short_names)
        found = (self.catalogue.short_names.get(name) for name in names)
        return tuple(event for _, event in filter(None, found))

    def field(
        self, table: Table, key: str, path: str, events: Iterable[type[Event]], kind: Any
    ) -> None:
        """Note where an event lacks the field that a path names, or has it of another kind."""
        name = path.removeprefix("event.")
        for event in events:
            types = _types(event)
            if name not in types or (kind is not None and kind not in types[name]):
                suited = [n for n, t in types.items() if kind is None or kind in t]
                table.note(
                    key,
                    says=(
                        f"事件{event.__name__}没有适用的字段“{name}”。",
                        f"The event {event.__name__} has no field «{name}» of that kind.",
                    ),
                    fix=(
                        f"可用: {'、'.join(suited) or '无'}。",
                        f"Use one of: {', '.join(suited) or 'none'}.",
                    ),
                )

    def families(self) -> Mapping[str, Family] | None:
        """The families by name, None without a catalogue."""
        return None if self.catalogue is None else self.catalogue.family

    def states(self, names: Iterable[str]) -> Iterable[type]:
        """The classes of state of the families to which events belong."""
        families = self.families() or {}
        wanted = dict.fromkeys(name.partition(".")[0] for name in names)
        return [type(families[name].initial) for name in wanted if name in families]


class RuleReader:
    """Reads one ``[[mechanism.obligation]]``."""

    def __init__(self, table: Table, names: Vocabulary, parties: frozenset[str]) -> None:
        self.table = table
        self.names = names
        self.parties = parties
        self.on = table.texts("on")
        self.causes = names.known(table, "on", self.on)

    def rule(self, *, mechanism: str, basis: str) -> Rule:
        """The rule; its own ``basis`` goes before the mechanism's."""
        table = self.table
        begins, ends = table.span()
        endings = {key: table.texts(key) for key in ENDINGS}
        ending = {key: self.names.known(table, key, names) for key, names in endings.items()}
        due = self.due()
        rule = Rule(
            mechanism=mechanism,
            id=table.text("id"),
            title=self.title(),
            basis=table.maybe_text("basis") or basis,
            on=self.on,
            when=self.values("when", self.causes),
            owner=self.party_path("owner"),
            owed_to=self.party_path("owed_to"),
            due=due,
            counts_from=self.counts_from(),
            custody=table.flag("custody", default=False),
            statutory=table.flag("statutory", default=False),
            procedure=self.party_path("procedure") if "procedure" in table else None,
            match=self.match(),
            requires=self.requires(ending["fulfilled_by"], ending["withdrawn_by"]),
            escalate=tuple(self.escalation(inner) for inner in table.tables("escalate")),
            begins=begins,
            ends=ends,
            **{**endings, **self.cadence(ending["fulfilled_by"]), **extension_at(table, due)},
        )
        self.check_whole(rule)
        table.refuse_rest()
        return rule

    def title(self) -> Phrase:
        """What is owed, in both languages."""
        inner = self.table.table("title")
        found = Phrase(zh=inner.text("zh"), en=inner.text("en"))
        inner.refuse_rest()
        return found

    def cadence(self, counted: Iterable[type[Event]]) -> Mapping[str, Any]:
        """``every`` and ``for``, with ``opens`` or what says for whom and when an event counts."""
        table = self.table
        every = table.maybe_choice("every", [cadence.value for cadence in Cadence])
        if "every" not in table:
            return {}
        each = tuple(table.text("for").removeprefix("each ").split(" or "))
        kinds = get_args(PartyKind)
        for kind in each:
            if kind not in kinds:
                table.unknown("for", kind, [f"each {known}" for known in kinds])
        found = {"every": Cadence(every or Cadence.YEAR), "each": each}
        if "counts_for" in table:
            return {**found, **self.counts(counted)}
        families = self.names.families()
        opens = table.text("opens")
        if families is not None and opens not in families:
            table.unknown("opens", opens, families)
        return {**found, "opens": opens}

    def counts(self, counted: Iterable[type[Event]]) -> Mapping[str, str]:
        """``counts_for``, a field of the events with a party, and ``counts_in``, one with a period."""
        kinds = {key: kind for key, kind in COUNTS.items() if key in self.table}
        found = {key: self.table.text(key) for key in kinds}
        for key, path in found.items():
            self.names.field(self.table, key, path, counted, kinds[key])
        for key in ENDINGS:
            if key != "fulfilled_by" and key in self.table:
                self.table.note(
                    key,
                    says=(
                        "在任一事项中计数的定期义务只能被履行。",
                        "What events of whatever stream count in is only fulfilled.",
                    ),
                    fix=(f"删去 {key}。", f"Leave {key} out."),
                )
        return {key: path.removeprefix("event.") for key, path in found.items()}

    def values(self, key: str, events: Iterable[type[Event]]) -> Mapping[str, str | int | bool]:
        """Fields of events with the values for which the rule holds."""
        found = self.table.plain(key)
        for name in found:
            self.names.field(self.table, f"{key}.{name}", name, events, None)
        return found

    def requires(
        self, fulfilling: tuple[type[Event], ...], withdrawing: tuple[type[Event], ...]
    ) -> Mapping[str, str | int | bool]:
        """Values that an ending event has to have: of fields of a withdrawing one, or of all that fulfil."""
        found = self.table.plain("requires")
        having = [event for event in withdrawing if found.keys() <= _types(event).keys()]
        for name in found:
            self.names.field(self.table, f"requires.{name}", name, having or fulfilling, None)
        return found

    def due(self) -> Limit | PeriodLimit | str:
        """A limit, the end of a period, a limit from an end of it, a procedure's, or ``event.<field>``."""
        path = self.table.maybe_text("due")
        if path is not None and path in PERIOD_ENDS:
            return path
        if path is not None and path.startswith(("end of ", "start of ")):
            return self.period_limit(path)
        if path in PROCEDURE_LIMITS and "procedure" in self.table:
            return path
        if path is None or not path.startswith("event."):
            return limit_at(self.table, "due")
        self.names.field(self.table, "due", path, self.causes, datetime.date)
        return path

    def counts_from(self) -> str | None:
        """Which field of the event names the day from which a limit counts, or the period from whose end."""
        path = self.table.maybe_text("counts_from")
        if path is None:
            return None
        due = self.table.maybe_text("due") or ""
        kind = str if due.startswith("end of ") else datetime.date
        self.names.field(self.table, "counts_from", path, self.causes, kind)
        if due.startswith("event.") or due in PROCEDURE_LIMITS:
            self.table.note(
                "counts_from",
                says=("期限不自任何一日起算。", "The limit counts from no day."),
                fix=("删去 counts_from。", "Leave counts_from out."),
            )
        return path

    def period_limit(self, text: str) -> PeriodLimit | str:
        """``end of quarter plus 10 working days``; note where it is none, or makes no sense."""
        try:
            found = PeriodLimit.parse(text)
        except InvalidLimit:
            self.table.note(
                "due",
                says=(
                    f"“{text}”不是自期末或期初起算的期限。",
                    f"«{text}» is no limit from the end or the start of a period.",
                ),
                fix=(
                    f"请写成 {'、'.join(PERIOD_ENDS)},或加“ plus 3 days”;或“start of year plus 3 days”。",
                    f"Write {', '.join(PERIOD_ENDS)}, « plus 3 days» after it; «start of year plus 3 days».",
                ),
            )
            return text
        if found.edge == "start":
            self.check_start(found)
        else:
            self.check_period_limit(found)
        return found

    def check_start(self, found: PeriodLimit) -> None:
        """Note a limit from the start of a period that is not the rule's own."""
        every = self.table.maybe_text("every")
        if every != found.cadence.value:
            self.table.note(
                "due",
                says=(
                    "自期初起算的期限只用于同一周期的定期义务。",
                    "Only what a cadence asks for counts from the start of its own period.",
                ),
                fix=(
                    f"写“start of {every} plus {found.limit}”,或只写“{found.limit}”。"
                    if every
                    else f"只写“{found.limit}”。",
                    f"Write «start of {every} plus {found.limit}», or «{found.limit}» alone."
                    if every
                    else f"Write «{found.limit}» alone.",
                ),
            )

    def check_period_limit(self, found: PeriodLimit) -> None:
        """Note a cadence that counts from there anyway, and a clock that would stand before it begins."""
        longer = {each.value for each in Cadence if each.months >= found.cadence.months}
        if self.table.maybe_text("every") in longer:
            self.table.note(
                "due",
                says=(
                    "定期义务的期限本来就自每期末日起算。",
                    "What a cadence asks for counts from the end of its own period anyway.",
                ),
                fix=(f"只写“{found.limit}”。", f"Write «{found.limit}» alone."),
            )
        for key in CLOCK_KEYS:
            if key in self.table:
                self.table.note(
                    key,
                    says=(
                        "自期末起算的期限不能中止、恢复或重新起算。",
                        "A limit from the end of a period is not stopped, resumed or begun anew.",
                    ),
                    fix=(
                        f"删去 {key},或把 due 写成“{found.limit}”。",
                        f"Leave {key} out, or write «{found.limit}» as due.",
                    ),
                )

    def match(self) -> tuple[str, ...]:
        """Fields of the causing event, or ``owner``."""
        found = self.table.texts("match")
        for path in found:
            if path != "owner" and not path.startswith("event."):
                self.table.unknown("match", path, ("owner", "event.…"))
        return found

    def escalation(self, table: Table) -> EscalationRule:
        """One step: after how long past the due date, and who learns of it."""
        to = table.text("to")
        self.check_path(table, "to", to, extra=("owner", "owed_to"))
        found = EscalationRule(after=limit_at(table, "after"), to=to)
        table.refuse_rest()
        return found

    def party_path(self, key: str) -> str:
        """A path to a party."""
        path = self.table.text(key)
        if path:
            self.check_path(self.table, key, path, extra=() if self.on else ("each",))
        return path

    def check_path(self, table: Table, key: str, path: str, *, extra: tuple[str, ...]) -> None:
        """Note a path that is not of the closed list, or that leads nowhere."""
        head, _, relation = path.rpartition(".")
        if relation in RELATIONS:
            self.check_path(table, key, head, extra=extra)
            return
        root, _, name = path.partition(".")
        if path in extra or (path == "actor" and self.on):
            return
        if root == "party":
            if name not in self.parties:
                table.unknown(key, path, [f"party.{code}" for code in self.parties])
        elif root == "event" and self.on:
            self.names.field(table, key, path, self.causes, PartyId)
        elif root == "state" and self.on:
            lacking = [s for s in self.names.states(self.on) if not hasattr(s, name)]
            if lacking:
                table.unknown(key, path, [f"state.{n}" for n in dir(lacking[0]) if n[0] != "_"])
        else:
            known = (*extra, "actor", "party.…", "event.…", "state.…")
            table.unknown(key, path, known)

    def check_whole(self, rule: Rule) -> None:
        """A rule arises on events or by a cadence, and something must fulfil it."""
        if bool(rule.on) == (rule.every is not None):
            self.table.note(
                "on",
                says=(
                    "on 与 every 须有其一,且只有其一。",
                    "It needs either «on» or «every», not both.",
                ),
                fix=(
                    "事件触发写 on,定期写 every。",
                    "Write «on» for events, «every» for a cadence.",
                ),
            )
        if not rule.fulfilled_by:
            self.table.note(
                "fulfilled_by",
                says=("没有能够履行它的事件。", "Nothing can fulfil it."),
                fix=("请列出履行该义务的事件。", "List the events that fulfil it."),
            )

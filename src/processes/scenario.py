"""Scenarios: what people did over a year, as text, read into commands whose ids follow from the text.

`processes.scenario_text` shows the lines. What sets the stage:

    @jurisdiction linyi  zh=临沂市 en=Linyi starts=2026-01-01 ends=2026-12-31 party=commission founder=admin
    @scheme ../../schemes/linyi.toml  calendar=… document=临发〔2025〕18号 document_date=2025-12-15
    @person sg-education/handler-1 张拟三
    @person zhang 张拟四 sg-education/handler sg-health/handler since=2026-06-01
    @beside ../yinan

``@beside`` names the scenario of another jurisdiction that goes on in step with this one: what they send
each other arrives on its day. There, ``arrived:1`` is the first matter that came from another jurisdiction.

A person is registered and appointed on the first day, or on the day that ``since=`` says; one whose
handle is ``party/role`` (or ``party/role-2``) needs no more. ``party/handle`` acts: a person by that
whole handle, else by what follows the stroke. Handles are free words: ``L17`` for a stream that a line
opens, ``L17:1`` for the first person it reports, ``rule:period:party`` for what a cadence opens
(``work-reports.quarterly:2026-Q1:sg-education``), a document number for the scheme adopted by it. Where a
command names an obligation, the line names its rule. A file lies beside the scenario; attaching gives it
a handle::

    2026-03-04 cs/keeper-1  attachment.add  L17  attachment=SHEET kind=paper_scan name=审批表.pdf
        digest: file:files/sheet.pdf
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from domain.calendar import Calendar
from domain.catalogue import ACTIONS
from domain.errors import Refusal
from domain.ids import (
    JurisdictionCode,
    PartyId,
    PersonId,
    StreamId,
    derived_id,
    stream_id,
)
from domain.obligations.periodic import Opening
from domain.periods import CadencePeriod
from domain.registry import Action
from domain.scheme import Scheme
from eventlog.codec import command_from_data
from eventlog.errors import CommandInvalid
from processes.scenario_files import ATTACH, File, file_of, received
from processes.scenario_stage import Setting, scheme_of, settings, text_of
from processes.scenario_text import Entry, Faults, Place, entries, files_of
from processes.scenario_values import (
    MORNING,
    Names,
    Reader,
    Unreadable,
    day_of,
    instant,
    unknown,
)

_ARRIVED: Final = re.compile("arrived:([0-9]+)")
_ATTACHMENT: Final = re.compile(r"\sattachment=(\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One command of a scenario. ``at`` is when the jurisdiction's clock has to stand there (UTC).

    ``expected`` is the code of the refusal that is expected; ``owing`` the rule of the obligation
    of the target that ``data["obligation"]`` is to name, known only when the line's turn comes.
    ``files`` are those it names; one that is attached is ``stored`` where only receiving it tells.
    ``arrival`` says that the target is the how manieth matter that came from another jurisdiction.
    """

    place: Place
    at: datetime.datetime
    id: UUID
    actor: PersonId
    party: PartyId
    type: str
    target: StreamId
    data: Mapping[str, Any]
    expected: str | None = None
    owing: str | None = None
    files: tuple[File, ...] = ()
    arrival: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A scenario, whole and without faults. ``lines`` are in the order in which they happen.

    Its clock goes from ``starts`` to ``ends``, a while after the last line perhaps. Those ``beside`` it
    are of other jurisdictions and go on in step.
    """

    code: JurisdictionCode
    title_zh: str
    title_en: str
    starts: datetime.datetime
    founder: PersonId
    founding_party: PartyId
    ends: datetime.datetime
    lines: tuple[Line, ...]
    beside: tuple["Scenario", ...] = ()

    def id(self, *what: object) -> UUID:
        """A command id that follows from the scenario."""
        return derived_id("scenario", self.code, *what)


def read(path: Path) -> Scenario:
    """Read a file or a folder; raises `ScenarioInvalid` with every fault."""
    faults = Faults()
    found = [entry for file in files_of(path) for entry in entries(file, faults)]
    stage = Stage(found, path if path.is_dir() else path.parent, faults)
    faults.refuse()
    lines = sorted(stage.lines(), key=lambda line: line.at)
    folders = tuple(stage.beside)
    faults.refuse()
    return stage.scenario(lines, tuple(read(folder) for folder in folders))


class Stage:
    """What the lines with ``@`` at the margin set up, and the handles of the whole scenario."""

    def __init__(self, found: Iterable[Entry], folder: Path, faults: Faults) -> None:
        self._folder, self._faults = folder, faults
        found = tuple(found)
        self._acts = [entry for entry in found if not entry.text.startswith("@")]
        self._set = settings((entry for entry in found if entry.text.startswith("@")), faults)
        faults.refuse()
        self._seen: Counter[str] = Counter()
        self._persons: dict[str, PersonId] = {}
        self._streams: dict[str, StreamId] = {}
        self._names = Names(
            stream=self._stream, person=self._person, party=self._party, file=self._digest
        )
        self._named: list[File] = []
        self._begin()

    def _begin(self) -> None:
        """Take in jurisdiction, scheme, persons, and the handles that lines open."""
        jurisdictions, schemes = self._set["@jurisdiction"], self._set["@scheme"]
        if len(jurisdictions) != 1 or not schemes:
            place = jurisdictions[-1].entry.place if jurisdictions else Place(self._folder.name, 1)
            self._faults.add(
                place,
                zh="须有且只有一行 @jurisdiction,并至少有一行 @scheme。",
                en="There must be exactly one @jurisdiction, and at least one @scheme.",
                fix=("请在首个文件中写明。", "Write them in the first file."),
            )
            self._faults.refuse()
        self.code = JurisdictionCode(jurisdictions[0].words[0])
        self._facts = jurisdictions[0].fields
        self.starts = datetime.date.fromisoformat(self._facts["starts"])
        for said in self._set["@person"]:
            handle = said.words[0]
            self._declare(self._persons, handle, self._person_id(handle), said.entry.place)
        founder = self._facts["founder"]
        self._persons.setdefault(founder, self._person_id(founder))
        self._read_scheme(schemes[0])
        for said in schemes:
            self._streams.setdefault(said.fields["document"], self._scheme_stream(said))
        for entry in self._acts:
            self._opened(entry)

    def _read_scheme(self, said: Setting) -> None:
        """Read scheme and calendar, for the parties, rules and working days that lines name."""
        try:
            self.scheme = Scheme.parse(scheme_of(self._folder, said.words[0]))
            self.calendar = Calendar.parse(text_of(self._folder, said.fields["calendar"]))
        except Unreadable as error:
            self._faults.add(said.entry.place, zh=error.zh, en=error.en, fix=error.fix)
        except Refusal as refusal:
            fix = (refusal.next_zh, refusal.next_en)
            zh, en = refusal.sentence_zh, refusal.sentence_en
            self._faults.add(said.entry.place, zh=zh, en=en, fix=fix)
        self._faults.refuse()

    def _person_id(self, handle: str) -> PersonId:
        return PersonId(stream_id("person", derived_id("scenario", self.code, "person", handle)))

    def _declare(self, known: dict[str, Any], handle: str, value: Any, place: Place) -> None:
        if handle in known:
            self._faults.add(
                place,
                zh=f"“{handle}”已经用过。",
                en=f"The handle «{handle}» is taken.",
                fix=("请另取一个。", "Choose another."),
            )
        known[handle] = value

    def _opened(self, entry: Entry) -> None:
        """Give handles to what a line opens or attaches, and to what ``@makes`` names."""
        words = entry.text.split(maxsplit=4)
        if len(words) < 4 or f"guantong.{words[2]}" not in ACTIONS:
            return
        family, action = ACTIONS[f"guantong.{words[2]}"]
        if action.target == "new" and ":" not in words[3]:
            opened = stream_id(family.name, derived_id("scenario", self.code, words[3]))
            self._declare(self._streams, words[3], opened, entry.place)
        if words[2] == ATTACH and (named := _ATTACHMENT.search(entry.text)) is not None:
            attached = stream_id("attachment", derived_id("scenario", self.code, named[1]))
            self._declare(self._streams, named[1], attached, entry.place)
        for place, text in entry.under:
            if text.startswith("@makes "):
                _, handle, made_as = text.split()
                of, _, suffix = made_as.rpartition("/")
                actor = self._persons.get(words[1]) or self._persons.get(words[1].partition("/")[2])
                made = derived_id(self.code, actor, self._id(entry, count=False), suffix)
                self._declare(self._streams, handle, stream_id(of or family.name, made), place)

    @property
    def beside(self) -> Iterator[Path]:
        """The folders of the scenarios beside this one."""
        for said in self._set["@beside"]:
            folder = self._folder / said.words[0]
            if folder.exists():
                yield folder
            else:
                unread = unknown(("情景", "scenario"), said.words[0], ())
                self._faults.add(said.entry.place, zh=unread.zh, en=unread.en, fix=unread.fix)

    # --- handles ------------------------------------------------------------------------------

    def _stream(self, handle: str) -> StreamId:
        if handle.count(":") == 2:
            return self._owed(*handle.split(":"))
        found = self._streams.get(handle) or self._persons.get(handle)
        if found is None:
            raise unknown(("事项", "handle"), handle, (*self._streams, *self._persons))
        return StreamId(found)

    def _owed(self, key: str, period: str, party: str) -> StreamId:
        rule = self.scheme.rules.get(key)
        if rule is None:
            raise unknown(("规则", "rule"), key, self.scheme.rules)
        try:
            cadence = CadencePeriod.parse(period)
        except Refusal as error:
            fix = (error.next_zh, error.next_en)
            raise Unreadable(zh=error.sentence_zh, en=error.sentence_en, fix=fix) from None
        code, owner = self.code, PartyId(self._party(party))
        return Opening(jurisdiction=code, rule=rule, period=cadence, party=owner).stream

    def _person(self, handle: str) -> str:
        lead, colon, number = handle.partition(":")
        if colon and lead in self._streams:
            identifier = derived_id("scenario", self.code, "reported", lead, number)
            return stream_id("person", identifier)
        if handle not in self._persons:
            raise unknown(("人员", "person"), handle, self._persons)
        return self._persons[handle]

    def _party(self, code: str) -> str:
        if PartyId(code) not in self.scheme.parties:
            raise unknown(("单位", "party"), code, self.scheme.parties)
        return code

    def _digest(self, name: str) -> str:
        file = file_of(self._folder, name)
        self._named.append(file)
        return file.digest

    # --- lines --------------------------------------------------------------------------------

    def lines(self) -> Iterator[Line]:
        """Every command: the stage first, then the acts in the order of the files."""
        for said in self._set["@scheme"]:
            yield self._adopt(said)
        for said in self._set["@person"]:
            yield from self._staff(said)
        for entry in self._acts:
            try:
                yield self._act(entry)
            except Unreadable as error:
                self._faults.add(entry.place, zh=error.zh, en=error.en, fix=error.fix)

    def _adopt(self, said: Setting) -> Line:
        file = said.words[0]
        data = {
            "text": scheme_of(self._folder, file),
            "calendar": text_of(self._folder, said.fields["calendar"]),
            "document": said.fields["document"],
            "document_date": said.fields["document_date"],
        }
        return self._founders(said, "scheme.adopt", self._scheme_stream(said), data)

    def _scheme_stream(self, said: Setting) -> StreamId:
        day = said.since(self.starts)
        return StreamId(stream_id("scheme", derived_id("scenario", self.code, said.words[0], day)))

    def _staff(self, said: Setting) -> Iterator[Line]:
        handle, name, *roles = said.words
        if not roles and "/" in handle:
            roles = [re.sub(r"-[0-9]+$", "", handle)]
        target = StreamId(self._persons[handle])
        yield self._founders(said, "person.register", target, {"name": name})
        for role in roles:
            party, _, code = role.partition("/")
            begins = said.since(self.starts).isoformat()
            data = {"party": party, "role": code, "begins": begins}
            yield self._founders(said, "person.appoint", target, data)

    def _founders(
        self, said: Setting, action: str, target: StreamId, data: Mapping[str, Any]
    ) -> Line:
        """A line of the founder, on the first day or the one that ``since`` says."""
        return Line(
            place=said.entry.place,
            at=instant(said.since(self.starts), MORNING),
            id=derived_id("scenario", self.code, action, target, *map(str, data.values())),
            actor=self._persons[self._facts["founder"]],
            party=PartyId(self._facts["party"]),
            type=f"guantong.{action}",
            target=target,
            data=data,
        )

    def _id(self, entry: Entry, *, count: bool = True) -> UUID:
        """The id follows from what the line says; the same line again is another command."""
        before = self._seen[entry.whole]
        if count:
            self._seen[entry.whole] += 1
        return derived_id("scenario", self.code, "line", entry.whole, before)

    def _act(self, entry: Entry) -> Line:
        day, who, name, handle, *rest = (*entry.text.split(maxsplit=4), "", "", "")[:5]
        party, _, person = who.partition("/")
        if f"guantong.{name}" not in ACTIONS:
            raise unknown(("事项", "action"), name, (key[9:] for key in ACTIONS))
        _, action = ACTIONS[f"guantong.{name}"]
        self._named = []
        reader = Reader(action.command, self._names, self._faults, handle)
        reader.line(entry.place, rest[0])
        expected = None
        for place, text in entry.under:
            if text.startswith("@expect "):
                expected = text.removeprefix("@expect ").strip()
            elif not text.startswith("@makes "):
                reader.under(place, text)
        if name == ATTACH:
            reader.data |= received(self._named, digest=reader.data.get("digest"))
        self._check(entry.place, action, f"guantong.{name}", reader.data)
        return Line(
            place=entry.place,
            at=day_of(day, self.calendar),
            id=self._id(entry),
            actor=PersonId(self._person(person if person in self._persons else who)),
            party=PartyId(self._party(party)),
            type=f"guantong.{name}",
            target=self._target(handle),
            arrival=_arrival(handle),
            data=reader.data,
            expected=expected,
            owing=reader.data.get("obligation"),
            files=tuple(self._named),
        )

    def _target(self, handle: str) -> StreamId:
        """The stream of a handle; of what comes from elsewhere it is known only when it is there."""
        return self._stream(handle) if _arrival(handle) is None else StreamId(handle)

    def _check(self, place: Place, action: Action, name: str, data: Mapping[str, Any]) -> None:
        """Note every field that does not fit the command, before anything is sent."""
        try:
            command_from_data(name, data)
        except CommandInvalid as invalid:
            for fault in invalid.faults:
                self._faults.add(
                    place,
                    zh=f"{action.zh}{fault.pointer}{fault.zh}",
                    en=f"{action.en}: {fault.pointer or '/'} {fault.en}",
                    fix=("请更正该字段。", "Correct that field."),
                )

    def scenario(self, lines: Iterable[Line], beside: tuple[Scenario, ...]) -> Scenario:
        """The scenario, when every line was read."""
        return Scenario(
            code=self.code,
            title_zh=self._facts["zh"],
            title_en=self._facts["en"],
            starts=instant(self.starts, MORNING),
            founder=self._persons[self._facts["founder"]],
            founding_party=PartyId(self._facts["party"]),
            ends=instant(datetime.date.fromisoformat(self._facts["ends"]), MORNING),
            lines=tuple(lines),
            beside=beside,
        )


def _arrival(handle: str) -> int | None:
    found = _ARRIVED.fullmatch(handle)
    return None if found is None else int(found[1])

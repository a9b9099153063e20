"""Reads the text of a scheme (TOML), with every fault it has.

``schemes/linyi.toml`` shows every table there is, but for changes of shared rules (``liuzhou.toml``).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, TypedDict, cast, get_args

from domain import roles
from domain.calendar import Limit
from domain.errors import Fault, Refusal, Status
from domain.ids import CODE_PATTERN, JurisdictionCode, PartyId
from domain.registry import Catalogue
from domain.scheme_areas import areas
from domain.scheme_assessments import (
    AssessmentGrade,
    Indicator,
    assessment_grades,
    indicators,
)
from domain.scheme_cases import approval_chains, sign_offs
from domain.scheme_chains import chain_steps
from domain.scheme_changes import Changes
from domain.scheme_channels import Channel, channels
from domain.scheme_law import has_all, keeps_the_law, leaves_none_out
from domain.scheme_limits import limit_at
from domain.scheme_meetings import meetings
from domain.scheme_parts import (
    ApprovalChain,
    Area,
    Authority,
    Basis,
    ChainStep,
    DisposalWay,
    Mechanism,
    Meeting,
    Numbering,
    Party,
    PartyKind,
    Phrase,
    Procedure,
    Regime,
    RouteRule,
    SignOffRule,
    SupervisionKind,
    TrainingBrand,
    VisibilityClass,
)
from domain.scheme_procedures import System, procedures, systems
from domain.scheme_reports import ReportForm, report_forms
from domain.scheme_rules import RuleReader, Vocabulary, phrase_at
from domain.scheme_scoring import Scoring, scoring
from domain.scheme_trainings import training_brands
from domain.submission import Seat
from domain.toml_text import Table, TomlText, listed

KINDS: Final = get_args(PartyKind)
SUPERVISIONS: Final = get_args(SupervisionKind)
REGIMES: Final = get_args(Regime)
SELF: Final = ("self", "self.supervising_office")
"""What a seat of a route may name in place of a party."""


class SchemeError(Refusal):
    """The text of a scheme has faults: ``faults`` lists all of them, each with place and fix."""

    code = "invalid_scheme"
    status = Status.UNPROCESSABLE
    zh = "方案文本有{count}处错误。{list_zh}"
    en = "The text of the scheme has {count} fault(s). {list_en}"
    next_zh = "请逐处更正后重新提交。"
    next_en = "Correct each of them and send the text again."

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(**listed(self.faults))


class SchemeFields(TypedDict):
    """What the text of a scheme says: the fields of `domain.scheme.Scheme`."""

    id: str
    title: Phrase
    basis: Basis
    late_entry: Limit
    parties: Mapping[PartyId, Party]
    roles: Mapping[str, Phrase]
    mechanisms: tuple[Mechanism, ...]
    procedures: Mapping[PartyId, Procedure]
    areas: tuple[Area, ...]
    channels: Mapping[JurisdictionCode, Channel]
    systems: tuple[System, ...]
    training_brands: tuple[TrainingBrand, ...]
    meetings: tuple[Meeting, ...]
    report_forms: tuple[ReportForm, ...]
    chain_steps: tuple[ChainStep, ...]
    scoring: Scoring | None
    routes: tuple[RouteRule, ...]
    visibility: Mapping[str, VisibilityClass]
    numberings: tuple[Numbering, ...]
    ways: tuple[DisposalWay, ...]
    authorities: tuple[Authority, ...]
    sign_offs: tuple[SignOffRule, ...]
    approval_chains: tuple[ApprovalChain, ...]
    indicators: tuple[Indicator, ...]
    assessment_grades: tuple[AssessmentGrade, ...]


def read_scheme(text: str, catalogue: Catalogue | None) -> SchemeFields:
    """Read a scheme; raises `SchemeError`. With a catalogue the events it names must exist."""
    document = TomlText(text, name="scheme")
    if document.table is None:
        raise SchemeError(document.faults)
    fields = _Reader(document.table, catalogue).scheme()
    if document.faults:
        raise SchemeError(document.faults)
    return fields


class _Reader:
    """Reads table after table. References are checked against the codes that the text defines."""

    def __init__(self, table: Table, catalogue: Catalogue | None) -> None:
        self.table = table
        self.names = Vocabulary(catalogue)
        self.party_tables = table.named_tables("party")
        self.role_tables = table.named_tables("role")

    def scheme(self) -> SchemeFields:
        """The whole. Where a part of it has faults, something empty stands in for it."""
        table = self.table
        fields = SchemeFields(
            id=table.text("id"),
            title=phrase_at(table, "title"),
            basis=self.basis(table.table("basis")),
            late_entry=limit_at(table, "late_entry"),
            parties=self.parties(),
            roles=self.roles(),
            mechanisms=self.mechanisms(),
            procedures=procedures(table, self.party_tables),
            areas=areas(table, self.party_tables),
            channels=channels(table, self.party_tables),
            systems=systems(table, self.party_tables),
            training_brands=training_brands(table),
            meetings=meetings(table),
            report_forms=report_forms(table),
            chain_steps=chain_steps(table),
            scoring=scoring(table, self.names),
            routes=tuple(self.route(t) for t in table.tables("route", named="code")),
            visibility={
                code: self.visibility(t) for code, t in table.named_tables("visibility").items()
            },
            numberings=self.numberings(),
            ways=tuple(self.way(t) for t in table.tables("disposal_way", named="code")),
            authorities=(authorities := self.authorities()),
            sign_offs=sign_offs(table, self.party_tables, self.role_tables),
            approval_chains=approval_chains(
                table, self.party_tables, (row.post_level for row in authorities)
            ),
            indicators=indicators(table),
            assessment_grades=assessment_grades(table),
        )
        table.refuse_rest()
        return fields

    def party_code(self, table: Table, key: str) -> PartyId:
        """A party that the text defines."""
        return PartyId(table.choice(key, self.party_tables))

    def maybe_party(self, table: Table, key: str) -> PartyId | None:
        """A party that the text defines, or None where none stands."""
        found = table.maybe_choice(key, self.party_tables)
        return None if found is None else PartyId(found)

    def role_codes(self, table: Table, key: str) -> frozenset[str]:
        """Roles that the text defines."""
        found = table.texts(key)
        for role in found:
            if role not in self.role_tables:
                table.unknown(key, role, self.role_tables)
        return frozenset(found)

    def basis(self, table: Table) -> Basis:
        """What the scheme rests on."""
        organ = phrase_at(table, "organ")
        found = Basis(organ=organ, document=table.text("document"), date=table.date("date"))
        table.refuse_rest()
        return found

    def parties(self) -> Mapping[PartyId, Party]:
        """The parties by code, in the order of the text."""
        return {PartyId(c): self.party(PartyId(c), t) for c, t in self.party_tables.items()}

    def party(self, code: PartyId, table: Table) -> Party:
        """One party; one that is not on the system must say who enters its acts."""
        if re.match(CODE_PATTERN, code) is None:
            table.note(
                "",
                says=(f"“{code}”不是单位代码。", f"«{code}» is no party code."),
                fix=(
                    "用小写字母、数字和连字符,以字母开头。",
                    "Use small letters, digits and hyphens, a letter first.",
                ),
            )
        party = Party(
            code=code,
            kind=cast("PartyKind", table.choice("kind", KINDS)),
            zh=table.text("zh"),
            en=table.text("en"),
            on_system=table.flag("on_system", default=True),
            supervising_office=self.maybe_party(table, "supervising_office"),
            stationed_group=self.maybe_party(table, "stationed_group"),
            entered_by=self.maybe_party(table, "entered_by"),
            supervision=cast(
                "SupervisionKind | None", table.maybe_choice("supervision", SUPERVISIONS)
            ),
        )
        if not party.on_system and "entered_by" not in table:
            table.note(
                "entered_by",
                says=(
                    "未使用系统的单位没有代录单位。",
                    "A party off the system has nobody to enter.",
                ),
                fix=("请指定代录其办理事项的单位。", "Name the party that enters its acts."),
            )
        table.refuse_rest()
        return party

    def roles(self) -> Mapping[str, Phrase]:
        """What the roles are called; those that decisions ask for must be there."""
        for role in roles.ALL:
            if role not in self.role_tables:
                self.table.note(
                    f"role.{role}",
                    says=("缺少办理所需的角色。", "A role that decisions ask for is missing."),
                    fix=("请补上其中英文名称。", "Add its name in Chinese and English."),
                )
        found = {}
        for code, table in self.role_tables.items():
            found[code] = Phrase(zh=table.text("zh"), en=table.text("en"))
            table.refuse_rest()
        return found

    def mechanisms(self) -> tuple[Mechanism, ...]:
        """The mechanisms with their rules; ids are unique."""
        changes = Changes(self.table)
        found = [self.mechanism(t, changes) for t in self.table.tables("mechanism", named="id")]
        _unique((mechanism.id for mechanism in found), self.table, "mechanism")
        changes.refuse_rest(rule.key for mechanism in found for rule in mechanism.rules)
        has_all(self.table, {m.id for m in found}, adopted=self.names.catalogue is not None)
        return tuple(found)

    def mechanism(self, table: Table, changes: Changes) -> Mechanism:
        """One mechanism. Its basis holds for each rule that names none of its own."""
        identifier, basis = table.text("id"), table.text("basis")
        begins, ends = table.span()
        rules = []
        for shared in table.tables("obligation", named="id"):
            key = f"{identifier}.{shared.maybe_text('id')}"
            if self.names.catalogue is not None:
                keeps_the_law(key, shared)
            inner = changes.applied(key, shared)
            rule = RuleReader(inner, self.names, frozenset(self.party_tables)).rule(
                mechanism=identifier, basis=basis
            )
            rules.append(replace(rule, begins=rule.begins or begins, ends=rule.ends or ends))
        _unique((rule.id for rule in rules), table, "obligation")
        if self.names.catalogue is not None:
            leaves_none_out(identifier, table, tuple(rule.key for rule in rules))
        found = Mechanism(
            id=identifier, title=phrase_at(table, "title"), basis=basis, rules=tuple(rules)
        )
        table.refuse_rest()
        return found

    def route(self, table: Table) -> RouteRule:
        """An approval route: levels in order, each a list of seats (the regular, then substitutes)."""
        levels = tuple(
            tuple(self.seat(seat) for seat in level.tables("seats"))
            for level in table.tables("levels")
        )
        if not levels or not all(levels):
            table.note(
                "levels",
                says=("没有审批层级,或某层级无人。", "There is no level, or one without a seat."),
                fix=("每个层级至少一个席位。", "Give each level one seat at least."),
            )
        found = RouteRule(
            code=table.text("code"),
            submitters=self.kinds(table, "for"),
            title=phrase_at(table, "title"),
            basis=table.text("basis"),
            levels=levels,
            cosigners=tuple(self.seat(seat) for seat in table.tables("cosigners")),
        )
        table.refuse_rest()
        return found

    def seat(self, table: Table) -> Seat:
        """Who signs: a role in a party, or in the submitting party (``self``) or its office."""
        party = table.choice("party", (*SELF, *self.party_tables))
        found = Seat(party=PartyId(party), role=table.choice("role", self.role_tables))
        table.refuse_rest()
        return found

    def visibility(self, table: Table) -> VisibilityClass:
        """Which roles read the content of a class, and which the status only."""
        found = VisibilityClass(
            content=self.role_codes(table, "content"), status=self.role_codes(table, "status")
        )
        table.refuse_rest()
        return found

    def numberings(self) -> tuple[Numbering, ...]:
        """How organs number; one format for each organ and kind."""
        found = []
        for table in self.table.tables("numbering"):
            numbering = Numbering(
                organ=self.party_code(table, "organ"),
                kind=table.text("kind"),
                format=table.text("format"),
            )
            if numbering.format and not all(
                mark in numbering.format for mark in ("{year}", "{serial}")
            ):
                table.note(
                    "format",
                    says=("编号格式缺少年份或序号。", "The format lacks the year or the serial."),
                    fix=("请写入 {year} 和 {serial}。", "Put {year} and {serial} into it."),
                )
            table.refuse_rest()
            found.append(numbering)
        _unique((f"{n.organ}/{n.kind}" for n in found), self.table, "numbering")
        return tuple(found)

    def way(self, table: Table) -> DisposalWay:
        """A way of disposal of one regime, dated."""
        begins, ends = table.span()
        found = DisposalWay(
            code=table.text("code"),
            title=phrase_at(table, "title"),
            regime=cast("Regime", table.choice("regime", REGIMES)),
            basis=table.text("basis"),
            begins=begins,
            ends=ends,
        )
        table.refuse_rest()
        return found

    def authorities(self) -> tuple[Authority, ...]:
        """The cadre management table, the highest level first."""
        return tuple(self.authority(table) for table in self.table.tables("authority"))

    def authority(self, table: Table) -> Authority:
        """A row of the cadre management table, dated."""
        begins, ends = table.span()
        found = Authority(
            post_level=table.text("post_level"),
            title=phrase_at(table, "title"),
            managed_by=table.choice("managed_by", (*self.party_tables, *KINDS)),
            competent=self.parties_or_kinds(table, "competent"),
            by_approval=self.parties_or_kinds(table, "by_approval"),
            basis=table.text("basis"),
            begins=begins,
            ends=ends,
        )
        table.refuse_rest()
        return found

    def kinds(self, table: Table, key: str) -> tuple[PartyKind, ...]:
        """Kinds of parties."""
        found = table.texts(key)
        for name in found:
            if name not in KINDS:
                table.unknown(key, name, KINDS)
        return cast("tuple[PartyKind, ...]", found)

    def parties_or_kinds(self, table: Table, key: str) -> tuple[str, ...]:
        """Codes of parties, or kinds of them."""
        found = table.texts(key)
        known = (*self.party_tables, *KINDS)
        for name in found:
            if name not in known:
                table.unknown(key, name, known)
        return found


def _unique(names: Iterable[str], table: Table, key: str) -> None:
    """Note every name that stands twice."""
    for name, times in Counter(names).items():
        if times > 1:
            table.note(
                key,
                says=(f"“{name}”出现{times}次。", f"«{name}» stands there {times} times."),
                fix=("每个只写一次。", "Let each stand once."),
            )

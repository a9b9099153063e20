"""Reads the channels of a scheme: with which other jurisdictions this one exchanges what.

A county commission, the level above and another city have logs of their own; here each is a party.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from domain.ids import CODE_PATTERN, JurisdictionCode, PartyId
from domain.toml_text import Table

Carried = Literal["lead", "task_order", "department_request", "proposal_form", "urging"]
"""The families that go between jurisdictions, with what becomes of them: leads (问题线索), task orders
(任务单), data asked and findings shared (协作单), proposal forms (建议单), and urgings (催办督办): these go
to whoever has the matter there."""

Level = Literal["above", "below", "beside"]
"""上级 · 下级 · 同级: how the other jurisdiction stands to this one."""

CARRIED: Final = get_args(Carried)
LEVELS: Final = get_args(Level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """How this jurisdiction and another one exchange things.

    ``party`` is what the other one is called here. ``sends`` may go there, ``accepts`` may come from
    there, and then ``receiver`` takes it in, or who ``receivers`` names for things of that family;
    ``systems`` names for a party there the one of the same system here (条线), which gets what that sends.
    """

    jurisdiction: JurisdictionCode
    party: PartyId
    level: Level
    sends: tuple[Carried, ...]
    accepts: tuple[Carried, ...]
    receiver: PartyId | None
    receivers: Mapping[str, PartyId]
    systems: Mapping[str, PartyId]
    basis: str

    def receiver_of(self, family: str, sender: PartyId) -> PartyId | None:
        """Who takes in here what a party there sent."""
        return self.systems.get(sender) or self.receivers.get(family, self.receiver)


def channels(table: Table, parties: Mapping[str, Table]) -> Mapping[JurisdictionCode, Channel]:
    """The channels by the code of the other jurisdiction; each is another party here."""
    found: dict[JurisdictionCode, Channel] = {}
    for code, inner in table.named_tables("channel").items():
        channel = _channel(JurisdictionCode(code), inner, parties)
        if any(channel.party == other.party for other in found.values()):
            inner.note(
                "party",
                says=(
                    f"“{channel.party}”已代表另一辖区。",
                    f"«{channel.party}» is another jurisdiction already.",
                ),
                fix=("每个辖区写一个单位。", "Name a party of its own for each jurisdiction."),
            )
        found[channel.jurisdiction] = channel
    return found


def _channel(code: JurisdictionCode, table: Table, parties: Mapping[str, Table]) -> Channel:
    if re.match(CODE_PATTERN, code) is None:
        table.note(
            "",
            says=(f"“{code}”不是辖区代码。", f"«{code}» is no code of a jurisdiction."),
            fix=(
                "用小写字母、数字和连字符,以字母开头。",
                "Use small letters, digits and hyphens, a letter first.",
            ),
        )
    receiver = table.maybe_choice("receiver", parties)
    found = Channel(
        jurisdiction=code,
        party=PartyId(table.choice("party", parties)),
        level=cast("Level", table.choice("level", LEVELS)),
        sends=_carried(table, "sends"),
        accepts=_carried(table, "accepts"),
        receiver=None if receiver is None else PartyId(receiver),
        receivers=_named(table, "receivers", parties, only=CARRIED),
        systems=_named(table, "systems", parties),
        basis=table.text("basis"),
    )
    if found.accepts and "receiver" not in table:
        table.note(
            "receiver",
            says=("没有接收单位。", "Nobody takes in what comes from there."),
            fix=("请写明由哪个单位接收。", "Name the party that takes it in."),
        )
    table.refuse_rest()
    return found


def _carried(table: Table, key: str) -> tuple[Carried, ...]:
    found = table.texts(key)
    for name in found:
        if name not in CARRIED:
            table.unknown(key, name, CARRIED)
    return cast("tuple[Carried, ...]", found)


def _named(
    table: Table, key: str, parties: Mapping[str, Table], only: tuple[str, ...] = ()
) -> Mapping[str, PartyId]:
    """Which party stands for what."""
    if key not in table:
        return {}
    inner = table.table(key)
    names = [name for name in only or inner.keys if name in inner]
    found = {name: PartyId(inner.choice(name, parties)) for name in names}
    inner.refuse_rest()
    return found

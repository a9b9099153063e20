"""Parties: organs, offices, groups, units, departments, as the scheme and the actions name them."""

from typing import Final

from domain.parties import commands, decisions, events
from domain.parties.state import PartyState, evolve
from domain.registry import Action, EventType, Family

FAMILY: Final = Family(
    name="party",
    collection="parties",
    zh="单位",
    en="party",
    initial=PartyState(),
    evolve=evolve,
    events=(
        EventType(
            name="registered",
            event=events.Registered,
            zh="登记单位“{name_zh}”。",
            en="The party «{name_en}» was registered.",
        ),
        EventType(
            name="changed",
            event=events.Changed,
            zh="单位“{name_zh}”信息变更。",
            en="The party «{name_en}» was changed.",
        ),
        EventType(
            name="ended",
            event=events.Ended,
            zh="单位“{name_zh}”不再列入方案。",
            en="The party «{name_en}» is in the scheme no more.",
        ),
        EventType(
            name="connected",
            event=events.Connected,
            zh="单位“{name_zh}”开始使用系统:{reason}",
            en="The party «{name_en}» came onto the system: {reason}",
        ),
        EventType(
            name="disconnected",
            event=events.Disconnected,
            zh="单位“{name_zh}”不再使用系统:{reason}",
            en="The party «{name_en}» left the system: {reason}",
        ),
    ),
    actions=(
        Action(
            name="register",
            command=commands.Register,
            decide=decisions.register,
            zh="登记单位",
            en="register a party",
            target="new",
            example={
                "party": {
                    "code": "bank-of-yimeng",
                    "kind": "other",
                    "zh": "沂蒙农村商业银行",
                    "en": "Yimeng Rural Commercial Bank",
                    "on_system": False,
                    "entered_by": "cs",
                }
            },
        ),
        Action(
            name="connect",
            command=commands.Connect,
            decide=decisions.connect,
            zh="接入系统",
            en="bring a party onto the system",
            example={"reason": "已配备专网终端并完成培训"},
        ),
        Action(
            name="disconnect",
            command=commands.Disconnect,
            decide=decisions.disconnect,
            zh="退出系统",
            en="take a party off the system",
            example={"reason": "专网改造,暂以函件往来"},
        ),
    ),
)
"""The family, as `domain.catalogue` lists it."""

"""Jurisdictions: opened in the installation log, begun in their own, on a real or simulated clock."""

from typing import Final

from domain.jurisdictions import commands, decisions, events
from domain.jurisdictions.state import JurisdictionState, evolve
from domain.registry import Action, EventType, Family

FAMILY: Final = Family(
    name="jurisdiction",
    collection="jurisdictions",
    zh="辖区",
    en="jurisdiction",
    initial=JurisdictionState(),
    evolve=evolve,
    events=(
        EventType(
            name="opened",
            event=events.Opened,
            zh="开通辖区“{title_zh}”({code}),分区{partition}。",
            en="Jurisdiction «{title_en}» ({code}) was opened on partition {partition}.",
        ),
        EventType(
            name="begun",
            event=events.Begun,
            zh="辖区“{title_zh}”({code})启用。",
            en="Jurisdiction «{title_en}» ({code}) began.",
        ),
        EventType(
            name="clock_advanced",
            event=events.ClockAdvanced,
            zh="模拟时钟拨至{to}。",
            en="The simulated clock was moved to {to}.",
        ),
    ),
    actions=(
        Action(
            name="open",
            command=commands.Open,
            decide=decisions.open_jurisdiction,
            zh="开通辖区",
            en="open a jurisdiction",
            target="new",
            example={
                "code": "linyi",
                "title_zh": "临沂市",
                "title_en": "Linyi",
                "source": "embedded/linyi",
                "partition": 0,
                "clock": "simulated",
                "starts": "2025-12-31T16:00:00Z",
                "founder": "person/5a1f0c9e-5d0b-5a55-8a39-1d5a2f3c4b60",
                "founding_party": "commission",
            },
        ),
        Action(
            name="begin",
            command=commands.Begin,
            decide=decisions.begin,
            zh="启用辖区",
            en="begin a jurisdiction's log",
            target="new",
            example={
                "title_zh": "临沂市",
                "title_en": "Linyi",
                "source": "embedded/linyi",
                "clock": "simulated",
                "starts": "2025-12-31T16:00:00Z",
                "founding_party": "commission",
            },
        ),
        Action(
            name="advance_clock",
            command=commands.AdvanceClock,
            decide=decisions.advance_clock,
            zh="拨动模拟时钟",
            en="advance the simulated clock",
            example={"to": "2026-01-05T01:00:00Z"},
        ),
    ),
)
"""The family, as `domain.catalogue` lists it."""

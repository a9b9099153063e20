"""Jurisdictions: opened in the installation log, begun in their own, moved to other installations."""

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
        EventType(
            name="closed",
            event=events.Closed,
            zh="辖区移交至安装“{to}”,此处不再办理。",
            en="The jurisdiction was moved to installation «{to}»; nothing more is decided here.",
        ),
        EventType(
            name="resumed",
            event=events.Resumed,
            zh="辖区在安装“{installation}”继续办理。",
            en="The jurisdiction goes on in installation «{installation}».",
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
        Action(
            name="close",
            command=commands.Close,
            decide=decisions.close,
            zh="移交辖区",
            en="close a jurisdiction that is moved",
            example={"to": "provincial", "address": "https://guantong.example.cn/v1/linyi"},
            internal=True,
        ),
        Action(
            name="resume",
            command=commands.Resume,
            decide=decisions.resume,
            zh="续办移交的辖区",
            en="go on with a jurisdiction that was moved",
            example={},
            internal=True,
        ),
    ),
)
"""The family, as `domain.catalogue` lists it."""

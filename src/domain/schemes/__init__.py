"""Schemes: what a city adopts, whole, with the calendar by which it counts."""

from typing import Final

from domain.registry import Action, EventType, Family
from domain.schemes import commands, decisions, events
from domain.schemes.state import SchemeState, evolve

FAMILY: Final = Family(
    name="scheme",
    collection="schemes",
    zh="方案",
    en="scheme",
    initial=SchemeState(),
    evolve=evolve,
    events=(
        EventType(
            name="adopted",
            event=events.Adopted,
            zh="依据{document}施行方案“{title_zh}”(第{version}版)。",
            en="The scheme «{title_en}» came into force as version {version}, by {document}.",
        ),
    ),
    actions=(
        Action(
            name="adopt",
            command=commands.Adopt,
            decide=decisions.adopt,
            zh="施行方案",
            en="adopt a scheme",
            target="new",
            example={
                "text": 'id = "linyi"\n# …',
                "calendar": 'id = "china"\n# …',
                "document": "临办发〔2024〕12号",
                "document_date": "2024-06-03",
            },
        ),
    ),
)
"""The family, as `domain.catalogue` lists it."""

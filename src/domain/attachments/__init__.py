"""Attachments (附件): what belongs to a matter as a file, and who has the original it was made from.

They have no streams of their own: their events stand in the stream of the matter, of whatever family,
and concern whom the matter or one part of it concerns. ``commands`` and ``events`` name what can be
done and what happened, ``state`` folds it, ``decisions`` holds the rules, ``actions`` and
``sentences`` the tables for people. The bytes are sealed elsewhere (`eventlog.attachments`).
"""

from typing import Final

from domain.attachments.actions import ACTIONS
from domain.attachments.sentences import EVENTS
from domain.attachments.state import STAGE_NAMES, Attachment, evolve
from domain.model import Event
from domain.registry import Family


def _none(state: None, event: Event) -> None:
    """There is no stream of attachments alone; `state.evolve` folds them in every stream."""
    raise AssertionError(f"no stream has only attachments: {state} {type(event).__name__}")


FAMILY: Final = Family(
    name="attachment",
    collection="attachments",
    zh="附件",
    en="attachment",
    initial=None,
    evolve=_none,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)

__all__ = ["FAMILY", "Attachment", "evolve"]

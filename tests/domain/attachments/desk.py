"""A notice in the small city with an attachment: whoever reads the notice, and whoever does not."""

import datetime
from typing import Any, Final

from domain.attachments import commands
from domain.attachments.state import Attachment
from domain.errors import Refusal
from domain.ids import PartyId, StreamId
from domain.model import Command, Event
from domain.notices.commands import Annul, Issue, Reply
from tests.domain.desk import HEADS, refused
from tests.domain.small import (
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
    small,
    stream,
)
from tests.domain.world import World

MATTER: Final = stream("notice", "first")
SCAN: Final = stream("attachment", "scan")
OTHER: Final = stream("attachment", "other")
CHIEF: Final = person("chief")
ORIGINAL: Final = "通报原件一份"
BACK_BY: Final = datetime.date(2026, 1, 9)
PARTIES: Final = (OFFICE, EDUCATION_GROUP, HEALTH_GROUP)


class Desk:
    """The office told both groups something; the education group has answered."""

    def __init__(self) -> None:
        self.world: World = small("attachments")
        told = Issue(
            kind="bulletin",
            title="案件质量情况通报",
            text="超期两件,请说明",
            parties=(EDUCATION_GROUP, HEALTH_GROUP),
            reply_due=datetime.date(2026, 1, 15),
        )
        self._ask(OFFICE, "notice.issue", told)
        self._ask(EDUCATION_GROUP, "notice.reply", Reply(text="已整改"))

    def act(
        self, party: PartyId, name: str, command: Command, *, actor: str | None = None
    ) -> list[Event]:
        """Let a party do something with an attachment of the notice."""
        return self._ask(party, f"attachment.{name}", command, actor=actor)

    def _ask(
        self, party: PartyId, action: str, command: Command, *, actor: str | None = None
    ) -> list[Event]:
        who = person(actor or HEADS[party])
        return self.world.ask(action, MATTER, command, actor=who, party=party)

    def annul_the_notice(self) -> None:
        """The notice was issued by mistake."""
        self._ask(OFFICE, "notice.annul", Annul(reason="误发", approved_by=CHIEF))

    def refuses(self, expected: type[Refusal], *act: Any, **options: Any) -> Refusal:
        """The act is refused, and changes nothing."""
        with refused(self.world, expected) as refusal:
            self.act(*act, **options)
        return refusal.value

    def attachment(self, attachment: StreamId = SCAN) -> Attachment:
        """An attachment of the notice."""
        return self.world.stream(MATTER).attachments[attachment]

    @property
    def owed(self) -> set[tuple[PartyId, str, datetime.date]]:
        """Who owes what about originals."""
        owed = self.world.stream(MATTER).obligations.values()
        return {
            (each.arisen.owner, each.arisen.rule, each.due)
            for each in owed
            if each.arisen.mechanism == "attachments"
        }


def add(**changes: Any) -> commands.Add:
    """A scan of a paper, with changes."""
    plain: dict[str, Any] = {
        "attachment": SCAN,
        "kind": "paper_scan",
        "name": "sha256:name",
        "digest": "a" * 64,
        "size": 48_213,
        "media_type": "application/pdf",
        "stored": "b" * 64,
        "sealing": "a256gcm-1m",
        "original": ORIGINAL,
    }
    return commands.Add(**(plain | changes))


def hand_over(**changes: Any) -> commands.HandOver:
    """The original goes to the education group, for a look."""
    plain = {"attachment": SCAN, "to": EDUCATION_GROUP, "purpose": "核对印章"}
    return commands.HandOver(**(plain | changes))


RECEIVE: Final = commands.Receive(attachment=SCAN)
SEND_BACK: Final = commands.SendBack(attachment=SCAN, reason="缺第3页")


def attached(**changes: Any) -> Desk:
    """The office attached the scan."""
    desk = Desk()
    desk.act(OFFICE, "add", add(**changes))
    return desk

"""What one of two sides recorded counts once the other side has confirmed it.

One of the few shapes of daily work (DESIGN.md): an office and its group (`domain.pairings`), a group and a
unit discipline committee (`domain.joint_themes`, `domain.integrity_plans`). Whoever recorded something
corrects it; the other side confirms it or sends it back. A family keeps its own events and states.
"""

from typing import Any, Final, Protocol

from domain.account import Account
from domain.errors import Refusal, Status
from domain.ids import PartyId


class TwoSided(Protocol):
    """A record: which side made it, and which is to confirm it."""

    @property
    def by(self) -> PartyId:
        """The side that recorded it."""

    @property
    def other(self) -> PartyId:
        """The side that confirms it."""


def by_the_other(account: Account[Any], of: TwoSided) -> None:
    """Raise `OtherSideConfirms` unless the side acts that did not record it."""
    if account.acting != of.other:
        raise OtherSideConfirms(party=of.by)


def by_its_recorder(account: Account[Any], of: TwoSided) -> None:
    """Raise `NotAuthorised` unless the side acts that recorded it."""
    if account.acting != of.by:
        raise account.context.refused(zh="须由登记单位办理", en="it is for who recorded it to do")


class OtherSideConfirms(Refusal):
    """Who recorded something does not confirm it: the other side does."""

    code = "other_side_confirms"
    status = Status.FORBIDDEN
    zh = "“{party}”登记的内容须由对方确认或退回。"
    en = "What {party} recorded is for the other side to confirm or send back."
    next_zh = "请由对方单位办理。"
    next_en = "Have the other side do it."


REFUSALS: Final = (OtherSideConfirms,)

"""What has to be true before an action on a hand-over of work; each guard raises the refusal it needs."""

from typing import Final

from domain import handlers, mending
from domain.account import invalid
from domain.ids import PersonId
from domain.work_hand_overs import errors, matters
from domain.work_hand_overs.account import Account
from domain.work_hand_overs.commands import Correct, DrawUp, EnterSignature, Side
from domain.work_hand_overs.state import STAGES, Item, Stage

SIDES: Final[dict[Side, tuple[str, str]]] = {
    "leaver": ("移交人", "the person who leaves"),
    "taker": ("接收人", "the person who takes over"),
}
"""Each side in Chinese and English, for refusals."""


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the hand-over stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGES)


def by_keeping_or(account: Account, *persons: PersonId) -> None:
    """Refuse whoever neither keeps the office's register, nor leads it, nor is one of ``persons``."""
    if not account.is_any(account.context.actor, persons):
        account.context.require_role(*handlers.KEEPING)


def by(account: Account, side: Side) -> None:
    """Raise `NotASignatory` unless the person on that side acts."""
    if not account.is_any(account.context.actor, (person_on(account, side),)):
        zh, en = SIDES[side]
        raise errors.NotASignatory(who_zh=zh, who_en=en)


def side_of_actor(account: Account) -> Side:
    """On which side the actor stands; raises `NotASignatory`."""
    sides: tuple[Side, ...] = ("leaver", "taker")
    for side in sides:
        if account.is_any(account.context.actor, (person_on(account, side),)):
            return side
    raise errors.NotASignatory(who_zh="移交人或接收人", who_en="either of the two")


def person_on(account: Account, side: Side) -> PersonId:
    """Who stands on a side."""
    return account.state.leaver if side == "leaver" else account.state.taker


def two_sides(account: Account, command: DrawUp) -> None:
    """Refuse a leaver who never was in the office, and a taker who is not now, or is the same person.

    Raises `UnknownPerson`, `InvalidField`, `HandlerNotInParty`.
    """
    jurisdiction, office = account.jurisdiction, account.acting
    jurisdiction.registered(command.leaver)
    if jurisdiction.one_person(command.leaver, command.taker):
        raise invalid("taker", "与移交人为同一人", "nobody takes over from themself")
    if not account.is_any(command.leaver, jurisdiction.appointments.get(office, {})):
        raise invalid("leaver", "未在本单位任职", "they never held office in this party")
    handlers.fit_to_handle(account.context, office, (command.taker,), lambda _: None)


def each_once(command: DrawUp) -> None:
    """Raise `InvalidField` for a matter that is listed twice."""
    listed = [entry.matter for entry in command.items]
    if len(set(listed)) < len(listed):
        raise invalid("items", "同一事项列了两次", "a matter is listed twice")


def open_item(account: Account, key: int) -> Item:
    """The item of that number, if it is still to go over; raises `NoSuchEntry`, `ItemSettled`."""
    item = account.state.items[key]
    if not item.is_open:
        raise errors.ItemSettled(item=key)
    return item


def may_take_back(account: Account, item: Item) -> None:
    """Refuse whoever may not know of the item's matter: they learn no more of it here (R 299)."""
    matters.known(account.context, item.matter)


def entered_by_another(account: Account, command: EnterSignature) -> None:
    """Raise unless a scan is entered by one and compared by another, neither of them who signed."""
    context, signer = account.context, person_on(account, command.side)
    account.jurisdiction.registered(command.checked_by)
    people = (context.actor, command.checked_by, signer)
    for number, person in enumerate(people):
        if account.is_any(person, people[:number]):
            raise invalid(
                "checked_by",
                "录入人、核对人、签字人须为三人",
                "who enters, who compares and who signed are three people",
            )
    if not account.jurisdiction.holds(command.checked_by, account.acting, (), context.today):
        raise invalid("checked_by", "核对人须为本单位人员", "they hold no office in this party")


def something_left(account: Account) -> None:
    """Raise `WrongState` where nothing stands on the list any more: it is annulled then."""
    if not account.state.items.open:
        raise account.wrong_state("清单已无待交接事项", "nothing on the list is left to hand over")


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing."""
    mending.corrects(last_day=command.last_day, ground=command.ground, document=command.document)

"""What has to be true before an action on a guidance link; each guard raises the refusal it needs."""

import datetime
from typing import Final

from domain import mending, roles
from domain.account import invalid
from domain.guidance_links import errors
from domain.guidance_links.account import Account
from domain.guidance_links.commands import Correct, Link
from domain.guidance_links.state import CONTACT_NAMES, STAGE_NAMES, Contact, Stage
from domain.ids import PersonId
from domain.scheme_parts import STATIONED
from domain.two_sides import OtherSideConfirms

MAKERS: Final = frozenset({"commission", "generalOffice"})
"""Who says which office is linked with which group."""


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the link stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def links(account: Account, command: Link) -> None:
    """Raise `NotOfTheLink`; `UnknownParty`, `InvalidField` for what is no office, no group, no leader."""
    jurisdiction = account.jurisdiction
    if jurisdiction.party(account.acting).kind not in MAKERS:
        raise errors.NotOfTheLink(party=account.acting)
    if jurisdiction.party(command.office).kind != "supervisionOffice":
        raise invalid("office", "不是监督检查室", "not a supervision office")
    if jurisdiction.party(command.group).kind not in STATIONED:
        raise invalid("group", "不是派驻(派出)机构", "not a stationed or dispatched body")
    leads(account, command.leader)


def leads(account: Account, leader: PersonId) -> None:
    """Raise `InvalidField` unless the person leads the commission (分管领导) that day."""
    day = account.context.occurred.date
    if not account.jurisdiction.holds(leader, account.founding, roles.LEADING, day):
        raise invalid("leader", "不是市纪委监委领导", "no leading person of the commission")


def by_maker(account: Account, *stages: Stage) -> None:
    """Raise `WrongState`; `NotOfTheLink` unless who made the link acts."""
    at(account, *stages)
    if account.acting != account.state.maker:
        raise errors.NotOfTheLink(party=account.acting)


def by_office_or_group(account: Account) -> None:
    """Raise `WrongState`; `NotOfTheLink` unless one of the two that are linked acts."""
    at(account, "linked")
    if account.acting not in (account.state.office, account.state.group):
        raise errors.NotOfTheLink(party=account.acting)


def own_contact(account: Account, serial: int) -> Contact:
    """The contact; raises `NoSuchContact`, `WrongState`, or `NotOfTheLink` for another's record."""
    contact = _contact(account, serial)
    if account.acting != contact.by:
        raise errors.NotOfTheLink(party=account.acting)
    account.stands(contact.stage, "counted", "sent_back", names=CONTACT_NAMES)
    return contact


def contact_of_the_other(account: Account, serial: int) -> Contact:
    """The contact that the other side recorded; `NoSuchContact`, `WrongState`, `OtherSideConfirms`."""
    contact = _contact(account, serial)
    by_office_or_group(account)
    if account.acting == contact.by:
        raise OtherSideConfirms(party=contact.by)
    account.stands(contact.stage, "counted", names=CONTACT_NAMES)
    return contact


def _contact(account: Account, serial: int) -> Contact:
    at(account, "linked", "ended")
    if serial > len(account.state.contacts):
        raise errors.NoSuchContact(contact=serial)
    return account.state.contacts[serial - 1]


def ends_after(account: Account, day: datetime.date) -> None:
    """Raise `InvalidField` for a link that would end before it began."""
    if day < account.state.begins:
        raise invalid("last_day", "早于开始联系之日", "before the day on which it began")


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing."""
    mending.corrects(text=command.text, topics=command.topics)

"""What has to be true before an action on a dossier; each guard raises the refusal it needs."""

import datetime

from domain import mending
from domain.account import invalid
from domain.dossiers import errors
from domain.dossiers.account import Account
from domain.dossiers.commands import Correct, Section
from domain.dossiers.state import FACT_NAMES, SECTION_NAMES, STAGE_NAMES, Fact, Stage
from domain.ids import PartyId
from domain.oversight import KeyPerson, by_linked_office, group_at


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the dossier stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_keeper(account: Account) -> None:
    """Raise `WrongState` unless it is open, `NotTheKeeper` unless the group that keeps it acts."""
    at(account, "open")
    if account.acting != account.state.group:
        raise errors.NotTheKeeper(group=account.state.group, party=account.acting)


def returnable(account: Account, section: Section) -> None:
    """Raise `NotTheLinkedOffice` unless it acts, `WrongState` unless the section was gone through."""
    at(account, "open")
    by_linked_office(account, account.state.group)
    account.stands(
        account.state.sections.get(section, "to_fill"), "gone_through", names=SECTION_NAMES
    )


def went_to(account: Account) -> PartyId:
    """The group stationed at the unit now; `WrongState` where that is the one that keeps the dossier."""
    at(account, "open")
    group = group_at(account, account.state.unit)
    if group == account.state.group:
        raise account.wrong_state("该单位仍由本组派驻", "the unit is this group's still")
    return group


def standing(account: Account, serial: int) -> Fact:
    """The fact of that serial; raises `NoSuchFact`, or `WrongState` where it stands no longer."""
    if serial > len(account.state.facts):
        raise errors.NoSuchFact(fact=serial)
    fact = account.state.facts[serial - 1]
    account.stands(fact.stage, "current", names=FACT_NAMES)
    return fact


def person_fits(section: Section, person: KeyPerson | None) -> None:
    """Raise `InvalidField` unless key people, and only they, are persons."""
    if (section == "key_people") != (person is not None):
        raise invalid(
            "person",
            "关键人员须写明人员,其他栏目不写",
            "a person is named in section key_people, and there only",
        )


def not_ahead(account: Account, day: datetime.date | None) -> None:
    """Raise `InvalidField` for a fact that is true only later."""
    if day is not None and day > account.context.occurred.date:
        raise invalid("stated_on", "晚于本次办理日期", "it lies after the act itself")


def not_behind(account: Account, fact: Fact, day: datetime.date) -> None:
    """Raise `InvalidField` where a fact would end before it began."""
    not_ahead(account, day)
    if day < fact.since:
        raise invalid(
            "stated_on", f"早于原情况日期{fact.since}", f"the fact before it is of {fact.since}"
        )


def corrects(command: Correct, fact: Fact) -> None:
    """Raise `InvalidField` where a correction changes nothing, or names a person of another section."""
    mending.corrects(
        text=command.text, source=command.source, stated_on=command.stated_on, person=command.person
    )
    if command.person is not None:
        person_fits(fact.section, command.person)

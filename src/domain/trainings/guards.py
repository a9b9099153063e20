"""What has to be true before an action around a session; each guard raises the refusal it needs."""

import datetime
from collections.abc import Iterable

from domain import asking, mending
from domain.account import invalid
from domain.ids import PartyId, PersonId
from domain.trainings import errors
from domain.trainings.account import Account
from domain.trainings.commands import Attendance, Correct, Plan
from domain.trainings.state import NAMING_NAMES, STAGE_NAMES, Naming, Stage


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the session stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def may_plan(account: Account, command: Plan) -> None:
    """Raise `NoSuchBrand`, `NotAnOrganiser`; `UnknownParty`, `InvalidField` for whom and when."""
    brand = account.scheme.training_brand(command.brand)
    if brand is None:
        known = "、".join(each.code for each in account.scheme.training_brands)
        raise errors.NoSuchBrand(brand=command.brand, brands=known)
    if account.jurisdiction.party(account.acting).kind not in brand.organisers:
        raise errors.NotAnOrganiser(party=account.acting)
    asking.of_others(account, command.parties)
    from_today(account, command.name_by, "name_by")
    if command.name_by > command.planned:
        raise invalid("name_by", "晚于举办日期", "after the day of the session")


def from_today(account: Account, day: datetime.date, name: str) -> None:
    """Raise `InvalidField` for a day before the act itself."""
    if day < account.context.occurred.date:
        raise invalid(name, "早于本次办理日期", "the day lies before the act itself")


def by_organiser(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` or `NotAnOrganiser` unless the session stands so and its organiser acts."""
    at(account, *stages)
    if account.acting != account.state.organiser:
        raise errors.NotAnOrganiser(party=account.acting)


def naming_stands(account: Account, party: PartyId, *stages: Naming) -> None:
    """Raise `WrongState` unless a body is so far with naming who comes."""
    account.stands(account.state.named(party), *stages, names=NAMING_NAMES)


def of_its_own(
    account: Account, party: PartyId, persons: Iterable[PersonId], day: datetime.date
) -> None:
    """Raise `InvalidField` for somebody named twice, or who held no appointment in the body."""
    seen: set[PersonId] = set()
    for person in persons:
        if person in seen:
            raise invalid("persons", f"{person}重复", f"{person} is named twice")
        if not account.jurisdiction.holds(person, party, (), day):
            raise invalid(
                "persons",
                f"{person}当日未在“{party}”任职",
                f"{person} held no appointment in {party} that day",
            )
        seen.add(person)


def attended(account: Account, attendance: Iterable[Attendance], day: datetime.date) -> None:
    """Raise `InvalidField` for a body that was not invited or stands twice, and as `of_its_own`."""
    seen: set[PartyId] = set()
    for each in attendance:
        if each.party not in account.state.invited or each.party in seen:
            raise invalid(
                "attendance",
                f"“{each.party}”未获邀请,或者重复",
                f"{each.party} was not invited, or stands there twice",
            )
        seen.add(each.party)
        of_its_own(account, each.party, each.persons, day)


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField` where nothing is corrected, for a day to come, or what was not held yet."""
    today = account.context.occurred.date
    mending.corrects(title=command.title, held=command.held, attendance=command.attendance)
    if command.held is not None and command.held > today:
        raise invalid("held", "晚于本次办理日期", "the day lies after the act itself")
    if account.state.stage == "planned" and (command.held or command.attendance):
        raise invalid("held", "尚未举办", "it was not held yet")
    if command.attendance is not None:
        attended(account, (command.attendance,), command.held or account.state.held or today)

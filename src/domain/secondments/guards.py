"""What has to be true before an action around a secondment; each guard raises the refusal it needs."""

import datetime
from typing import Final

from domain import mending
from domain.account import invalid
from domain.ids import PartyId, PersonId
from domain.leads.circle import is_discipline_body
from domain.scheme_parts import STATIONED
from domain.secondments import errors
from domain.secondments.account import Account
from domain.secondments.commands import Correct, Propose
from domain.secondments.state import STAGE_NAMES, Stage

PROPOSERS: Final = frozenset({"commission", "organisationOffice"})
"""Who manages the cadres of the groups as one body (“大盘子”)."""

LINES: Final = frozenset({"organ", "stationed", "inspection"})
"""机关 · 派驻 · 巡察, between which cadres are exchanged."""

INSPECTING: Final = frozenset({"inspectionOffice", "inspectionTeam"})
"""Where one learns by inspection (以巡代训)."""


def may_propose(account: Account, command: Propose) -> None:
    """Raise `NotForSecondments`; `UnknownParty`, `InvalidField` for who, whither and when."""
    if account.jurisdiction.party(account.acting).kind not in PROPOSERS:
        raise errors.NotForSecondments(party=account.acting)
    account.jurisdiction.party(command.home)
    host = account.jurisdiction.party(command.host)
    if command.home == command.host:
        raise invalid("host", "接收单位与派出单位相同", "host and home are the same body")
    if command.kind == "inspection" and host.kind not in INSPECTING:
        raise invalid(
            "host", "以巡代训须在巡察机构", "one learns by inspection at an inspecting body"
        )
    home_line, host_line = line_of(account, command.home), line_of(account, command.host)
    if command.kind == "exchange" and (
        home_line == host_line or not {home_line, host_line} <= LINES
    ):
        raise invalid(
            "host",
            "干部交流须在机关、派驻、巡察之间",
            "an exchange goes between organ, stationed bodies and inspection",
        )
    works_at(account, command.person, command.home, "person", account.context.occurred.date)
    days_fit(account, command.begins, command.until)


def line_of(account: Account, party: PartyId) -> str:
    """机关 · 派驻 · 巡察: of which line a body is; its own for any other."""
    kind = account.jurisdiction.party(party).kind
    if kind in INSPECTING:
        return "inspection"
    if kind in STATIONED:
        return "stationed"
    return "organ" if is_discipline_body(party, account.jurisdiction) else party


def days_fit(account: Account, begins: datetime.date, until: datetime.date) -> None:
    """Raise `InvalidField` unless it begins today or later, and ends after that."""
    if begins < account.context.occurred.date:
        raise invalid("begins", "早于本次办理日期", "the day lies before the act itself")
    ends_after(until, begins)


def ends_after(until: datetime.date, begins: datetime.date) -> None:
    """Raise `InvalidField` unless the last day lies after the first."""
    if until <= begins:
        raise invalid("until", "不晚于开始日期", "it does not lie after the first day")


def works_at(
    account: Account, person: PersonId, party: PartyId, name: str, day: datetime.date
) -> None:
    """Raise `InvalidField` unless a person holds an appointment in a body that day."""
    if not account.jurisdiction.holds(person, party, (), day):
        raise invalid(
            name,
            f"{person}当日未在“{party}”任职",
            f"{person} held no appointment in {party} that day",
        )


def step_of(account: Account, party: PartyId, *stages: Stage) -> None:
    """Raise `WrongState` or `NotYourSecondment` unless it stands so and ``party`` acts."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)
    if account.acting != party:
        raise errors.NotYourSecondment(party_due=party, party=account.acting)


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField`, `NotYourSecondment`, `WrongState` unless it corrects what is the actor's.

    The host its appraisal once it is given, and the mentor; the organiser the purpose and, as long as they
    are to come, the first day and the last. Days of what was declined are proposed anew.
    """
    state = account.state
    mending.corrects(
        appraisal=command.appraisal,
        mentor=command.mentor,
        purpose=command.purpose,
        begins=command.begins,
        until=command.until,
    )
    if command.appraisal is not None:
        step_of(account, state.host, "sent_back")
    if command.mentor is not None:
        step_of(account, state.host, "begun", "sent_back")
        works_at(account, command.mentor, state.host, "mentor", state.begun or state.begins)
    if command.purpose is not None:
        step_of(account, state.organiser, "proposed", "declined", "agreed", "begun", "sent_back")
    if command.until is not None:
        step_of(account, state.organiser, "proposed", "agreed", "begun")
        ends_after(command.until, command.begins or state.begun or state.begins)
    if command.begins is not None:
        step_of(account, state.organiser, "proposed", "agreed")
        days_fit(account, command.begins, command.until or state.until)

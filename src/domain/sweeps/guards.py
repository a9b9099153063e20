"""What has to be true before an action in a sweep; each guard raises the refusal it needs."""

import datetime
from typing import Final

from domain import mending
from domain.account import invalid
from domain.asking import of_others
from domain.errors import NotFound
from domain.ids import PartyId, StreamId
from domain.leads import guards as leads
from domain.leads.state import Lead
from domain.scheme_parts import STATIONED, PartyKind
from domain.sweeps import errors
from domain.sweeps.account import Account
from domain.sweeps.commands import ConfirmRepeat, Convene, Correct
from domain.sweeps.state import (
    MATTER_NAMES,
    PARTY_NAMES,
    STAGE_NAMES,
    MatterEntry,
    PartyStage,
    Stage,
)
from domain.sweeps.values import Matter

CONVENING: Final[tuple[PartyKind, ...]] = (
    "commission",
    "countyCommission",
    "generalOffice",
    "caseSupervisionOffice",
    "supervisionOffice",
)
"""Who convenes all groups: the commission, and its offices for a leader (mechanism 9)."""

SWEEPING: Final[tuple[PartyKind, ...]] = (*STATIONED, "workCommittee")
"""Who is convened there."""


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless it stands in one of ``stages``; `NotFound` for whom it names (R 299)."""
    context = account.context
    if leads.is_any(context.actor, account.state.named, context):
        raise NotFound(stream=account.stream)
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_convener(account: Account) -> None:
    """Raise `NotTheSweeper` unless the convener acts."""
    if account.acting != account.state.convener:
        raise errors.NotTheSweeper(convener=account.state.convener, party=account.acting)


def by_case_supervision(account: Account) -> PartyId:
    """Raise `NotCaseSupervision` unless the office that checks for repeats acts."""
    office = account.case_supervision
    if office is None or account.acting != office:
        raise errors.NotCaseSupervision(party=account.acting)
    return office


def convenes(account: Account, command: Convene) -> None:
    """Raise `CannotSweep`, `UnknownParty`; `InvalidField` for days that cannot be."""
    of_others(account, command.parties)
    kind = account.jurisdiction.party(account.acting).kind
    convening = CONVENING if command.kind == "all_groups" else SWEEPING
    if kind not in convening:
        raise errors.CannotSweep(party=account.acting)
    for party in command.parties:
        if not _takes_part(account, command, party):
            raise errors.CannotSweep(party=party)
    if command.ends < command.begins:
        raise invalid("ends", "早于起始日", "it lies before the beginning")
    day_ahead(account, command.due)


def _takes_part(account: Account, command: Convene, party: PartyId) -> bool:
    known = account.jurisdiction.party(party)
    if command.kind == "all_groups":
        return known.kind in SWEEPING
    return known.stationed_group == account.acting


def day_ahead(account: Account, day: datetime.date) -> None:
    """Raise `InvalidField` for a day before the act itself."""
    if day < account.context.occurred.date:
        raise invalid("due", "早于本次办理日期", "it lies before the act itself")


def party_at(account: Account, party: PartyId, *stages: PartyStage) -> None:
    """Raise `NotAsked`, and `WrongState` unless the party stands in one of ``stages``."""
    stage = account.state.parties.get(party)
    if stage is None:
        raise errors.NotAsked(party=party)
    account.stands(stage, *stages, names=PARTY_NAMES)


def may_hand_in(account: Account) -> None:
    """A party that did not finish yet; the convener at any time."""
    if account.acting != account.state.convener:
        party_at(account, account.acting, "asked", "returned")


def matter_at(account: Account, key: int, *stages: str) -> MatterEntry:
    """The matter of that number; raises `NoSuchEntry`, and `WrongState` for another stage."""
    found = account.state.matters[key]
    account.stands(found.state, *stages, names=MATTER_NAMES)
    return found


def matter_fits(account: Account, matter: Matter, field: str) -> None:
    """A lead the party knows and that was not handed in yet, or what a matter is and about whom."""
    own = matter.content is not None and bool(matter.persons)
    if (matter.lead is None) != own or (matter.lead is not None and matter.persons):
        raise invalid(
            field,
            "须为已有线索,或写明内容和被反映人",
            "it is a lead, or says what it is and about whom",
        )
    if matter.lead is None:
        return
    leads.other_lead(matter.lead, account.context)
    if any(
        entry.lead == matter.lead and entry.state != "annulled" for entry in account.state.matters
    ):
        raise invalid(field, "已经报送", "it was handed in already")


def same_matter(account: Account, entry: MatterEntry, lead: StreamId) -> None:
    """Raise unless the lead is known to the acting party, registered, and what was handed in."""
    leads.other_lead(lead, account.context)
    state: Lead = account.context.streams[lead].state
    names = {subject.pseudonym for subject in state.subjects}
    fits = lead == entry.lead if entry.lead is not None else bool(names & entry.pseudonyms)
    if not fits:
        raise errors.NotThatMatter(lead=lead, matter=entry.key)
    if not state.numbers or state.stage == "annulled":
        raise errors.LeadNotRegistered(lead=lead)


def repeat_fits(account: Account, command: ConfirmRepeat) -> None:
    """Raise unless one of a lead that the office knows and an earlier matter is named."""
    if (command.lead is None) == (command.earlier is None):
        raise invalid("lead", "线索与此前事项须择一填写", "name a lead, or an earlier matter")
    if command.lead is not None:
        leads.other_lead(command.lead, account.context)
    if command.earlier is not None:
        account.state.matters[command.earlier]
        if command.earlier >= command.matter:
            raise invalid("earlier", "须为此前报送的事项", "it has to be an earlier one")


def all_in(account: Account) -> None:
    """Raise `PartiesOutstanding` or `MattersOpen`: neither may be left when it is concluded."""
    parties, matters = account.state.outstanding, account.state.matters.open
    if parties:
        raise errors.PartiesOutstanding(count=len(parties), parties="、".join(parties))
    if matters:
        numbers = "、".join(str(entry.key) for entry in matters)
        raise errors.MattersOpen(count=len(matters), matters=numbers)


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing, or names a day gone by."""
    mending.corrects(title=command.title, due=command.due)
    if command.due is not None:
        day_ahead(account, command.due)

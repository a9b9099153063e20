"""What follows from each action in a sweep, or why it is refused.

Basis: the interview – Wuhu's leaders in charge regularly have all groups sweep for leads (集中排查问题线索),
Linyi's groups sweep together with their host Party group (线索联合排查); DOMAIN.md §5 mechanism 9. Repeats
are looked for as for leads (R 198, 203): how many are told to case supervision, which to nobody.
"""

from collections.abc import Iterable

from domain.context import Context
from domain.errors import NotFound
from domain.ids import CaseTag, PartyId
from domain.leads.duplicates import leads_about
from domain.leads.state import Lead
from domain.model import Draft
from domain.streams import StreamState
from domain.sweeps import commands, errors, events, guards
from domain.sweeps.account import Account
from domain.sweeps.state import MatterEntry, Sweep

Stream = StreamState[Sweep]


def convene(stream: Stream, command: commands.Convene, context: Context) -> Iterable[Draft]:
    """Call a sweep; each party is asked. Raises `CannotSweep`, `UnknownParty`, `InvalidField`."""
    account = Account(stream, context)
    guards.convenes(account, command)
    account.tell(
        events.Convened(
            **account.plain(),
            convener=account.acting,
            kind=command.kind,
            title=command.title,
            parties=command.parties,
            begins=command.begins,
            ends=command.ends,
            due=command.due,
        )
    )
    for party in command.parties:
        account.tell(events.PartyAsked(**account.frame(), party=party, due=command.due))
    return account


def hand_in(stream: Stream, command: commands.HandIn, context: Context) -> Iterable[Draft]:
    """Hand in matters; each is compared with the leads and matters that name the same persons."""
    account = Account(stream, context)
    guards.at(account, "convened")
    guards.may_hand_in(account)
    for number, matter in enumerate(command.matters):
        guards.matter_fits(account, matter, f"matters[{number}]")
        key = account.state.matters.next_key
        account.tell(
            events.MatterHandedIn(
                **account.frame(), matter=key, party=account.acting, handed_in=matter
            )
        )
        _look_for_repeats(account, account.state.matters[key])
    return account


def _look_for_repeats(account: Account, entry: MatterEntry) -> None:
    office = account.case_supervision
    pseudonyms = _pseudonyms(account, entry)
    leads = [lead for lead in leads_about(pseudonyms, account.context) if lead != entry.lead]
    earlier = [
        other
        for other in account.state.matters.entries[: entry.key - 1]
        if other.state != "annulled" and _pseudonyms(account, other) & pseudonyms
    ]
    if office is not None and (leads or earlier):
        account.tell(
            events.RepeatSuspected(
                **account.frame(),
                matter=entry.key,
                case_supervision=office,
                leads=len(leads),
                matters=len(earlier),
            )
        )


def _pseudonyms(account: Account, entry: MatterEntry) -> frozenset[str]:
    """Of the persons a matter names, or those of the lead that it is."""
    if entry.lead is None:
        return entry.pseudonyms
    lead: Lead = account.context.streams[entry.lead].state
    return frozenset(each.pseudonym for each in lead.subjects if each.pseudonym is not None)


def finish(stream: Stream, _: commands.Finish, context: Context) -> Iterable[Draft]:
    """Say that all is handed in, be it nothing (零报告). Raises `NotAsked`."""
    account = Account(stream, context)
    guards.at(account, "convened")
    guards.party_at(account, account.acting, "asked", "returned")
    own = [each for each in account.state.matters.of(account.acting) if each.state != "annulled"]
    account.tell(events.HandedIn(**account.frame(), party=account.acting, matters=len(own)))
    return account


def return_hand_in(
    stream: Stream, command: commands.ReturnHandIn, context: Context
) -> Iterable[Draft]:
    """Have a party look again; what it handed in stays."""
    account = Account(stream, context)
    guards.at(account, "convened")
    guards.by_convener(account)
    guards.party_at(account, command.party, "handed_in")
    account.tell(
        events.HandInReturned(**account.frame(), party=command.party, reason=command.reason)
    )
    return account


def excuse(stream: Stream, command: commands.Excuse, context: Context) -> Iterable[Draft]:
    """Let a party off with an approval; the coverage says so."""
    account = Account(stream, context)
    guards.at(account, "convened")
    guards.by_convener(account)
    guards.party_at(account, command.party, "asked", "returned")
    account.tell(
        events.PartyExcused(
            **account.frame(),
            party=command.party,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account


def confirm_repeat(
    stream: Stream, command: commands.ConfirmRepeat, context: Context
) -> Iterable[Draft]:
    """Case supervision says what it repeats; convener and giver learn only that it does."""
    account = Account(stream, context)
    guards.at(account, "convened")
    office = guards.by_case_supervision(account)
    entry = guards.matter_at(account, command.matter, "suspected")
    guards.repeat_fits(account, command)
    account.tell(
        events.RepeatConfirmed(
            **account.frame(),
            matter=command.matter,
            case_supervision=office,
            lead=command.lead,
            earlier=command.earlier,
        )
    )
    account.tell(
        events.MatterSettled(
            **account.frame(), matter=entry.key, party=_giver(account, entry), outcome="repeat"
        )
    )
    return account


def _giver(account: Account, entry: MatterEntry) -> PartyId:
    """Who handed a matter in; there is none that nobody handed in."""
    if entry.party is None:
        raise NotFound(stream=account.stream)
    return entry.party


def dismiss_repeat(
    stream: Stream, command: commands.DismissRepeat, context: Context
) -> Iterable[Draft]:
    """Case supervision says that it repeats nothing."""
    account = Account(stream, context)
    guards.at(account, "convened")
    office = guards.by_case_supervision(account)
    guards.matter_at(account, command.matter, "suspected")
    account.tell(
        events.RepeatDismissed(
            **account.frame(),
            matter=command.matter,
            case_supervision=office,
            reason=command.reason,
        )
    )
    return account


def register(stream: Stream, command: commands.Register, context: Context) -> Iterable[Draft]:
    """The matter stands in the register as a lead: told by the convener or the body that holds it.

    Raises `NotThatMatter`, `LeadNotRegistered`; `WrongState` while a repeat is to be checked.
    """
    account = Account(stream, context)
    guards.at(account, "convened")
    entry = guards.matter_at(account, command.matter, "handed_in", "cleared")
    if account.acting not in (account.state.convener, entry.party):
        raise errors.NotTheSweeper(convener=account.state.convener, party=account.acting)
    guards.same_matter(account, entry, command.lead)
    account.tell(
        events.MatterSettled(
            **account.frame(),
            matter=entry.key,
            party=_giver(account, entry),
            outcome="registered",
            lead=command.lead,
        ),
        case=CaseTag(command.lead),
    )
    return account


def drop(stream: Stream, command: commands.Drop, context: Context) -> Iterable[Draft]:
    """It is no lead, and why."""
    account = Account(stream, context)
    guards.at(account, "convened")
    guards.by_convener(account)
    entry = guards.matter_at(account, command.matter, "handed_in", "cleared")
    account.tell(
        events.MatterSettled(
            **account.frame(),
            matter=entry.key,
            party=_giver(account, entry),
            outcome="dropped",
            reason=command.reason,
        )
    )
    return account


def conclude(stream: Stream, command: commands.Conclude, context: Context) -> Iterable[Draft]:
    """Conclude it with coverage and hits. Raises `PartiesOutstanding`, `MattersOpen`."""
    account = Account(stream, context)
    guards.at(account, "convened")
    guards.by_convener(account)
    guards.all_in(account)
    account.tell(
        events.Concluded(
            **account.frame(),
            kind=account.state.kind,
            summary=command.summary,
            result=account.state.result,
        )
    )
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: title, or the day; who did not hand in yet is asked anew for the right day."""
    account = Account(stream, context)
    guards.at(account, "convened", "concluded")
    guards.by_convener(account)
    guards.corrects(account, command)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            due=command.due,
        )
    )
    if command.due is not None:
        for party, stage in account.state.parties.items():
            if stage == "asked":
                account.tell(events.PartyAsked(**account.frame(), party=party, due=command.due))
    return account


def annul_matter(
    stream: Stream, command: commands.AnnulMatter, context: Context
) -> Iterable[Draft]:
    """A matter was handed in by mistake: it does not count."""
    account = Account(stream, context)
    guards.at(account, "convened", "concluded")
    stages = ("handed_in", "suspected", "cleared", "registered", "repeat", "dropped")
    entry = guards.matter_at(account, command.matter, *stages)
    if account.acting not in (account.state.convener, entry.party):
        raise errors.NotTheSweeper(convener=account.state.convener, party=account.acting)
    account.tell(
        events.MatterAnnulled(
            **account.frame(),
            matter=entry.key,
            party=_giver(account, entry),
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the sweep was entered by mistake; what is owed is withdrawn."""
    account = Account(stream, context)
    guards.at(account, "convened", "concluded")
    guards.by_convener(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account

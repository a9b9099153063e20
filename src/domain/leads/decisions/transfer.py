"""The hand-over between organisations: the decisions.

及时移送—集中管理—分类处置—结果反馈: sent with a list, acknowledged, accepted or returned, followed by
its milestones, fed back and confirmed (DOMAIN.md §4; R 199, 201, 202).
"""

from collections.abc import Iterable
from typing import Any

from domain.account import invalid
from domain.attachments.between import released
from domain.between import channel_to
from domain.context import Context
from domain.ids import PartyId
from domain.leads import circle, commands, errors, events, guards, procedures
from domain.leads.account import Account
from domain.leads.decisions import effects, structure
from domain.leads.state import HAND_OVER_STAGES, HandOver, HandOverStatus, Lead
from domain.leads.values import TRANSFERRED
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Lead]


def transfer(stream: Stream, command: commands.Transfer, context: Context) -> Iterable[Draft]:
    """Hand the lead over with a list (R 199, 201).

    What was only received is sent on as triage. What is being handled goes where the approved
    disposal says, sent by its handlers.
    """
    account = guards.known(stream, context)
    may_send(account, command.to_party)
    procedures.may_go(account, command.to_party, command.materials)
    channel = channel_to(account, command.to_party)
    if channel is not None:
        raise errors.OnlyByReferral(party=channel.party, jurisdiction=channel.jurisdiction)
    send(account, command)
    return account


def may_send(account: Account, party: PartyId) -> None:
    """Refuse unless the lead may go to that party now, and the acting party is the one to send it."""
    lead, to_party = account.lead, account.jurisdiction.party(party).code
    guards.not_a_unit_committee(account, to_party)
    if lead.stage == "handling":
        guards.by_handlers(account)
        guards.at(account, "handling")
        _as_approved(account, to_party)
    else:
        guards.by_party(account, lead.holder, *guards.EXCHANGING)
        guards.at(account, "received", "registered")
        guards.undecided(account)
    if to_party == lead.holder:
        raise invalid("to_party", "线索已由其保管", "it holds the lead already")


def send(account: Account, command: commands.Transfer | commands.Refer) -> None:
    """Tell that it was handed over; the next serial of the lead."""
    account.tell(
        events.Transferred(
            **account.plain(),
            transfer=len(account.lead.transfers) + 1,
            from_party=account.holder,
            to_party=command.to_party,
            document=command.document,
            reason=command.reason,
            materials=command.materials,
            feedback_expected=command.feedback_expected,
        )
    )


def _as_approved(account: Account, to_party: PartyId) -> None:
    if guards.approved(account, TRANSFERRED).to_party != to_party:
        raise errors.NotApproved(way=f"{TRANSFERRED} → {to_party}")


def acknowledge_transfer(
    stream: Stream, command: commands.AcknowledgeTransfer, context: Context
) -> Iterable[Draft]:
    """Sign for the papers; from now on the addressee sees the lead, to decide whether it is its."""
    account, leg = _arriving(stream, context, command.transfer, "sent")
    account.tell(events.TransferAcknowledged(**account.plain(), **_ends(leg)))
    account.tell(
        events.CustodyChanged(
            **account.frame(), former_holder=account.holder, addressee=leg.to_party
        )
    )
    return account


def accept(stream: Stream, command: commands.Accept, context: Context) -> Iterable[Draft]:
    """Accept it: the addressee holds the lead, registers and handles it by its own rules."""
    account, leg = _arriving(stream, context, command.transfer, "acknowledged")
    guards.ours(account, leg)
    _complete(leg)
    account.tell(
        events.Accepted(
            **account.plain(),
            **_ends(leg),
            feedback_expected=leg.feedback_expected,
            to_register=_registers(account, leg),
        )
    )
    _taken_over(account, leg)
    return account


def _registers(account: Account, leg: HandOver) -> bool:
    """Whether the addressee is of those who enter leads in a register, here."""
    return circle.is_discipline_body(leg.to_party, account.jurisdiction)


def _taken_over(account: Account, leg: HandOver) -> None:
    """The addressee holds it; whoever waits for news learns that it was received.

    A lead whose letter was entered by the addressee itself is with it already.
    """
    former = account.holder
    if former != leg.to_party:
        account.tell(
            events.CustodyChanged(
                **account.frame(holder=leg.to_party, handling_party=None), former_holder=former
            )
        )
    effects.reach(account, "received")


def accept_part(stream: Stream, command: commands.AcceptPart, context: Context) -> Iterable[Draft]:
    """Accept some persons; a part of its own, held by the sender, takes the others (R 201)."""
    account, leg = _arriving(stream, context, command.transfer, "acknowledged")
    guards.whole(leg)
    _complete(leg)
    part, opened = structure.split_off(
        account, command.refused, holder=leg.from_party, to_register=False
    )
    account.tell(
        events.PartAccepted(
            **account.plain(),
            **_ends(leg),
            feedback_expected=leg.feedback_expected,
            refused=command.refused.persons,
            part=part,
            reason=command.refused.reason,
            to_register=_registers(account, leg),
        )
    )
    opened.tell(
        events.PartRefused(**opened.frame(), refused_by=leg.to_party, reason=command.refused.reason)
    )
    _taken_over(account, leg)
    return (*account, *opened)


def return_transfer(
    stream: Stream, command: commands.ReturnTransfer, context: Context
) -> Iterable[Draft]:
    """Return it with the reason (R 201: not supervision's → return), or because papers are missing."""
    account, leg = _arriving(stream, context, command.transfer, "acknowledged")
    if command.missing:
        guards.whole(leg)
        account.tell(events.PapersDemanded(**account.plain(), **_ends(leg), papers=command.missing))
    account.tell(
        events.Returned(
            **account.plain(),
            **_ends(leg),
            reason=command.reason,
            sender_decides=not command.missing and leg.abroad is None,
        )
    )
    former = account.holder
    account.tell(
        events.CustodyChanged(**account.frame(holder=leg.from_party), former_holder=former)
    )
    return account


def _arriving(
    stream: Stream, context: Context, serial: int, *stages: HandOverStatus
) -> tuple[Account, HandOver]:
    """A hand-over that the acting party is to answer."""
    account = guards.known(stream, context)
    leg = guards.leg(account, serial)
    guards.by_party(account, leg.to_party, *guards.EXCHANGING)
    guards.here(leg, leg.to_party)
    _stands(account, leg, *stages)
    return account, leg


def feed_back(stream: Stream, command: commands.FeedBack, context: Context) -> Iterable[Draft]:
    """Tell the sender the result (结果反馈); what was done to find it stays behind."""
    account = guards.known(stream, context)
    leg = guards.leg(account, command.transfer)
    guards.by_party(account, leg.to_party, *guards.EXCHANGING)
    guards.here(leg, leg.to_party)
    _stands(account, leg, "accepted")
    if not account.lead.concluded:
        raise errors.FeedbackTooEarly
    sender = None if leg.abroad is None else leg.from_party
    files, on_record = released(stream, command.attachments, sender, context)
    account.tell(
        events.ResultFedBack(
            **account.plain(),
            **_ends(leg),
            result=command.result,
            text=command.text,
            document=command.document,
            attachments=files,
        )
    )
    return (*on_record, *account)


def confirm_feedback(
    stream: Stream, command: commands.ConfirmFeedback, context: Context
) -> Iterable[Draft]:
    """The sender confirms: the loop of this hand-over is closed."""
    account = guards.known(stream, context)
    leg = guards.leg(account, command.transfer)
    guards.by_party(account, leg.from_party, *guards.EXCHANGING)
    guards.here(leg, leg.from_party)
    _stands(account, leg, "fed_back")
    account.tell(events.FeedbackConfirmed(**account.plain(), **_ends(leg)))
    return account


def _complete(leg: HandOver) -> None:
    if leg.missing:
        raise errors.PapersMissing(papers="、".join(leg.missing))


def _stands(account: Account, leg: HandOver, *stages: HandOverStatus) -> None:
    if leg.status not in stages:
        raise account.wrong_state(*HAND_OVER_STAGES[leg.status])


def _ends(leg: HandOver) -> dict[str, Any]:
    return {"transfer": leg.serial, "from_party": leg.from_party, "to_party": leg.to_party}

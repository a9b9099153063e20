"""Running matters in a bulletin: those that no review looked at count too (mechanism 6).

What is overdue, returned or unsigned in them shows by itself. The clock notes each day which they are while
a bulletin is owed; the bulletin looks at each again, lists those in which something still is, and each body
answers what it was told. Nobody chooses what is left out.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from domain.account import invalid
from domain.cases.state import Case
from domain.context import Context
from domain.ids import (
    CaseTag,
    JurisdictionCode,
    PartyId,
    StreamId,
    derived_id,
    family_of,
    stream_id,
)
from domain.jurisdiction import Jurisdiction
from domain.leads.state import Lead
from domain.model import Draft, Event
from domain.quality_bulletins import commands, events, guards
from domain.quality_bulletins.account import Account
from domain.quality_bulletins.state import Bulletin
from domain.quality_reviews.subjects import REVIEWED, detected, ended
from domain.scheme import PartyKind
from domain.scheme_scoring import Fault, Scoring
from domain.streams import StreamState

Stream = StreamState[Bulletin]

HANDLING: Final[tuple[PartyKind, ...]] = (
    "stationedGroup",
    "dispatchedBody",
    "supervisionOffice",
    "investigationOffice",
)
"""Bodies whose running matters a bulletin tells of."""


class Running(NamedTuple):
    """A running matter of a body, with how many faults of each kind are in it now."""

    matter: StreamId
    body: PartyId
    faults: Counter[Fault]


def noted_in(jurisdiction: JurisdictionCode, issuer: PartyId, period: str) -> StreamId:
    """Where it is noted what an office's bulletin of a month has to look at."""
    return stream_id("quality_bulletin", derived_id(jurisdiction, "running", issuer, period))


def note_running(
    stream: Stream, command: commands.NoteRunning, context: Context
) -> Iterable[Draft]:
    """Note the running matters in which something seems overdue, returned or unsigned.

    Nothing happens where that is noted already.
    """
    account, issuer, period = Account(stream, context), command.issuer, command.period
    if stream.stream != noted_in(context.request.jurisdiction, issuer, period):
        raise invalid("issuer", "与目标不符", "the target is another's")
    context.jurisdiction.party(issuer)
    if any(family_of(matter) not in REVIEWED for matter in command.matters):
        raise invalid("matters", "须为问题线索或案件", "they are leads or cases")
    if account.state.noted != command.matters:
        account.tell(
            events.RunningNoted(
                **account.plain(), issuer=issuer, period=period, matters=command.matters
            )
        )
    return account


def found(
    account: Account, period: str, *, besides: Iterable[StreamId | None]
) -> list[Running] | None:
    """What was noted and is so still, ``besides`` what reviews tell of; None where nothing was noted."""
    context, scoring = account.context, account.scheme.scoring
    noted: Bulletin = context.streams[
        noted_in(context.request.jurisdiction, account.acting, period)
    ].state
    if noted.stage != "noted" or scoring is None:
        return None
    told = frozenset(besides)
    context.streams.require(noted.noted)
    streams = (context.streams[matter] for matter in noted.noted if matter not in told)
    matters = (look_at(stream, context.jurisdiction, scoring) for stream in streams)
    return [each for each in matters if each is not None]


def look_at(
    stream: StreamState[Any], jurisdiction: Jurisdiction, scoring: Scoring
) -> Running | None:
    """A matter under way in which something is overdue, returned or unsigned now; None for any other."""
    body = None if ended(stream.state) else _body(stream.state, jurisdiction)
    if body is None:
        return None
    faults = Counter(each.fault for each in detected(stream, body, scoring))
    return Running(stream.stream, body, faults) if faults else None


def _body(state: object, jurisdiction: Jurisdiction) -> PartyId | None:
    """In whose hands a matter is, if that is a body of the commission's own line."""
    match state:
        case Lead(handling_party=handling, holder=holder):
            body = handling or holder
        case Case(handling_party=handling):
            body = handling
        case _:
            return None
    if body is None or jurisdiction.party(body).kind not in HANDLING:
        return None
    return body


def list_each(account: Account, running: Iterable[Running]) -> None:
    """How many there are, and each for its body to answer."""
    matters = list(running)
    total = sum((each.faults for each in matters), Counter[Fault]())
    account.tell(events.RunningCounted(**account.frame(), matters=len(matters), **_figures(total)))
    for item, each in enumerate(matters, 1):
        told = events.RunningListed(
            **account.frame(),
            body=each.body,
            item=item,
            matter=each.matter,
            **_figures(each.faults),
        )
        _tell(account, told, each.matter)


def _figures(faults: Counter[Fault]) -> dict[str, Any]:
    return {name: faults[name] for name in ("overdue", "returned", "signature_missing")}


def _tell(account: Account, event: Event, matter: StreamId) -> None:
    """Add what is about one matter, with its tag where that is a case."""
    family = account.context.catalogue.family[family_of(matter)]
    account.tell(event, case=CaseTag(matter) if family.is_case else None)


def reply(stream: Stream, command: commands.Reply, context: Context) -> Iterable[Draft]:
    """The body says how what it was told of a matter was put right; also anew, after it came back."""
    account = Account(stream, context)
    guards.at(account, "issued")
    item = guards.item(account, command.item, "asked", "returned")
    guards.by_body(account, item)
    told = events.Replied(**account.frame(), body=item.body, item=command.item, text=command.text)
    _tell(account, told, item.matter)
    return account


def return_reply(
    stream: Stream, command: commands.ReturnReply, context: Context
) -> Iterable[Draft]:
    """Send the answer back; a better one is owed."""
    account = Account(stream, context)
    guards.at(account, "issued")
    guards.by_issuer(account)
    item = guards.item(account, command.item, "answered")
    told = events.ReplyReturned(
        **account.frame(), body=item.body, item=command.item, reason=command.reason
    )
    _tell(account, told, item.matter)
    return account


def accept_reply(
    stream: Stream, command: commands.AcceptReply, context: Context
) -> Iterable[Draft]:
    """Take the answer as sufficient."""
    account = Account(stream, context)
    guards.at(account, "issued")
    guards.by_issuer(account)
    item = guards.item(account, command.item, "answered")
    told = events.ReplyAccepted(**account.frame(), body=item.body, item=command.item)
    _tell(account, told, item.matter)
    return account

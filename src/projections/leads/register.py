"""The register of leads (问题线索台账): one row per lead with what people look for first (DOMAIN.md §2 A7).

Observers get ``lead_status``: received, under way, closed, and nothing of the content.
"""

from typing import Any, Final

from domain.leads import events
from domain.leads.events import LeadEvent
from domain.leads.events.transfer import HandOverEvent
from domain.model import Event, Recorded
from projections.leads.changes import CHANGES
from projections.leads.rows import (
    LEAD_DUPLICATES,
    LEAD_REPORTERS,
    LEAD_STATUS,
    LEADS,
    Lead,
    LeadDuplicate,
    LeadReporter,
    LeadStatus,
)
from projections.model import Handler, ReadModel
from projections.rows import Rows

_STATUS: Final = {
    "received": "received",
    "registered": "received",
    "allocated": "under_way",
    "acknowledged": "under_way",
    "handling": "under_way",
    "shelved": "under_way",
    "referred": "under_way",
    "closed": "closed",
    "case_filed": "closed",
    "merged": "closed",
    "annulled": "closed",
}


def _opened(event: Recorded[Any], e: events.Received | events.SplitOff) -> Lead:
    """A lead of which only its first event is known."""
    letter = e if isinstance(e, events.Received) else None
    return Lead(
        scope=e.concerns.visibility,
        stage="received",
        number=None,
        number_organ=None,
        number_year=None,
        number_serial=None,
        numbers=[],
        source=e.source,
        regime=e.regime,
        secrecy=e.secrecy,
        report=None if letter is None else letter.report,
        subjects=[],
        persons=(),
        content=None if letter is None else letter.content,
        sender=None if letter is None else letter.sender,
        document=None if letter is None else letter.document,
        hand_overs=[],
        rule=None if letter is None else letter.rule,
        found_on=None,
        received=e.occurred.date,
        received_by=event.actor,
        holder=e.holder,
        handling_party=e.handling_party,
        party=e.handling_party or e.holder,
        party_since=e.occurred.date,
        handlers=(),
        keeper=None,
        verifiers=(),
        acknowledged=None,
        submission=None,
        awaiting_party=None,
        awaiting_role=None,
        way=None,
        way_basis=None,
        way_approved=None,
        result=None,
        measure=None,
        four_forms=None,
        ended=None,
        review_on=None,
        origin=None,
        parts=(),
        linked=(),
        merged_into=None,
        case_stream=None,
        superior_informed=None,
        annulled=None,
        tabled=None,
        resolved_at=None,
        resolved=None,
        resolved_way=None,
        resolution_owner=None,
        resolution_due=None,
        resolution=None,
    )


def changed(rows: Rows, event: Recorded[LeadEvent]) -> None:
    """Fold one event of the lead itself. Nothing is known before it was received: `LookupError`."""
    e = event.event
    lead = rows.get(LEADS)
    if isinstance(e, events.Received | events.SplitOff):
        lead = _opened(event, e)
    if lead is None:
        raise LookupError("the lead was never received")
    lead = _held(lead, e)
    change = CHANGES.get(type(e))
    if change is not None:
        lead = change(lead, e)
    rows.put(LEADS, lead)
    status = _STATUS[lead.stage]
    known = rows.get(LEAD_STATUS)
    if known is None or known.status != status:
        rows.put(LEAD_STATUS, LeadStatus(lead.scope, status, e.occurred.date))


def _held(lead: Lead, event: LeadEvent) -> Lead:
    """Who holds and who handles it, as every event of a lead says."""
    party = event.handling_party or event.holder
    if party != lead.party:
        lead = lead._replace(party=party, party_since=event.occurred.date)
    return lead._replace(holder=event.holder, handling_party=event.handling_party)


def handed_over(rows: Rows, event: Recorded[HandOverEvent | events.Recalled]) -> None:
    """转来单位、人员、时间: who sent it to whom, and how far the hand-over is."""
    e = event.event
    lead = rows.get(LEADS)
    if lead is None:
        raise LookupError("the lead was never received")
    if isinstance(e, events.Transferred):
        sent = {
            "transfer": e.transfer,
            "from_party": e.from_party,
            "by": event.actor,
            "to_party": e.to_party,
            "document": e.document,
            "sent": e.occurred.date.isoformat(),
            "status": "sent",
            "answered": None,
            "missing": [],
        }
        rows.put(LEADS, lead._replace(hand_overs=[*lead.hand_overs, sent]))
        return
    changed = _moved(e)
    legs = [{**leg, **changed} if leg["transfer"] == e.transfer else leg for leg in lead.hand_overs]
    rows.put(LEADS, lead._replace(hand_overs=legs))


def _moved(event: HandOverEvent | events.Recalled) -> dict[str, Any]:
    """What changes in the row of a hand-over."""
    if isinstance(event, events.PapersDemanded):
        return {"missing": list(event.papers)}
    status = _HAND_OVER_STATUS[type(event)]
    answered = {"answered": event.occurred.date.isoformat()} if status in _ANSWERS else {}
    return {"status": status, **answered}


_HAND_OVER_STATUS: Final[dict[type[Event], str]] = {
    events.TransferAcknowledged: "acknowledged",
    events.Accepted: "accepted",
    events.PartAccepted: "accepted",
    events.Returned: "returned",
    events.ResultFedBack: "fed_back",
    events.FeedbackConfirmed: "confirmed",
    events.Recalled: "recalled",
}
_ANSWERS: Final = ("accepted", "returned")


def told(rows: Rows, event: Recorded[events.NewsArrived]) -> None:
    """Another jurisdiction handles it: how far, is all that is known here."""
    e = event.event
    lead, status = rows.get(LEADS), rows.get(LEAD_STATUS)
    if lead is not None and e.news == "accepted" and _runs(lead, e.transfer):
        rows.put(LEADS, lead._replace(stage="referred"))
    if status is not None and e.news in ("received", "under_way", "closed"):
        rows.put(LEAD_STATUS, LeadStatus(status.scope, e.news, e.occurred.date))


def _runs(lead: Lead, transfer: int) -> bool:
    """Whether a hand-over was accepted; one that was recalled meanwhile changes nothing."""
    return any(
        leg["status"] == "accepted" for leg in lead.hand_overs if leg["transfer"] == transfer
    )


def duplicate(
    rows: Rows,
    event: Recorded[
        events.DuplicateSuspected | events.DuplicateConfirmed | events.DuplicateDismissed
    ],
) -> None:
    """Suspected, then confirmed or dismissed."""
    e = event.event
    known = rows.get(LEAD_DUPLICATES)
    matches = 0 if known is None else known.matches
    match e:
        case events.DuplicateSuspected():
            row = LeadDuplicate(e.concerns.visibility, "suspected", e.matches, None, None)
        case events.DuplicateConfirmed():
            row = LeadDuplicate(e.concerns.visibility, "confirmed", matches, e.of, None)
        case events.DuplicateDismissed():
            row = LeadDuplicate(e.concerns.visibility, "dismissed", matches, None, e.reason)
    rows.put(LEAD_DUPLICATES, row)


def reporter(
    rows: Rows,
    event: Recorded[
        events.ReporterRecorded | events.ReporterNotified | events.ReporterAccessGranted
    ],
) -> None:
    """Recorded once; then told, and made known to others by approval."""
    e = event.event
    if isinstance(e, events.ReporterRecorded):
        who = e.reporter
        row = LeadReporter(
            e.concerns.visibility, who.person, who.name, who.contact, e.report, e.kept_by, [], ()
        )
        rows.put(LEAD_REPORTERS, row)
        return
    known = rows.get(LEAD_REPORTERS)
    if known is None:
        raise LookupError("no reporter was recorded")
    match e:
        case events.ReporterNotified():
            rows.put(LEAD_REPORTERS, known._replace(notified=(*known.notified, e.notice)))
        case events.ReporterAccessGranted():
            grant = {"party": e.to_party, "until": e.until.isoformat(), "by": e.approved_by}
            rows.put(LEAD_REPORTERS, known._replace(granted=[*known.granted, grant]))


_LEAD_EVENTS: Final = tuple(
    event
    for event in vars(events).values()
    if isinstance(event, type) and issubclass(event, LeadEvent)
)

_HANDLERS: Final[dict[type[Event], Handler]] = {
    **dict.fromkeys(_LEAD_EVENTS, changed),
    **dict.fromkeys((events.Transferred, events.PapersDemanded, *_HAND_OVER_STATUS), handed_over),
    events.Recalled: handed_over,
    events.NewsArrived: told,
    events.DuplicateSuspected: duplicate,
    events.DuplicateConfirmed: duplicate,
    events.DuplicateDismissed: duplicate,
    events.ReporterRecorded: reporter,
    events.ReporterNotified: reporter,
    events.ReporterAccessGranted: reporter,
}

MODEL: Final = ReadModel(
    name="leads",
    version=7,
    tables=(LEADS, LEAD_STATUS, LEAD_DUPLICATES, LEAD_REPORTERS),
    handlers=_HANDLERS,
)

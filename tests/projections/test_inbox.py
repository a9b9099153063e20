"""Who owes something finds it in the inbox: each rule of each city's scheme, by the events that it arises on.

An event is made up in which every field that names a party names another one; folded alone, it leaves
something waiting for the owner that the rule points at. Where the owner is not in the event itself (a
relation, the state, a party of the city), something waits for somebody.
"""

import dataclasses
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, get_args, get_type_hints

from domain.catalogue import CATALOGUE
from domain.ids import PartyId, StreamId
from domain.model import Event
from domain.scheme import Scheme
from domain.scheme_parts import Rule
from processes.scheme_files import read_scheme_files
from projections.inbox import MODEL
from projections.inbox_items import INBOX
from projections.rows import Rows
from tests.projections.any_event import any_event
from tests.projections.making import Log, stream

SCHEMES: Final = Path(__file__).parents[2] / "schemes"
CITIES: Final = ("fanchang", "linyi", "liuzhou", "wuhu", "yinan")

EXCEPT: Final[Mapping[str, frozenset[str]]] = {
    "who reported, and that they are told, no title may tell": frozenset(
        {
            "complaint-handling.quarterly-result complaint.concluded",
            "complaint-intake.repeat-notice complaint.kept_as_repeat",
            "complaint-reporters.result complaint.concluded",
            "real-name-reports.accepted lead.reporter_recorded",
            "real-name-reports.result lead.case_filed",
            "real-name-reports.result lead.closed",
        }
    ),
    "the courier delivers it; what is not delivered stands in the dispatches": frozenset(
        {
            "department-requests.delivery department_request.dispatched",
            "lead-closed-loop.delivery lead.referred",
            "proposal-forms.delivery proposal_form.dispatched",
            "task-orders.delivery task_order.dispatched",
            "urgings.delivery urging.dispatched",
        }
    ),
    "it waits since an earlier event, or for whom that one named": frozenset(
        {
            "case-decision.deliberation-anew case.approval_given",
            "consultations.confirm consultation.action_item_reported",
            "consultations.hold consultation.postponed",
            "responsibility-trees.list responsibility_tree.corrected",
            "secondments.arrival secondment.arrival_moved",
            "secondments.return secondment.return_moved",
            "talks.follow-up talk.promise_corrected",
            "talent-pools.study talent_pool.study_awaited",
            "visits.concern visit.concern_corrected",
            "work-hand-overs.hand-over work_hand_over.due_set",
            "work-hand-overs.taker-signature work_hand_over.leaver_excused",
            "work-hand-overs.taker-signature work_hand_over.leaver_signed",
        }
    ),
    "the party that it waits for is that one: the event names it twice": frozenset(
        {
            "assigned-complaints.result complaint.assigned",
            "complaint-handling.better-result complaint.result_sent_back",
            "lead-closed-loop.departments-hand-over lead.found",
        }
    ),
    "the way in which a lead is disposed of waits as one step, whatever is owed within it": frozenset(
        {
            "lead-disposal.entrusted-interview lead.interview_entrusted",
            "lead-disposal.appropriate-inquiry-report lead.appropriate_inquiry_started",
            "lead-disposal.outcome lead.appropriate_inquiry_reported",
            "lead-disposal.outcome lead.verification_reported",
            "lead-disposal.written-inquiry-delivery lead.written_inquiry_sent",
            "lead-disposal.report-after-inquiry lead.interview_held",
            "lead-disposal.report-after-inquiry lead.written_inquiry_replied",
            "lead-disposal.statement lead.interview_held",
            "lead-disposal.verification-report lead.verification_started",
            "lead-disposal.written-inquiry-reply lead.written_inquiry_delivered",
        }
    ),
}
"""What the event alone leaves nothing waiting for, by why."""


def rules() -> Iterator[Rule]:
    """Every rule of every city, each once where cities share it."""
    seen: list[Rule] = []
    for city in CITIES:
        scheme = Scheme.parse(read_scheme_files(SCHEMES / f"{city}.toml").text, CATALOGUE)
        for rule in scheme.rules.values():
            if rule not in seen:
                seen.append(rule)
                yield rule


def made_up(kind: type[Event], when: Mapping[str, Any]) -> Event:
    """An event whose parties are all different ones, and for which ``when`` holds."""
    event = any_event(kind, random.Random(1))
    hints = get_type_hints(kind)
    parties = {
        each.name: (PartyId(each.name),)
        if tuple in _parts(hints[each.name])
        else PartyId(each.name)
        for each in dataclasses.fields(event)
        if PartyId in _parts(hints[each.name])
    }
    return dataclasses.replace(event, **{**parties, **when})


def _parts(hint: Any) -> frozenset[Any]:
    """What stands in an annotation: ``tuple[PartyId, ...] | None`` has a tuple, a party, nothing."""
    inner = frozenset(part for each in get_args(hint) for part in _parts(each))
    return inner | {hint if isinstance(hint, type) else getattr(hint, "__origin__", hint), hint}


def waiting(event: Event, name: str) -> frozenset[str]:
    """For whom something waits after this event alone."""
    family, _, _ = name.partition(".")
    log, rows = Log(), Rows(MODEL)
    (entry,) = log.command((StreamId(stream(0, family)), event))
    rows.apply(MODEL.handlers_of(type(event)), entry.event)
    return frozenset(row.party for row in rows.all(INBOX))


def finds_it(rule: Rule, name: str) -> bool:
    """Whether the owner has something waiting once the event happened."""
    event = made_up(CATALOGUE.short_names[name][1], rule.when)
    found = waiting(event, name)
    root, _, field = rule.owner.partition(".")
    if root != "event" or "." in field:
        return bool(found)
    owner = getattr(event, field)
    return bool(found & ({owner} if isinstance(owner, str) else set(owner)))


def test_what_an_event_makes_owed_waits_for_its_owner() -> None:
    """But for what stands in no inbox, or not because of this event, for a reason."""
    gaps = {
        f"{rule.key} {name}" for rule in rules() for name in rule.on if not finds_it(rule, name)
    }
    assert sorted(gaps.difference(*EXCEPT.values())) == []

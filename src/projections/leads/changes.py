"""How each event of a lead changes its row: one small function per event, the others change nothing."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain.ids import PersonId
from domain.leads import events
from domain.leads.values import Subject, SubjectReference
from domain.model import Event, Number
from projections.leads.rows import Lead
from projections.numbers import numbered


def received(lead: Lead, event: events.Received) -> Lead:
    """The reported persons, as the report names them."""
    return _with_subjects(lead, [_subject(each) for each in event.subjects])


def found(lead: Lead, event: events.Found) -> Lead:
    """A department found it on that day."""
    return lead._replace(found_on=event.occurred.date)


def split_off(lead: Lead, event: events.SplitOff) -> Lead:
    """A part carries its persons on; their names stay where they came in."""
    subjects = [_reference(each) for each in event.subjects]
    return _with_subjects(lead, subjects)._replace(origin=event.origin)


def split(lead: Lead, event: events.Split) -> Lead:
    """Persons left for a part of their own."""
    left = [each for each in lead.subjects if each["person"] not in event.persons]
    return _with_subjects(lead, left)._replace(parts=(*lead.parts, event.part))


def absorbed(lead: Lead, event: events.Absorbed) -> Lead:
    """Another lead's persons came along."""
    more = [_reference(each) for each in event.subjects if each.person not in lead.persons]
    return _kept_out(_with_subjects(lead, [*lead.subjects, *more]), event.recused)._replace(
        linked=(*lead.linked, event.other)
    )


def merged(lead: Lead, event: events.Merged) -> Lead:
    """It is handled with another from now on."""
    return _ended(lead._replace(merged_into=event.into), event, "merged")


def linked(lead: Lead, event: events.Linked) -> Lead:
    """Another lead has to do with it."""
    return lead._replace(linked=tuple(dict.fromkeys((*lead.linked, event.other))))


def registered(lead: Lead, event: events.Registered) -> Lead:
    """It has a number in an organ's register; one it had there already is kept."""
    number = event.number
    others = [each for each in lead.numbers if each["text"] != str(number)]
    return lead._replace(
        stage="registered",
        **numbered(number),
        numbers=[*others, _number(number)],
    )


def annulled(lead: Lead, event: events.Annulled) -> Lead:
    """It does not count; its numbers are kept as annulled."""
    numbers = [{**each, "annulled": True} for each in lead.numbers]
    return _ended(lead._replace(numbers=numbers, annulled=event.reason), event, "annulled")


def corrected(lead: Lead, event: events.Corrected) -> Lead:
    """What stood wrong in the register."""
    standing = event.standing
    subjects = lead.subjects
    if standing is not None:
        right = {"unit": standing.unit, "post_level": standing.post_level}
        subjects = [
            {**each, **right} if each["person"] == event.person else each for each in subjects
        ]
    return lead._replace(
        subjects=subjects,
        source=event.source or lead.source,
        secrecy=event.secrecy or lead.secrecy,
    )


def proposed(
    lead: Lead,
    event: events.AllocationProposed
    | events.ReallocationProposed
    | events.DisposalProposed
    | events.OutcomeProposed,
) -> Lead:
    """A submission is under way."""
    return lead._replace(submission=event.matter, awaiting_party=None, awaiting_role=None)


def awaited(lead: Lead, event: events.SignatureAwaited) -> Lead:
    """It waits for somebody's signature."""
    return lead._replace(awaiting_party=event.signer_party, awaiting_role=event.signer_role)


def answered(lead: Lead, _: Event) -> Lead:
    """It waits for nobody, until the next level is told."""
    return lead._replace(awaiting_party=None, awaiting_role=None)


def not_submitted(lead: Lead, _: Event) -> Lead:
    """The submission was decided, sent back or taken back."""
    return lead._replace(submission=None, awaiting_party=None, awaiting_role=None)


def allocated(lead: Lead, event: events.Allocated | events.Reallocated) -> Lead:
    """Somebody is to handle it; what was done before does not bind them."""
    anew = _set_out_anew(lead, "allocated")
    return anew._replace(
        party_since=event.occurred.date, handlers=tuple(event.handlers), keeper=event.keeper
    )


def allocation_returned(lead: Lead, _: events.AllocationReturned) -> Lead:
    """The handling party gave it back."""
    return _set_out_anew(lead, "registered")


def acknowledged(lead: Lead, event: events.Acknowledged) -> Lead:
    """签收: two handlers and a keeper are named."""
    return lead._replace(
        stage="acknowledged",
        acknowledged=event.occurred.date,
        handlers=tuple(event.handlers),
        keeper=event.keeper,
    )


def handlers_assigned(lead: Lead, event: events.HandlersAssigned) -> Lead:
    """Other people of the same party."""
    return lead._replace(handlers=tuple(event.handlers), keeper=event.keeper)


def recusal_decided(lead: Lead, event: events.RecusalDecided) -> Lead:
    """Who is recused handles it no longer."""
    return _kept_out(lead, (event.person,)) if event.granted else lead


def _kept_out(lead: Lead, persons: tuple[PersonId, ...]) -> Lead:
    return lead._replace(
        handlers=tuple(person for person in lead.handlers if person not in persons),
        keeper=None if lead.keeper in persons else lead.keeper,
    )


def approved(lead: Lead, event: events.DisposalApproved | events.OutcomeApproved) -> Lead:
    """A way is in hand; ``four_forms`` comes with outcomes."""
    return not_submitted(lead, event)._replace(
        stage="handling",
        way=event.way,
        way_basis=event.rule_set,
        way_approved=event.occurred.date,
        verifiers=tuple(event.group),
        four_forms=event.four_forms or lead.four_forms,
    )


def regrouped(
    lead: Lead, event: events.VerificationStarted | events.VerificationGroupChanged
) -> Lead:
    """Who verifies, from now on."""
    return lead._replace(verifiers=tuple(event.group))


def verified(lead: Lead, _: events.VerificationReported) -> Lead:
    """Nobody verifies any longer."""
    return lead._replace(verifiers=())


def shelved(lead: Lead, event: events.Shelved | events.ShelvingReviewed) -> Lead:
    """暂存待查, until the review date."""
    return lead._replace(stage="shelved", review_on=event.review_on)


def reopened(lead: Lead, _: events.Reopened) -> Lead:
    """Taken up again."""
    return lead._replace(stage="acknowledged", way=None, way_basis=None, review_on=None)


def closed(lead: Lead, event: events.Closed) -> Lead:
    """予以了结, and how."""
    known = lead._replace(measure=event.measure, four_forms=event.four_forms or lead.four_forms)
    return _ended(known, event, "closed")._replace(result=event.closing)


def case_filed(lead: Lead, event: events.CaseFiled) -> Lead:
    """立案."""
    return _ended(lead, event, "case_filed")


def case_registered(lead: Lead, event: events.CaseRegistered) -> Lead:
    """The case has a number and goes on by itself."""
    return lead._replace(case_stream=event.case)


def custody_changed(lead: Lead, event: events.CustodyChanged) -> Lead:
    """It went to another holder, who begins anew; or papers only went along."""
    if event.holder == event.former_holder:
        return lead
    return _set_out_anew(lead, "received")


def superior_informed(lead: Lead, event: events.SuperiorInformed) -> Lead:
    """The level above was told."""
    return lead._replace(superior_informed=event.occurred.date)


def _set_out_anew(lead: Lead, stage: str) -> Lead:
    return lead._replace(
        stage=stage,
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
    )


def _ended(lead: Lead, event: Event, stage: str) -> Lead:
    return not_submitted(lead, event)._replace(
        stage=stage, result=stage, ended=event.occurred.date, review_on=None
    )


def _with_subjects(lead: Lead, subjects: list[dict[str, Any]]) -> Lead:
    persons = tuple(each["person"] for each in subjects if each["person"] is not None)
    return lead._replace(subjects=subjects, persons=persons)


def _subject(subject: Subject) -> dict[str, Any]:
    return {
        "person": subject.person,
        "name": subject.name,
        "post": subject.post,
        "pseudonym": subject.pseudonym,
        "unit": subject.standing.unit,
        "post_level": subject.standing.post_level,
    }


def _reference(subject: SubjectReference) -> dict[str, Any]:
    return {
        "person": subject.person,
        "name": None,
        "post": None,
        "pseudonym": subject.pseudonym,
        "unit": subject.standing.unit,
        "post_level": subject.standing.post_level,
    }


def _number(number: Number) -> dict[str, Any]:
    return {
        "organ": number.organ,
        "kind": number.kind,
        "year": number.year,
        "serial": number.serial,
        "text": str(number),
        "annulled": False,
    }


def tabled(lead: Lead, event: events.Tabled) -> Lead:
    """A lead assessment meeting has it on its agenda."""
    return lead._replace(tabled=event.meeting)


def untabled(lead: Lead, event: events.Untabled) -> Lead:
    """That meeting did not deal with it; where it was deferred before, that is open again."""
    again = "open" if event.asks == "tabling" else lead.resolution
    return lead._replace(tabled=None, resolution=again)


def resolved(lead: Lead, event: events.DisposalResolved) -> Lead:
    """The meeting resolved on it."""
    return lead._replace(
        tabled=None,
        resolved_at=event.meeting,
        resolved=event.occurred.date,
        resolved_way=event.way,
        resolution_owner=event.owner,
        resolution_due=event.due,
        resolution="open",
    )


def passed_on(lead: Lead, event: events.ResolutionPassedOn) -> Lead:
    """Another party is to carry it out."""
    return lead._replace(resolution_owner=event.owner)


def met(lead: Lead, _: events.ResolutionMet) -> Lead:
    """Carried out."""
    return lead._replace(resolution="met")


def departed_from(lead: Lead, _: events.ResolutionDepartedFrom) -> Lead:
    """The approval route decided otherwise."""
    return lead._replace(resolution="departed_from")


def withdrawn(lead: Lead, _: events.ResolutionWithdrawn) -> Lead:
    """It does not count."""
    return lead._replace(resolution="withdrawn")


CHANGES: Final[Mapping[type[Event], Callable[[Lead, Any], Lead]]] = {
    events.Received: received,
    events.Found: found,
    events.SplitOff: split_off,
    events.Split: split,
    events.Absorbed: absorbed,
    events.Merged: merged,
    events.Linked: linked,
    events.Registered: registered,
    events.Annulled: annulled,
    events.Corrected: corrected,
    events.AllocationProposed: proposed,
    events.ReallocationProposed: proposed,
    events.DisposalProposed: proposed,
    events.OutcomeProposed: proposed,
    events.SignatureAwaited: awaited,
    events.OpinionGiven: answered,
    events.OralOpinionRecorded: answered,
    events.Cosigned: answered,
    events.SubmissionStuck: answered,
    events.SubmissionReturned: not_submitted,
    events.SubmissionWithdrawn: not_submitted,
    events.Allocated: allocated,
    events.Reallocated: allocated,
    events.AllocationReturned: allocation_returned,
    events.Acknowledged: acknowledged,
    events.HandlersAssigned: handlers_assigned,
    events.RecusalDecided: recusal_decided,
    events.DisposalApproved: approved,
    events.OutcomeApproved: approved,
    events.VerificationStarted: regrouped,
    events.VerificationGroupChanged: regrouped,
    events.VerificationReported: verified,
    events.Shelved: shelved,
    events.ShelvingReviewed: shelved,
    events.Reopened: reopened,
    events.Closed: closed,
    events.CaseFiled: case_filed,
    events.CaseRegistered: case_registered,
    events.CustodyChanged: custody_changed,
    events.SuperiorInformed: superior_informed,
    events.Tabled: tabled,
    events.Untabled: untabled,
    events.DisposalResolved: resolved,
    events.ResolutionPassedOn: passed_on,
    events.ResolutionMet: met,
    events.ResolutionDepartedFrom: departed_from,
    events.ResolutionWithdrawn: withdrawn,
}
"""What is not named here (opinions on paper, reports, reminders, knowledge) stands in the timeline."""

"""What is checked of every command before its own decision, in one place for all families."""

from typing import Any, Final

from domain import handlers, roles
from domain.calendar import due_date
from domain.context import Context, instant
from domain.errors import (
    AlreadyExists,
    InvalidField,
    LateEntryNeedsReason,
    NotFound,
    StaleVersion,
    VersionNotTold,
)
from domain.ids import INSTALLATION, SYSTEM_PARTY, SYSTEM_PERSON, PartyId, PersonId, family_of
from domain.registry import Family
from domain.streams import Closed, StreamState

ORGANISATION: Final = "organisation"
"""The visibility class of what everybody in office may know: parties, persons, schemes."""


ORGANISING: Final = ("jurisdiction", "scheme", "party", "person")
"""The families with which a jurisdiction is set up, before anybody holds an office in it."""


def check_target(context: Context, family: Family, stream: StreamState[object]) -> None:
    """Refuse a target of another family, one that is missing, one that exists already.

    One that does not concern the acting party is as good as missing: nobody learns by trying.
    """
    target = context.action.target
    if context.action.internal:
        return
    begun = stream.state != family.initial
    known = begun or stream.version > 0
    foreign = target != "any" and family_of(stream.stream) != family.name
    missing = {"new": False, "existing": not begun, "any": not known, "either": False}[target]
    if foreign or missing or (known and not is_concerned(context, stream)):
        raise NotFound(stream=stream.stream)
    if target == "new" and begun:
        raise AlreadyExists(stream=stream.stream)
    if target == "any" and context.catalogue.family[family_of(stream.stream)].is_wordless:
        raise context.refused(
            zh="此类事项不得附加任何文字", en="nothing may be entered about such a matter"
        )


def check_version(context: Context, stream: StreamState[object]) -> None:
    """Refuse a decision that rests on another version than the stream has.

    Whoever stands at an edge of the matter is told of no version, nor learns by trying which it is:
    it would say how much happened inside.
    """
    expected = context.request.if_match
    if expected is None:
        return
    if stream.version > 0 and not reads_content(context, stream):
        raise VersionNotTold(stream=stream.stream)
    if expected != stream.version:
        raise StaleVersion(stream=stream.stream, expected=expected, actual=stream.version)


def reads_content(context: Context, stream: StreamState[object]) -> bool:
    """Whether the actor may read the stream itself: by the circle of its own class, and by role."""
    if ORGANISATION in stream.circles:
        return True
    return _reads(context, stream.insiders, family_of(stream.stream)) and hears(context, stream)


def reads_scope(context: Context, stream: StreamState[Any], scope: str) -> bool:
    """Whether the actor may read one class of a stream, or one part of a class (``transfer:2``)."""
    if scope == ORGANISATION:
        return ORGANISATION in stream.circles
    opened = _reads(context, stream.content(scope), scope.partition(":")[0])
    return opened and (scope != family_of(stream.stream) or hears(context, stream))


def hears(context: Context, stream: StreamState[Any]) -> bool:
    """Whether what a stream says is for the actor as a person; of most it is for whoever holds an office."""
    if not isinstance(stream.state, Closed):
        return True
    return stream.state.hears(
        lambda persons: handlers.is_any(context.actor, persons, context),
        frozenset((context.request.party, context.acting)),
    )


def _reads(context: Context, concerned: frozenset[PartyId], visibility: str) -> bool:
    """Whether a party is concerned for which the actor reads this class by role."""
    jurisdiction, request = context.jurisdiction, context.request
    if not {request.party, context.acting} & concerned:
        return False
    if jurisdiction.scheme is None:
        return True
    readers = jurisdiction.scheme.readers(visibility, "content")
    if request.party not in concerned and context.lent is not None:
        return roles.HANDLER in readers
    return jurisdiction.holds(request.actor, request.party, readers, context.today)


def is_concerned(context: Context, stream: StreamState[object]) -> bool:
    """Whether the stream concerns the acting party; the organisation concerns all."""
    if ORGANISATION in stream.circles:
        return True
    parties = {context.request.party, context.acting}
    return any(parties & circle for circle in stream.circles.values())


def check_entry(context: Context) -> None:
    """Check who acts for whom and when it happened; raises the `Refusal` of the first fault."""
    if context.action.internal or context.actor == SYSTEM_PERSON:
        _check_system(context)
        return
    _check_occurred(context)
    _check_late(context)
    _check_on_behalf(context)
    _check_in_office(context)
    _check_approver(context)


def _check_system(context: Context) -> None:
    """Processes, and only they, send internal commands."""
    request = context.request
    if (request.actor, request.party) != (SYSTEM_PERSON, SYSTEM_PARTY):
        raise context.refused(zh="只由系统进程发出", en="only processes send it")
    if not context.action.internal:
        raise context.refused(zh="须由人员办理", en="it is for a person to decide")


def _check_occurred(context: Context) -> None:
    """Business time never lies in the future."""
    occurred = context.occurred
    if occurred.date > context.today or instant(occurred) > context.now:
        raise InvalidField(
            field="occurred",
            reason_zh=f"晚于现在({context.today})",
            reason_en=f"it lies after now ({context.today})",
        )


def _check_late(context: Context) -> None:
    """补录 (DOMAIN.md §1.11): past the scheme's limit it needs a reason and a second person."""
    late, jurisdiction = context.request.command.late, context.jurisdiction
    if late is not None:
        _check_second_person(context, late.checked_by, field="late.checked_by")
    scheme, calendar = jurisdiction.scheme, jurisdiction.calendar
    if late is not None or scheme is None or calendar is None:
        return
    last = due_date(context.occurred.date, scheme.late_entry, calendar=calendar).date
    if context.today > last:
        raise LateEntryNeedsReason(occurred=context.occurred.date, limit=scheme.late_entry)


def _check_second_person(context: Context, person: PersonId, *, field: str) -> None:
    """The second person is registered and is not the actor, under whatever pseudonym."""
    context.jurisdiction.registered(person)
    if context.jurisdiction.one_person(person, context.actor):
        raise InvalidField(
            field=field,
            reason_zh="核对人须为另一人",
            reason_en="the second person must be another than the actor",
        )


def _check_on_behalf(context: Context) -> None:
    """Parties that are not on the system (DOMAIN.md §1.14): who may enter their acts, and how."""
    on_behalf = context.request.command.on_behalf
    if on_behalf is None:
        return
    party = context.jurisdiction.party(on_behalf.party)
    if party.on_system:
        raise context.refused(
            zh="该单位已使用本系统", en="that party is on the system and acts itself"
        )
    if party.entered_by != context.request.party:
        raise context.refused(
            zh=f"方案规定由{party.entered_by}代录",
            en=f"the scheme lets {party.entered_by} enter for it",
        )
    _check_second_person(context, on_behalf.checked_by, field="on_behalf.checked_by")


def _check_in_office(context: Context) -> None:
    """The actor holds a current appointment in the party; to organise it, the founder needs none.

    To attach the paper of a scheme is to organise too. Before a scheme is adopted there are no roles to
    hold, and no work to be kept out of.
    """
    jurisdiction, request = context.jurisdiction, context.request
    organising = family_of(request.target) in ORGANISING or jurisdiction.scheme is None
    if organising and jurisdiction.administers(request.actor, request.party, context.today):
        return
    if jurisdiction.code == INSTALLATION:
        raise context.refused(zh="须由安装运行人员办理", en="it is for the operator to do")
    if jurisdiction.parties:
        jurisdiction.party(request.party)
    if not jurisdiction.holds(request.actor, request.party, (), context.today):
        raise context.refused(
            zh="在该单位没有现任职务", en="the actor holds no current appointment in that party"
        )


def _check_approver(context: Context) -> None:
    """``approved_by`` names a leading person of the acting party or the commission, not the actor."""
    approver = getattr(context.request.command, "approved_by", None)
    if approver is None:
        return
    jurisdiction = context.jurisdiction
    _check_second_person(context, approver, field="approved_by")
    parties = (context.acting, context.request.party, jurisdiction.founding_party)
    if not any(
        party is not None and jurisdiction.holds(approver, party, roles.LEADING, context.today)
        for party in parties
    ):
        raise InvalidField(
            field="approved_by",
            reason_zh="批准人须为本单位或市纪委监委的负责人",
            reason_en="whoever approves must lead the acting party or the commission",
        )

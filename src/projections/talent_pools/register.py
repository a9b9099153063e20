"""The register of talent pools: who was nominated and taken, who studies with whom, who was drawn."""

import datetime
from functools import partial
from typing import Any, Final, NamedTuple

from domain.model import Event, Recorded
from domain.talent_pools import events
from projections import nominating
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class TalentPool(NamedTuple):
    """A pool: open, or annulled."""

    scope: str
    stage: str
    organiser: str
    title: str
    parties: tuple[str, ...]
    nominate_by: datetime.date
    places: int
    area: str | None
    until: datetime.date | None
    opened: datetime.date
    reason: str | None


class Member(NamedTuple):
    """A person: nominated → admitted → released, or declined; or returned. ``merits`` is a commitment.

    ``sessions`` counts those at which they studied, ``secondments`` are those for which they were drawn.
    """

    scope: str
    member: int
    stage: str
    party: str
    person: str
    merits: str
    nominated: datetime.date
    returned: int
    admitted: datetime.date | None
    released: datetime.date | None
    group: int | None
    sessions: int
    secondments: tuple[str, ...]
    hosts: tuple[str, ...]
    reason: str | None


class StudyGroup(NamedTuple):
    """A study group: formed, or disbanded. ``members`` by number and person, ``sessions`` counted."""

    scope: str
    group: int
    stage: str
    title: str
    leader: str
    mentor: str
    members: list[dict[str, Any]]
    formed: datetime.date
    sessions: int
    latest: datetime.date | None
    reason: str | None


class StudySession(NamedTuple):
    """What a group studied and who came; ``counted`` unless it was annulled. ``text`` is a commitment."""

    scope: str
    session: int
    group: int
    leader: str
    topic: str
    came: list[dict[str, Any]]
    held: datetime.date
    text: str | None
    counted: bool
    reason: str | None


_BY_POOL: Final = (("jurisdiction", "stream"),)

TALENT_POOLS: Final = Table(
    "talent_pools",
    TalentPool,
    classes=("talent_pool",),
    indexes=(("jurisdiction", "opened", "stream"),),
)
INVITATIONS: Final = nominating.invitations("talent_pool_invitations", "talent_pool_member")
MEMBERS: Final = Table(
    "talent_pool_members",
    Member,
    key=("member",),
    classes=("talent_pool_member",),
    indexes=_BY_POOL,
)
STUDY_GROUPS: Final = Table(
    "study_groups", StudyGroup, key=("group",), classes=("talent_pool_group",), indexes=_BY_POOL
)
STUDY_SESSIONS: Final = Table(
    "study_sessions",
    StudySession,
    key=("session",),
    classes=("talent_pool_group",),
    indexes=_BY_POOL,
)


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """A pool was opened."""
    e = event.event
    row = TalentPool(
        scope=e.concerns.visibility,
        stage="open",
        organiser=e.organiser,
        title=e.title,
        parties=e.parties,
        nominate_by=e.nominate_by,
        places=e.places,
        area=e.area,
        until=e.until,
        opened=e.occurred.date,
        reason=None,
    )
    rows.put(TALENT_POOLS, row)


def changed(rows: Rows, event: Recorded[events.Corrected | events.Annulled]) -> None:
    """Its title was corrected, or it does not count."""
    e, row = event.event, rows.get(TALENT_POOLS)
    if row is None:
        raise LookupError("the pool was never added")
    if isinstance(e, events.Corrected):
        rows.put(TALENT_POOLS, row._replace(title=e.title))
    else:
        rows.put(TALENT_POOLS, row._replace(stage="annulled", reason=e.reason))


def nominated(rows: Rows, event: Recorded[events.Nominated]) -> None:
    """A person was nominated."""
    e = event.event
    row = Member(
        scope=e.concerns.visibility,
        member=e.member,
        stage="nominated",
        party=e.party,
        person=e.person,
        merits=e.merits,
        nominated=e.occurred.date,
        returned=0,
        admitted=None,
        released=None,
        group=None,
        sessions=0,
        secondments=(),
        hosts=(),
        reason=None,
    )
    rows.put(MEMBERS, row)
    nominating.nominated(rows, event, table=INVITATIONS)


def member_moved(rows: Rows, event: Recorded[events.MemberEvent]) -> None:
    """Returned, nominated anew, taken or not, drawn, released."""
    e, day = event.event, event.event.occurred.date
    row = _member(rows, e.member)
    match e:
        case events.NominationReturned():
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.NominationRevised():
            row = row._replace(stage="nominated", merits=e.merits, reason=None)
        case events.Admitted():
            row = row._replace(stage="admitted", admitted=day)
        case events.Declined():
            row = row._replace(stage="declined", reason=e.reason)
        case events.Drawn():
            row = row._replace(
                secondments=(*row.secondments, e.secondment), hosts=(*row.hosts, e.host)
            )
        case events.Released():
            _leave(rows, row)
            row = row._replace(stage="released", released=day, group=None, reason=e.reason)
        case _:
            raise TypeError(f"no event of a member: {type(e).__name__}")
    rows.put(MEMBERS, row)


def _member(rows: Rows, key: int) -> Member:
    row = rows.get(MEMBERS, key)
    if row is None:
        raise LookupError(f"person {key} was never added")
    return row


def _group(rows: Rows, key: int) -> StudyGroup:
    row = rows.get(STUDY_GROUPS, key)
    if row is None:
        raise LookupError(f"study group {key} was never added")
    return row


def _people(rows: Rows, members: tuple[int, ...]) -> list[dict[str, Any]]:
    return [{"member": key, "person": _member(rows, key).person} for key in members]


def _leave(rows: Rows, member: Member) -> None:
    if member.group is not None:
        group = _group(rows, member.group)
        left = [each for each in group.members if each["member"] != member.member]
        rows.put(STUDY_GROUPS, group._replace(members=left))


def group_formed(rows: Rows, event: Recorded[events.GroupFormed]) -> None:
    """A study group was formed."""
    e = event.event
    row = StudyGroup(
        scope=e.concerns.visibility,
        group=e.group,
        stage="formed",
        title=e.title,
        leader=e.leader,
        mentor=e.mentor,
        members=_people(rows, e.members),
        formed=e.occurred.date,
        sessions=0,
        latest=None,
        reason=None,
    )
    rows.put(STUDY_GROUPS, row)
    for key in e.members:
        rows.put(MEMBERS, _member(rows, key)._replace(group=e.group))


def group_changed(
    rows: Rows, event: Recorded[events.MentorChanged | events.GroupDisbanded]
) -> None:
    """Another mentor; or it studies no longer."""
    e = event.event
    row = _group(rows, e.group)
    if isinstance(e, events.MentorChanged):
        rows.put(STUDY_GROUPS, row._replace(mentor=e.mentor))
        return
    rows.put(STUDY_GROUPS, row._replace(stage="disbanded", reason=e.reason))
    for each in row.members:
        rows.put(MEMBERS, _member(rows, each["member"])._replace(group=None))


def session_held(rows: Rows, event: Recorded[events.SessionHeld]) -> None:
    """The group studied."""
    e = event.event
    row = StudySession(
        scope=e.concerns.visibility,
        session=e.session,
        group=e.group,
        leader=e.leader,
        topic=e.topic,
        came=_people(rows, e.came),
        held=e.occurred.date,
        text=e.text,
        counted=True,
        reason=None,
    )
    rows.put(STUDY_SESSIONS, row)
    _studied(rows, row, 1)


def session_mended(
    rows: Rows, event: Recorded[events.SessionCorrected | events.SessionAnnulled]
) -> None:
    """更正 and 作废: what was studied, who came; or that it was not held."""
    e = event.event
    row = rows.get(STUDY_SESSIONS, e.session)
    if row is None:
        raise LookupError(f"session {e.session} was never added")
    void = row._replace(counted=False, reason=e.reason)
    rows.put(STUDY_SESSIONS, void)
    _studied(rows, row, -1)
    if isinstance(e, events.SessionCorrected):
        came = row.came if e.came is None else _people(rows, e.came)
        right = void._replace(topic=e.topic or row.topic, came=came, counted=True)
        rows.put(STUDY_SESSIONS, right)
        _studied(rows, right, 1)


def _studied(rows: Rows, session: StudySession, by: int) -> None:
    """A session more, or one fewer, of the group and of those who came."""
    of = session.group
    held = [each for each in rows.all(STUDY_SESSIONS) if each.group == of and each.counted]
    latest = max((each.held for each in held), default=None)
    rows.put(STUDY_GROUPS, _group(rows, of)._replace(sessions=len(held), latest=latest))
    for each in session.came:
        member = _member(rows, each["member"])
        rows.put(MEMBERS, member._replace(sessions=member.sessions + by))


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.Invited: partial(nominating.invited, table=INVITATIONS),
    events.Nominated: nominated,
    events.Waived: partial(nominating.waived, table=INVITATIONS),
    events.NominationReturned: member_moved,
    events.NominationRevised: member_moved,
    events.Admitted: member_moved,
    events.Declined: member_moved,
    events.GroupFormed: group_formed,
    events.MentorChanged: group_changed,
    events.SessionHeld: session_held,
    events.GroupDisbanded: group_changed,
    events.Drawn: member_moved,
    events.Released: member_moved,
    events.Corrected: changed,
    events.SessionCorrected: session_mended,
    events.SessionAnnulled: session_mended,
    events.Annulled: changed,
}

MODEL: Final = ReadModel(
    name="talent_pools",
    version=3,
    tables=(TALENT_POOLS, INVITATIONS, MEMBERS, STUDY_GROUPS, STUDY_SESSIONS),
    handlers=_HANDLERS,
)

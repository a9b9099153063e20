"""What has to be true before an action on a re-examination; each guard raises the refusal it needs."""

import datetime
from typing import Final

from domain import handlers
from domain.account import invalid
from domain.calendar import Limit, due_date
from domain.cases import guards as cases
from domain.cases.state import Case, Sanction
from domain.cases.values import Meeting
from domain.context import Context
from domain.errors import NotFound
from domain.ids import PersonId, StreamId, family_of
from domain.reexaminations import errors
from domain.reexaminations.account import Account
from domain.reexaminations.commands import Apply, Decide
from domain.reexaminations.state import STAGES, Reexamination, Stage
from domain.scheme import PartyKind
from domain.streams import StreamState

APPLYING: Final = Limit.parse("1 month")
"""Within it a person applies for re-examination, and again for review (SL 56)."""

EXAMINING: Final[tuple[PartyKind, ...]] = ("commission", "adjudicationOffice", "countyCommission")
"""Who re-examines and reviews."""


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless it stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGES)


def known(stream: StreamState[Reexamination], context: Context) -> Account:
    """The account for an actor who may know of it: whoever had to do with the case does not (R 242).

    Raises `NotFound`, so that nobody learns of it by trying.
    """
    account = Account(stream, context)
    keep_out = keeping_out(account.state.case, account.state.prior, context)
    if keep_out(context.actor) is not None:
        raise NotFound(stream=stream.stream)
    return account


def keeping_out(stream: StreamId, prior: StreamId | None, context: Context) -> handlers.KeepOut:
    """Why a person may not examine: they handled, adjudicated or examined it before, or must keep out."""
    case: Case = context.streams[stream].state
    keep_out = cases.keep_out(case, context)
    before = handled_before(stream, prior, context)

    def refusal(person: PersonId) -> errors.HandledBefore | None:
        out = keep_out(person) is not None or handlers.is_any(person, before, context)
        return errors.HandledBefore(person=person) if out else None

    return refusal


def handled_before(
    stream: StreamId, prior: StreamId | None, context: Context
) -> tuple[PersonId, ...]:
    """Who handled the case or its leads, adjudicated it, or examined it before (R 242)."""
    case: Case = context.streams[stream].state
    examined = () if prior is None else context.streams[prior].state.examiners
    lent = context.jurisdiction.ever_lent(stream)
    people = (*cases.investigators(case, context), *case.adjudicators, *examined, *lent)
    return tuple(dict.fromkeys(people))


def by_examiner(account: Account, *wanted: str) -> None:
    """Refuse unless the examining party acts, in the person of one who holds one of the roles."""
    handlers.by_party(account.context, account.state.examiner, *wanted or handlers.STAFF)


def by_examiners(account: Account) -> None:
    """Refuse unless one of those acts who examine it."""
    by_examiner(account)
    if account.context.actor not in account.state.examiners:
        raise account.context.refused(zh="须由复审复核人员办理", en="it is for its examiners to do")


def decision(account: Account, command: Apply) -> tuple[Case, Sanction, datetime.date]:
    """The case, the sanction, and the day on which the decision asked about was served.

    Raises `NoSuchDecision` for anything else, the same for a case that there is not.
    """
    context = account.context
    refusal = errors.NoSuchDecision(party=account.acting)
    kind = context.jurisdiction.party(account.acting).kind
    if kind not in EXAMINING or family_of(command.case) != "case":
        raise refusal
    case: Case = context.streams[command.case].state
    person = case.person(command.person)
    sanction = None if person is None else person.sanction(command.track)
    if sanction is None or sanction.status != "decided" or account.acting == case.handling_party:
        raise refusal
    served = sanction.served_on if command.kind == "re_examination" else _reviewed(account, command)
    if served is None or (command.kind == "re_examination") != (command.prior is None):
        raise refusal
    return case, sanction, served


def _reviewed(account: Account, command: Apply) -> datetime.date | None:
    """When the re-examination was served that a review follows, by another party than this one."""
    if command.prior is None or family_of(command.prior) != "reexamination":
        return None
    prior: Reexamination = account.context.streams[command.prior].state
    same = (prior.case, prior.person, prior.track) == (command.case, command.person, command.track)
    fits = same and prior.kind == "re_examination" and prior.examiner != account.acting
    return prior.served_on if fits else None


def last_day(account: Account, served: datetime.date) -> datetime.date:
    """The last day for applying (R 326-327): a month after service."""
    calendar = account.jurisdiction.calendar
    if calendar is None:
        raise account.wrong_state("尚无日历", "there is no calendar yet")
    return due_date(served, APPLYING, calendar=calendar).date


def collective(meeting: Meeting) -> None:
    """Raise `InvalidField` unless more than half of those entitled agreed, two at least."""
    whole = 2 <= meeting.present <= meeting.entitled
    if not whole or not meeting.entitled < meeting.in_favour * 2 <= meeting.present * 2:
        raise invalid("meeting", "不构成集体决定", "that is no collective decision")


def outcome(command: Decide, standing: str) -> None:
    """Raise `InvalidField` unless a changed sanction, and only that, names another one."""
    if (command.outcome == "changed") != (command.sanction is not None):
        raise invalid(
            "sanction", "变更的须写明处分", "a change, and only a change, names a sanction"
        )
    if command.sanction == standing:
        raise invalid("sanction", "与原处分相同", "that is the sanction it had")


def set_right(account: Account) -> None:
    """Raise `NotSetRight` unless the case has the sanction as it was decided."""
    state = account.state
    case: Case = account.context.streams[state.case].state
    person = case.person(state.person)
    sanction = None if person is None else person.sanction(state.track)
    if sanction is None:
        raise errors.NotSetRight
    revoked = state.outcome == "revoked" and sanction.status == "annulled"
    changed = (
        state.outcome == "changed"
        and sanction.status == "decided"
        and sanction.sanction == state.sanction
    )
    if not revoked and not changed:
        raise errors.NotSetRight

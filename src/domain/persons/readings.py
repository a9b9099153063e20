"""Letting somebody read one matter, and taking it back; also for families that lend people."""

import datetime

from domain.context import Context
from domain.ids import CaseTag, PartyId, PersonId, StreamId, family_of
from domain.persons.account import Account
from domain.persons.commands import Scope
from domain.persons.events import LendingEnded, Lent, ReadingGranted, ReadingRevoked


def grant(
    account: Account,
    matter: StreamId,
    *,
    scope: Scope,
    reason: str,
    approved_by: PersonId,
    expires: datetime.date,
) -> int:
    """Let the person read a matter until a day (R 299); returns the number of the grant."""
    serial = account.state.granted + 1
    account.tell(
        ReadingGranted(
            **account.plain(),
            grant=serial,
            stream=matter,
            scope=scope,
            reason=reason,
            given_by=account.context.actor,
            approved_by=approved_by,
            expires=expires,
        ),
        case=_case(matter, account.context),
    )
    return serial


def lend(account: Account, serial: int, *, home: PartyId, to: PartyId) -> None:
    """Let the person do in the matter of a grant what a handler of ``to`` does, as long as it holds."""
    granted = account.state.grants[serial]
    lent = Lent(
        **account.plain(),
        grant=serial,
        stream=granted.stream,
        home=home,
        to=to,
        until=granted.expires,
    )
    account.tell(lent, case=_case(granted.stream, account.context))


def revoke(account: Account, serial: int, reason: str) -> None:
    """Take a grant back, and what was lent with it; one that was taken back before stays so."""
    found = account.state.grants.get(serial)
    if found is None:
        return
    if serial in account.state.lent:
        ended = LendingEnded(**account.plain(), grant=serial, stream=found.stream)
        account.tell(ended, case=_case(found.stream, account.context))
    account.tell(
        ReadingRevoked(**account.plain(), grant=serial, stream=found.stream, reason=reason),
        case=_case(found.stream, account.context),
    )


def _case(matter: StreamId, context: Context) -> CaseTag | None:
    """The tag of a matter that is a case: whoever keeps out of it is not told of the grant."""
    return CaseTag(matter) if context.catalogue.family[family_of(matter)].is_case else None

"""Letting somebody read one matter, and taking it back; also for families that lend people."""

import datetime

from domain.context import Context
from domain.ids import CaseTag, PersonId, StreamId, family_of
from domain.persons.account import Account
from domain.persons.commands import Scope
from domain.persons.events import ReadingGranted, ReadingRevoked


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


def revoke(account: Account, serial: int, reason: str) -> None:
    """Take a grant back; one that was taken back before stays so."""
    found = account.state.grants.get(serial)
    if found is None:
        return
    account.tell(
        ReadingRevoked(**account.plain(), grant=serial, stream=found.stream, reason=reason),
        case=_case(found.stream, account.context),
    )


def _case(matter: StreamId, context: Context) -> CaseTag | None:
    """The tag of a matter that is a case: whoever keeps out of it is not told of the grant."""
    return CaseTag(matter) if context.catalogue.family[family_of(matter)].is_case else None

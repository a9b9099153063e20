"""Who handles a matter: two clean people of the party and one keeper, whoever else must keep out.

Leads and cases share these guards (R 77, 90, 94, 222; RD 23; SL 67; R 295-296). Each family says who
must keep out of its own matter.
"""

from collections.abc import Callable, Iterable
from typing import Final

from domain import roles
from domain.context import Context
from domain.errors import Refusal, Status
from domain.ids import PartyId, PersonId

STAFF: Final = (
    roles.PRINCIPAL_HEAD,
    roles.LEADER_IN_CHARGE,
    roles.ASSISTING_LEADER,
    roles.HEAD,
    roles.DEPUTY_HEAD,
    roles.KEEPER,
    roles.HANDLER,
    roles.MEMBER,
    roles.LIAISON,
)
"""Whoever works in a party; an administrator of the system reads and does nothing with the matter."""

KEEPING: Final = (roles.KEEPER, roles.HEAD, roles.DEPUTY_HEAD)
"""Who keeps the register and proposes who handles (RD 23)."""

EXCHANGING: Final = (roles.LIAISON, roles.HANDLER, *KEEPING)
"""Who sends, signs for, accepts and feeds back on a party's behalf."""

KeepOut = Callable[[PersonId], Refusal | None]
"""Why a person must keep out of the matter; None for whoever may take part."""


class NeedsTwoHandlers(Refusal):
    """At least two persons handle a matter (R 77, 90, 94), and one keeps it (RD 23)."""

    code = "needs_two_handlers"
    status = Status.UNPROCESSABLE
    zh = "承办人不得少于两人,并须确定一名专管人员。"
    en = "At least two handlers and one keeper are needed."
    next_zh = "请补齐承办人和专管人员。"
    next_en = "Name two different handlers and one keeper."


class HandlerNotInParty(Refusal):
    """A handler or keeper holds no office in the handling party."""

    code = "handler_not_in_party"
    status = Status.UNPROCESSABLE
    zh = "{person}当日未在“{party}”任职,不能承办。"
    en = "{person} holds no office in {party} on that day and cannot handle the matter."
    next_zh = "请指定承办部门的现任人员。"
    next_en = "Name people who are in office in the handling party."


class ApproverCannotHandle(Refusal):
    """Who approved something in a matter does not handle it afterwards."""

    code = "approver_cannot_handle"
    status = Status.FORBIDDEN
    zh = "{person}已在本事项中签批或审核,不能承办。"
    en = "{person} approved or reviewed something in this matter and cannot handle it."
    next_zh = "请另行指定承办人。"
    next_en = "Name somebody else to handle it."


def is_any(person: PersonId, others: Iterable[PersonId], context: Context) -> bool:
    """Whether a person is one of others, under whatever pseudonym."""
    return any(context.jurisdiction.one_person(person, other) for other in others)


def is_one_of(context: Context, people: tuple[PersonId | None, ...]) -> bool:
    """Whether the actor is one of those named for the matter, or was lent to them (DOMAIN.md §5.15)."""
    return context.actor in people or context.lent is not None


def by_party(context: Context, party: PartyId | None, *wanted: str) -> None:
    """Refuse unless ``party`` acts, in the person of one who holds one of the roles."""
    if party is None:
        raise context.refused(zh="目前没有办理单位", en="no party is in charge of it now")
    context.require_role(*wanted, of=party)


def two_handlers(
    context: Context,
    party: PartyId,
    handlers: tuple[PersonId, ...],
    keeper: PersonId | None,
    keep_out: KeepOut,
) -> PersonId:
    """The keeper, if two clean people of the party handle and one keeps (R 77, RD 23, SL 67)."""
    if keeper is None:
        raise NeedsTwoHandlers
    two_people(context, party, handlers, keep_out)
    fit_to_handle(context, party, (keeper,), keep_out)
    return keeper


def two_people(
    context: Context,
    party: PartyId,
    people: tuple[PersonId, ...],
    keep_out: KeepOut,
    *,
    lent: tuple[PersonId, ...] = (),
) -> None:
    """Refuse fewer than two different clean people of the party, or ``lent`` to it (R 77, 90, 94, 222)."""
    first = people[0] if people else None
    if first is None or all(context.jurisdiction.one_person(first, each) for each in people):
        raise NeedsTwoHandlers
    fit_to_handle(context, party, people, keep_out, lent=lent)


def fit_to_handle(
    context: Context,
    party: PartyId,
    people: Iterable[PersonId],
    keep_out: KeepOut,
    *,
    lent: tuple[PersonId, ...] = (),
) -> None:
    """Refuse people neither in office in the party nor ``lent`` to it, or who keep out (SL 67, R 295)."""
    for person in people:
        context.jurisdiction.registered(person)
        refusal = keep_out(person)
        if refusal is not None:
            raise refusal
        if person not in lent and not context.jurisdiction.holds(
            person, party, STAFF, context.occurred.date
        ):
            raise HandlerNotInParty(person=person, party=party)


def no_approver(
    context: Context,
    people: Iterable[PersonId],
    approvers: Iterable[PersonId],
    *,
    besides: tuple[PersonId, ...],
) -> None:
    """Raise `ApproverCannotHandle` for who joins those who handle the matter after approving in it (R 289).

    ``besides`` handle it already: who of them may approve is asked where they would sign.
    """
    signed = tuple(approvers)
    for person in people:
        if is_any(person, signed, context) and not is_any(person, besides, context):
            raise ApproverCannotHandle(person=person)


def recusal_decider(
    context: Context, person: PersonId, *, organ: PartyId | None = None
) -> PartyId | None:
    """Whose principal head decides on a recusal (R 296): the organ's; on that head, the level above's.

    ``organ`` is a body with a register of its own below the commission; else it is the commission.
    The level above the commission is a party of the scheme (the city's Party committee).
    """
    jurisdiction = context.jurisdiction
    commission, scheme = jurisdiction.founding_party, jurisdiction.scheme
    committees = () if scheme is None else scheme.of_kind("partyCommittee")
    above = next((party.code for party in committees), None)
    if organ is None:
        organ = commission
    else:
        above = commission
    if organ is None:
        return above
    heads = jurisdiction.holders(organ, (roles.PRINCIPAL_HEAD,), context.today)
    return above if is_any(person, heads, context) else organ

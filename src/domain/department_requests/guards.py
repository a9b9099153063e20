"""What has to be true before an action on a request; each guard raises the refusal it needs."""

from typing import Final

from domain import mending
from domain.account import invalid
from domain.consultations.guards import OWN_KINDS
from domain.department_requests import errors
from domain.department_requests.account import Account
from domain.department_requests.commands import Answer, Correct, Issue, Item, Kind
from domain.department_requests.state import STAGE_NAMES, Stage
from domain.ids import PartyId
from domain.leads import guards as leads
from domain.model import Number
from domain.scheme import PartyKind

WITH_OFFICES: Final[tuple[PartyKind, ...]] = ("hostUnit", "department")
"""Kinds of parties that have departments of their own."""


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the request stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def number_of(account: Account, organ: PartyId, kind: Kind) -> Number:
    """The next number of an organ: data asked and findings shared are counted apart."""
    name = {"data": "department_request", "finding": "shared_finding"}[kind]
    return account.jurisdiction.next_number(organ, name, account.context.occurred.date.year)


def has_offices(account: Account, party: PartyId) -> None:
    """Raise `InvalidField` where a party has no departments of its own."""
    if account.jurisdiction.party(party).kind not in WITH_OFFICES:
        raise invalid("office", "该单位没有内设部门", "that party has no departments of its own")


def minimum(account: Account, supplier: PartyId, other: PartyId) -> tuple[str, ...]:
    """The fields without which nothing is supplied or shared: of the procedure, and of a common system."""
    scheme = account.jurisdiction.scheme
    return () if scheme is None else scheme.minimum(supplier, other)


def asks_for(account: Account, command: Issue) -> tuple[str, ...]:
    """What a department is asked for: the fields named, and the minimum of the scheme.

    Raises `NotAuthorised` where another than a body of the commission's own line asks (RS 3), and
    `InvalidField` where nothing is asked, or items are given.
    """
    if account.jurisdiction.party(account.acting).kind not in OWN_KINDS:
        raise account.context.refused(
            zh="须由纪检监察机关及其派驻、派出机构调取",
            en="only bodies of the commission's own line ask for data",
        )
    if command.items:
        raise invalid("items", "调取数据时不填写内容", "who asks for data supplies none")
    asked = (*minimum(account, command.to, account.acting), *command.fields)
    if not asked:
        raise invalid("fields", "没有写明所需字段", "no field is asked for")
    return tuple(dict.fromkeys(asked))


def shares(account: Account, command: Issue) -> None:
    """Raise `FieldsMissing`, `InvalidField` unless a finding has the minimum of the scheme."""
    if command.fields:
        raise invalid("fields", "通报发现时不填写所需字段", "who shares a finding asks for none")
    needed = minimum(account, account.acting, command.to)
    _are_whole(command.items, needed, allowed=None)


def supplies(account: Account, command: Answer) -> None:
    """Raise unless each field asked for is supplied, or it is said why not; and nothing else is."""
    if command.outcome is not None or command.lead is not None:
        raise invalid("outcome", "调取数据的答复不填写去向", "data that are supplied have none")
    _are_whole(command.items, account.state.fields, allowed=account.state.fields)


def takes_up(account: Account, command: Answer) -> None:
    """Raise `InvalidField` unless it is said what became of the finding, and nothing is supplied.

    A lead is named, one whose content the acting party reads; else `NotFound`, so that nobody learns of
    one by naming it (R 299).
    """
    if command.outcome is None:
        raise invalid("outcome", "未写明去向", "it is not said what became of it")
    if command.items:
        raise invalid("items", "答复发现时不填写字段", "nothing was asked for")
    if (command.outcome == "lead") != (command.lead is not None):
        raise invalid(
            "lead",
            "转线索的写明已登记的线索,其他去向不填",
            "what was taken up as a lead names it, and nothing else does",
        )
    if command.lead is not None:
        leads.other_lead(command.lead, account.context)


def _are_whole(
    items: tuple[Item, ...], needed: tuple[str, ...], *, allowed: tuple[str, ...] | None
) -> None:
    given = [item.field for item in items]
    missing = [field for field in needed if field not in given]
    if missing:
        raise errors.FieldsMissing(fields="、".join(missing))
    for item in items:
        stray = allowed is not None and item.field not in allowed
        if stray or given.count(item.field) > 1 or (item.text is None) == (item.reason is None):
            raise invalid(
                "items",
                f"“{item.field}”重复、未要求,或未在内容与原因中择一填写",
                f"{item.field} is doubled, was not asked for, or has not one of text and reason",
            )


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing, or sends out again by no new day."""
    mending.corrects(title=command.title, text=command.text, office=command.office, due=command.due)
    if command.office is not None:
        has_offices(account, account.state.addressee)
    if command.due is None and came_back(account):
        raise invalid("due", "退件重新发出须写明新的期限", "what came back goes out by a new day")


def came_back(account: Account) -> bool:
    """Whether the addressee sent it back unanswered, and it did not go out again."""
    return account.state.asked.answer(account.state.addressee) == "sent_back"

"""Who watches over a unit from close by, and over whom above all.

A group is stationed at its units (派驻); it reports to the office that is linked with it. What the two
know of a unit – its dossier, the record of daily supervision, who was talked to – concerns them alone:
never the unit, never another group (RS 3: the group is part of the dispatching organ; DOMAIN.md §4,
«Visibility defaults»).
"""

from dataclasses import dataclass
from typing import Annotated, Any, Final

from domain.account import Account, invalid
from domain.errors import Refusal, Status
from domain.ids import PartyId, PersonId
from domain.jurisdiction import Jurisdiction
from domain.model import Personal, PseudonymOf, Value
from domain.scheme_parts import PartyKind
from domain.streams import StreamState

UNIT_KINDS: Final[tuple[PartyKind, ...]] = ("hostUnit", "department")
"""驻在单位 and 综合监督单位: what a group is stationed at; a department may be a host unit."""

COMMITTEE_KIND: Final[PartyKind] = "unitDisciplineCommittee"
"""机关纪委: the unit's own discipline body, which the group stationed at the unit guides (RS 18, 19)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPerson(Value):
    """One of the «key few» (关键少数): name and post sealed under the person's own key.

    ``first_hand``: the principal head of the unit (一把手). Named again, the person goes by the same id.
    """

    person: PersonId | None = None
    name: Personal
    pseudonym: Annotated[str | None, PseudonymOf("name")] = None
    post: Personal
    first_hand: bool = False


def watchers(jurisdiction: Jurisdiction, group: PartyId) -> tuple[PartyId, ...]:
    """The group and the office that is linked with it, if it has one."""
    office = jurisdiction.party(group).supervising_office
    return (group,) if office is None else (group, office)


def group_with(account: Account[Any]) -> PartyId | None:
    """The group stationed with the acting host Party group; None where another party acts."""
    party = account.jurisdiction.party(account.acting)
    return party.stationed_group if party.kind == "partyGroup" else None


def group_at(account: Account[Any], unit: PartyId) -> PartyId:
    """The group stationed at a unit. Raises `UnknownParty`; `InvalidField` for what is no such unit."""
    known = account.jurisdiction.party(unit)
    if known.kind not in UNIT_KINDS or known.stationed_group is None:
        raise invalid("unit", "不是派驻监督的单位", "no group is stationed at it")
    return known.stationed_group


def stationed_at(account: Account[Any], unit: PartyId) -> None:
    """Raise `NotStationedThere` unless the acting party is the group stationed at a unit."""
    group = group_at(account, unit)
    if account.acting != group:
        raise NotStationedThere(unit=unit, group=group, party=account.acting)


def watches(account: Account[Any], unit: PartyId) -> PartyId:
    """The group stationed at a unit; `NotStationedThere` unless it, its office or the commission acts."""
    group = group_at(account, unit)
    if account.acting not in (*watchers(account.jurisdiction, group), account.founding):
        raise NotStationedThere(unit=unit, group=group, party=account.acting)
    return group


def by_linked_office(account: Account[Any], group: PartyId) -> None:
    """Raise `NotTheLinkedOffice` unless the office linked with a group acts: it sends things back."""
    if account.acting != account.related(group, "supervising_office"):
        raise NotTheLinkedOffice(group=group, party=account.acting)


def committee_pair(
    account: Account[Any], stream: StreamState[Any], named: PartyId | None
) -> tuple[PartyId, PartyId]:
    """A unit discipline committee and the group that guides it, one of them acting (RS 18, 19).

    The group says which of its committees it means. Raises `UnknownParty`; `NotItsCommittee` also where a
    cadence opened the stream for another committee.
    """
    committee = account.acting if named is None else named
    known = account.jurisdiction.party(committee)
    group = known.stationed_group
    owed = stream.cadence
    other = owed is not None and owed.owner != committee
    if known.kind != COMMITTEE_KIND or group is None or other:
        raise NotItsCommittee(party=account.acting, committee=committee)
    of_the_pair(account, committee, group)
    return committee, group


def of_the_pair(account: Account[Any], committee: PartyId, group: PartyId) -> None:
    """Raise `NotItsCommittee` unless a committee or the group that guides it acts."""
    if account.acting not in (committee, group):
        raise NotItsCommittee(party=account.acting, committee=committee)


class NotItsCommittee(Refusal):
    """The two do not belong together: no unit discipline committee, or one that another group guides."""

    code = "not_its_committee"
    status = Status.UNPROCESSABLE
    zh = "“{party}”与“{committee}”不是派驻机构与其联系的机关纪委。"
    en = "{party} and {committee} are no group and unit discipline committee that belong together."
    next_zh = "请由机关纪委或联系它的派驻机构登记;联系关系在方案中规定。"
    next_en = "Have the committee or the group that guides it do it; the scheme says which belong together."


class NotStationedThere(Refusal):
    """A party supervises a unit at which another group is stationed."""

    code = "not_stationed_there"
    status = Status.FORBIDDEN
    zh = "“{unit}”由“{group}”派驻监督,“{party}”不能办理此项。"
    en = "{group} is stationed at {unit}: {party} cannot do this."
    next_zh = "请由派驻该单位的纪检监察组或其对口联系室办理。"
    next_en = "Have the group stationed there, or the office linked with it, do it."


class NotTheLinkedOffice(Refusal):
    """Another than the office linked with a group sends back what the group did."""

    code = "not_the_linked_office"
    status = Status.FORBIDDEN
    zh = "“{party}”不是“{group}”的对口联系室,不能退回。"
    en = "{party} is not the office linked with {group}: it sends nothing back."
    next_zh = "请由对口联系室退回。"
    next_en = "Have the linked office send it back."


REFUSALS: Final = (NotStationedThere, NotItsCommittee, NotTheLinkedOffice)

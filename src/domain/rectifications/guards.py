"""What has to be true before an action on a rectification item; each guard raises its refusal."""

import datetime
from typing import Any

from domain import account as base
from domain import mending, roles
from domain.account import invalid
from domain.errors import NotFound
from domain.ids import PartyId, StreamId
from domain.rectifications import errors
from domain.rectifications.account import Account
from domain.rectifications.commands import Assign, Correct, FileEvidence, RaiseProblem
from domain.rectifications.state import OPEN, STAGE_NAMES, Stage
from domain.scheme import Party


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the item stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_raiser(account: Account) -> None:
    """Raise `NotTheRaiser` unless the party that raised the problem acts (谁提出谁督办)."""
    if account.acting != account.state.raiser:
        raise errors.NotTheRaiser(raiser=account.state.raiser, party=account.acting)


def by_leader(account: Account) -> None:
    """Refuse whoever does not lead the acting party: signing off is no clerk's act."""
    account.context.require_role(*roles.LEADING)


def by_rectifying(account: Account) -> None:
    """Raise `NotRectifying` unless the party acts to which it was assigned."""
    if account.acting != account.state.party:
        raise errors.NotRectifying(responsible=account.state.party, party=account.acting)


def by_verifier(account: Account) -> None:
    """Raise `NotTheVerifier` unless the second body acts, `NotASecondBody` where it is none.

    Basis: mechanism 5 and DOMAIN.md §4: verified by a second body, never the one rectified and
    never the one whose evidence it is.
    """
    state = account.state
    if account.acting != state.verifier:
        raise errors.NotTheVerifier(verifier=state.verifier, party=account.acting)
    second_body(account, state.verifier, state.rectifying)


def second_body(account: Account, verifier: PartyId, rectifying: tuple[PartyId, ...]) -> None:
    """As `independent`; nor one whose own evidence it would judge."""
    independent(account, verifier, rectifying)
    if verifier in account.state.witnesses:
        raise errors.NotASecondBody(
            party=verifier, reason_zh="佐证材料由其提交", reason_en="the evidence is its own"
        )


def independent(
    account: base.Account[Any], verifier: PartyId, rectifying: tuple[PartyId, ...]
) -> None:
    """Raise `UnknownParty`, or `NotASecondBody` for who rectifies and who is of its house."""
    group = account.jurisdiction.party(verifier).stationed_group
    houses = {account.related(each, "stationed_group") for each in rectifying}
    reason = None
    if verifier in rectifying:
        reason = ("系整改单位", "it is the one that rectifies")
    elif group is not None and group in houses:
        reason = ("与整改单位由同一派驻机构监督", "the same group supervises both")
    if reason is not None:
        raise errors.NotASecondBody(party=verifier, reason_zh=reason[0], reason_en=reason[1])


def of_another(account: Account, command: RaiseProblem) -> None:
    """Raise `InvalidField` for a problem of one's own, `NotItsUnit` at another group's unit."""
    unit = account.jurisdiction.party(command.unit)
    if unit.code == account.acting:
        raise invalid("unit", "不能对本单位提出", "a party raises no problem at itself")
    of_own_unit(account, unit)
    for observer in command.observers:
        account.jurisdiction.party(observer)


def of_own_unit(account: base.Account[Any], unit: Party) -> None:
    """Raise `NotItsUnit` where a group, or a committee, acts at a unit that it does not supervise."""
    acting = account.jurisdiction.party(account.acting)
    own = acting.stationed_group if acting.kind == "unitDisciplineCommittee" else acting.code
    bound = acting.kind in ("stationedGroup", "unitDisciplineCommittee")
    if bound and unit.stationed_group != own:
        raise errors.NotItsUnit(unit=unit.code, party=acting.code)


def from_known_matter(account: Account, matter: StreamId) -> None:
    """Raise `NotFound` for a matter that does not concern the acting party, whether it exists or not."""
    circles = account.context.streams[matter].circles
    if not any(account.acting in circle for circle in circles.values()):
        raise NotFound(stream=matter)


def assignable(account: Account, command: Assign) -> None:
    """Raise unless the chain makes sense: levels once each, people in office, a second body verifies."""
    jurisdiction, today = account.jurisdiction, account.context.today
    jurisdiction.party(command.party)
    if command.party == account.acting:
        raise invalid("party", "不能交办给本单位", "a party assigns itself no problem it raised")
    levels = [each.level for each in command.responsible]
    if len(set(levels)) != len(levels):
        raise invalid("responsible", "同一层级只列一次", "list each level once")
    for each in command.responsible:
        jurisdiction.party(each.party)
        if each.person is not None and not jurisdiction.holds(each.person, each.party, (), today):
            raise invalid(
                "responsible",
                f"责任人未在“{each.party}”任职",
                f"the person holds no office in {each.party}",
            )
    chain = (each.party for each in command.responsible)
    second_body(account, command.verifier, (account.state.unit, command.party, *chain))


def ahead(account: base.Account[Any], due: datetime.date, field: str = "due") -> None:
    """Raise `InvalidField` for a day before the act itself."""
    if due < account.context.occurred.date:
        raise invalid(field, "早于办理之日", "it lies before the day of the act")


def may_witness(account: Account) -> None:
    """Raise `NotRectifying` unless who rectifies, answers for it or raised it files evidence."""
    state = account.state
    if account.acting not in (*state.rectifying, state.raiser):
        raise errors.NotRectifying(responsible=state.party, party=account.acting)


def shows_measures(account: Account, command: FileEvidence) -> None:
    """Raise `InvalidField` for evidence of a measure that was never set."""
    for each in command.evidence:
        if each.measure is not None and each.measure > account.state.measures:
            raise invalid("evidence", f"没有第{each.measure}项措施", f"no measure {each.measure}")


def all_shown(account: Account) -> None:
    """Raise `EvidenceMissing` while a measure is without evidence."""
    if account.state.unshown:
        raise errors.EvidenceMissing(measures="、".join(map(str, account.state.unshown)))


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField` where nothing is corrected, or what was never said."""
    mending.corrects(
        title=command.title, text=command.text, due=command.due, recovery=command.recovery
    )
    if command.due is not None and account.state.stage not in OPEN:
        raise invalid("due", "目前没有整改期限", "no day to rectify by runs now")
    right = command.recovery
    if right is not None and right.recovery > len(account.state.recoveries):
        raise invalid("recovery", "没有该笔挽回", "there is no such recovery")


def by_raiser_or_case_supervision(account: Account) -> None:
    """Raise `NotTheRaiser` unless the raiser looks back, or case supervision does for it."""
    raiser = account.state.raiser
    if account.acting not in (raiser, account.managing(raiser)):
        raise errors.NotTheRaiser(raiser=raiser, party=account.acting)

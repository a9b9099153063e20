"""What has to be true before an action on a recommendation; each guard raises the refusal it needs."""

import datetime
from typing import Final

from domain import asking, mending, roles
from domain.account import invalid
from domain.calendar import Calendar, Limit
from domain.context import Context
from domain.errors import NotFound
from domain.ids import StreamId
from domain.recommendations import errors
from domain.recommendations.account import Account
from domain.recommendations.commands import Consult, Content, Correct, SubmitPlan, Terms
from domain.recommendations.state import STAGE_NAMES, Recommendation, Stage
from domain.rectifications import guards as rectifying
from domain.rectifications.state import Rectification
from domain.scheme import PartyKind
from domain.streams import StreamState

ISSUERS: Final[tuple[PartyKind, ...]] = (
    "commission",
    "countyCommission",
    "caseSupervisionOffice",
    "supervisionOffice",
    "investigationOffice",
    "adjudicationOffice",
    "stationedGroup",
    "dispatchedBody",
    "workCommittee",
)
"""Who makes recommendations: the commission, its offices, and whom it stationed or dispatched (R 39)."""

PARTY_BODIES: Final[tuple[PartyKind, ...]] = (
    "partyGroup",
    "partyCommittee",
    "unitDisciplineCommittee",
    "workCommittee",
)
"""To whom a discipline-inspection recommendation goes; a supervisory one goes to a unit (RD 19)."""

ENDED: Final = ("signed_off", "recurred", "settled", "annulled")
"""A rectification item that no longer holds its recommendation open."""


def known(stream: StreamState[Recommendation], context: Context) -> Account:
    """The account of a recommendation for a party that may know of it.

    Raises `NotFound` for a consulted department too, which knows of its own question only.
    """
    account = Account(stream, context)
    state = account.state
    if context.acting not in (*account.issuing(state), *account.addressed(state)):
        raise NotFound(stream=account.stream)
    return account


def inside(stream: StreamState[Recommendation], context: Context) -> Account:
    """As `known`, for the issuer's side and the approvers: nobody else learns how it came about."""
    account = Account(stream, context)
    if context.acting not in account.issuing(account.state):
        raise NotFound(stream=account.stream)
    return account


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the recommendation stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_issuer(account: Account) -> None:
    """Raise `NotTheIssuer` unless the issuer acts (谁提出谁督办)."""
    asking.by_issuer(account, account.state.issuer)


def by_leader_of_issuer(account: Account) -> None:
    """As `by_issuer`, in the person of one who leads it."""
    by_issuer(account)
    account.context.require_role(*roles.LEADING)


def by_addressee(account: Account) -> None:
    """Raise `NotTheAddressee` unless the addressee acts."""
    if account.acting != account.state.addressee:
        raise errors.NotTheAddressee(addressee=account.state.addressee, party=account.acting)


def may_issue(account: Account) -> None:
    """Refuse a party that makes no recommendations (R 39)."""
    if account.jurisdiction.party(account.acting).kind not in ISSUERS:
        raise account.context.refused(
            zh="该单位无权提出纪检监察建议", en="it is no body that makes recommendations"
        )


def makes_sense(account: Account, content: Content) -> None:
    """Raise unless addressee, ground, terms and second body fit the kind (R 39, 235; RD 19)."""
    _fits(account, content)
    if (content.ground is None) != (content.kind == "discipline_inspection"):
        raise invalid(
            "content",
            "监察建议须注明《监察法实施条例》第39条的项,纪律检查建议不注明",
            "a supervisory recommendation names its item of R 39, one to a Party body does not",
        )
    terms_hold(account, content.terms)
    rectifying.independent(account, content.verifier, (content.addressee,))


def _fits(account: Account, content: Content) -> None:
    addressee = account.jurisdiction.party(content.addressee)
    party_body = addressee.kind in PARTY_BODIES
    reason = None
    if addressee.code == account.acting:
        reason = ("系本单位", "it is the issuer itself")
    elif content.kind == "discipline_inspection" and not party_body:
        reason = ("纪律检查建议向党组织提出", "it goes to Party bodies")
    elif content.kind == "supervisory" and party_body:
        reason = ("监察建议向单位提出", "it goes to units, not to Party bodies")
    if reason is not None:
        raise errors.WrongAddressee(
            addressee=addressee.code, reason_zh=reason[0], reason_en=reason[1]
        )
    rectifying.of_own_unit(account, addressee)


def terms_hold(account: Account, terms: Terms) -> None:
    """Raise `InvalidField` for a day that cannot be kept, `InvalidLimit` for an objection period."""
    Limit.parse(terms.objection_within)
    rectifying.ahead(account, terms.deadline, "terms")
    rectifying.ahead(account, terms.feedback_due, "terms")


def consulted(account: Account) -> None:
    """Raise `ConsultationPending` while a department may still answer (R 236)."""
    waiting, due = account.state.unanswered, account.state.consultation_due
    if waiting and due is not None and account.context.today <= due:
        raise errors.ConsultationPending(parties="、".join(sorted(waiting)))


def asks_others(account: Account, command: Consult) -> None:
    """Raise `InvalidField` for the issuer, the addressee, a party named twice, a day gone by."""
    asking.of_others(account, command.parties)
    asking.not_before_today(account, command.due, "due")
    if account.state.addressee in command.parties:
        raise invalid("parties", "不向被建议单位征求意见", "the addressee is not consulted")


def was_asked(account: Account) -> None:
    """Raise `NothingAsked` unless the acting party still has to answer."""
    if account.state.asked.answer(account.acting) != "asked":
        raise errors.NothingAsked(party=account.acting)


def calendar(account: Account) -> Calendar:
    """The calendar in force; raises `WrongState` before one was adopted."""
    if account.jurisdiction.calendar is None:
        raise account.wrong_state("尚无方案", "there is no scheme yet")
    return account.jurisdiction.calendar


def within_objection_period(account: Account) -> None:
    """Raise `ObjectionPeriodOver` after the last day of the period; the day itself is included."""
    until = account.state.objection_until
    if until is not None and account.context.occurred.date > until:
        raise errors.ObjectionPeriodOver(until=until)


def treats_each_problem(account: Account, command: SubmitPlan) -> None:
    """Raise `PlanIncomplete` unless each problem has one item."""
    problems = range(1, len(account.content.problems) + 1)
    treated = [item.problem for item in command.items]
    wrong = {number for number in treated if treated.count(number) > 1}
    wrong |= set(problems) ^ set(treated)
    if wrong:
        raise errors.PlanIncomplete(problems="、".join(map(str, sorted(wrong))))


def items_ended(account: Account) -> None:
    """Raise `ItemsOpen` while a rectification item is neither signed off nor annulled."""
    account.context.streams.require(account.state.items)
    stages = [_item(account, item).stage for item in account.state.items]
    count = sum(stage not in ENDED for stage in stages)
    if count:
        raise errors.ItemsOpen(count=count)


def may_recur(account: Account, items: tuple[StreamId, ...]) -> None:
    """Raise `NotOneOfItsItems` for an item that is not its own, or not signed off."""
    for number, item in enumerate(items):
        own = item in account.state.items and item not in items[:number]
        if not own or _item(account, item).stage not in ("signed_off", "recurred", "settled"):
            raise errors.NotOneOfItsItems(item=item)


def _item(account: Account, item: StreamId) -> Rectification:
    found: Rectification = account.context.streams[item].state
    return found


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing."""
    mending.corrects(title=command.title, advice=command.advice, paper=command.paper)


def ahead(account: Account, day: datetime.date, field: str) -> None:
    """Raise `InvalidField` for a day before the act itself."""
    rectifying.ahead(account, day, field)

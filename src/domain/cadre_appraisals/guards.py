"""What has to be true before an action in a cadre appraisal; each guard raises the refusal it needs."""

import datetime

from domain import roles
from domain.account import invalid
from domain.cadre_appraisals import errors
from domain.cadre_appraisals.account import Account
from domain.cadre_appraisals.commands import Ballot, Open
from domain.cadre_appraisals.state import PROPOSAL_NAMES, STAGE_NAMES, ProposalStage, Stage
from domain.ids import PartyId
from domain.scheme_parts import STATIONED

"""The kinds of bodies whose people are appraised so."""


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the appraisal stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def proposal_at(account: Account, *stages: ProposalStage) -> None:
    """Raise `WrongState` unless the proposal stands in one of ``stages``."""
    account.stands(account.state.proposal, *stages, names=PROPOSAL_NAMES)


def opens(account: Account, command: Open) -> None:
    """Raise `NotForAppraisals`; `UnknownParty`, `UnknownPerson`, `InvalidField` for whom and when."""
    jurisdiction, day = account.jurisdiction, account.context.occurred.date
    if jurisdiction.party(account.acting).kind != "organisationOffice":
        raise errors.NotForAppraisals(wanted="organisationOffice", party=account.acting)
    if jurisdiction.party(command.group).kind not in STATIONED:
        raise invalid("group", "不是派驻(派出)机构", "not a stationed or dispatched body")
    jurisdiction.registered(command.person)
    if not jurisdiction.holds(command.person, command.group, (), day):
        raise invalid("person", "不是该机构人员", "the person is not in office in that body")
    if account.is_any(account.context.actor, (command.person,)):
        raise errors.NotOnesOwn
    if command.year > day.year:
        raise invalid("year", "考核年度尚未开始", "the year has not begun")
    for place, party in enumerate(command.views_from):
        known = jurisdiction.party(party)
        at_it = known.kind == "partyGroup" and known.stationed_group == command.group
        if not at_it or party in command.views_from[:place]:
            raise invalid(
                "views_from",
                "不是该组驻在单位党组,或重复",
                "no Party group of that group's units, or named twice",
            )
    from_today(account, command.summary_by, "summary_by")
    from_today(account, command.views_by, "views_by")


def from_today(account: Account, day: datetime.date, field: str) -> None:
    """Raise `InvalidField` for a day before the act itself."""
    if day < account.context.occurred.date:
        raise invalid(field, "早于办理之日", "it lies before the day of the act")


def leads(account: Account, command: Open) -> bool:
    """Whether the person leads the group, so that it does not propose their grade."""
    day = account.context.occurred.date
    return account.jurisdiction.holds(command.person, command.group, roles.LEADING, day)


def by_person(account: Account, *stages: Stage) -> None:
    """Raise `WrongState`; `OnlyThePerson` unless the person acts who is appraised."""
    at(account, *stages)
    if not account.is_any(account.context.actor, (account.state.person,)):
        raise errors.OnlyThePerson


def by(account: Account, wanted: PartyId, *stages: Stage) -> None:
    """Raise `WrongState`; `NotForAppraisals`, `NotOnesOwn`; `NotAuthorised` unless a leader of it acts."""
    at(account, *stages)
    if account.acting != wanted:
        raise errors.NotForAppraisals(wanted=wanted, party=account.acting)
    if account.is_any(account.context.actor, (account.state.person,)):
        raise errors.NotOnesOwn
    account.context.require_role(*roles.LEADING)


def may_give_view(account: Account) -> None:
    """Raise `WrongState` unless the acting party was asked and has not given its view yet."""
    at(account, "opened", "summarised")
    if account.acting not in account.state.views:
        raise account.wrong_state("未被征求意见,或已提出", "not asked, or given already")


def adds_up(ballot: Ballot) -> None:
    """Raise `InvalidField` where more votes were given than there are voters."""
    given = ballot.excellent + ballot.competent + ballot.basically_competent + ballot.incompetent
    if given > ballot.voters:
        raise invalid("ballot", "票数多于参加人数", "more votes than voters")


def balloted(account: Account) -> None:
    """Raise `WrongState` before there is a ballot."""
    if not account.state.balloted:
        raise account.wrong_state("尚未民主测评", "there was no ballot yet")


def within_window(account: Account) -> None:
    """Raise `ObjectionTooLate` after the last day for objections; 以内 includes the day itself (R 327)."""
    if account.context.occurred.date > account.state.objection_until:
        raise errors.ObjectionTooLate(until=account.state.objection_until)


def window_closed(account: Account) -> None:
    """Raise `ObjectionStillPossible` while the person may object and has not been answered."""
    open_still = account.context.occurred.date <= account.state.objection_until
    if account.state.stage == "told" and open_still:
        raise errors.ObjectionStillPossible(until=account.state.objection_until)

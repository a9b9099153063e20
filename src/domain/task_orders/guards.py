"""What has to be true before an action on a task order; each guard raises the refusal it needs."""

import datetime

from domain import asking, asking_between, mending
from domain.account import invalid
from domain.asking import AnswerStage
from domain.consultations.guards import OWN_KINDS
from domain.consultations.state import Consultation
from domain.ids import PartyId, StreamId, family_of
from domain.task_orders import errors
from domain.task_orders.account import Account
from domain.task_orders.commands import Correct, FollowUp, Issue
from domain.task_orders.state import FOLLOW_UP_NAMES, STAGE_NAMES, Stage


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the order stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_issuer(account: Account) -> None:
    """Raise `NotTheIssuer` unless the issuer acts, `HandledElsewhere` where it does so elsewhere."""
    asking.by_issuer(account, account.state.issuer)
    asking_between.issuer_is_here(account)


def feedback_stands(account: Account, party: PartyId, *stages: AnswerStage) -> None:
    """Raise `WrongState` unless a party's feedback form stands in one of ``stages``."""
    asking.answer_stands(account, account.state.asked, party, *stages)


def may_order(account: Account) -> None:
    """Raise `NotAuthorised` unless a body of the commission's own line issues it (RS 3)."""
    if account.jurisdiction.party(account.acting).kind not in OWN_KINDS:
        raise account.context.refused(
            zh="须由纪检监察机关及其派驻、派出机构下达",
            en="only bodies of the commission's own line issue it",
        )


def has_its_meeting(account: Account, command: Issue) -> None:
    """Raise unless the meeting it rests on was the issuer's, and decided that item.

    A joint meeting orders its members (mechanism 25): raises `NotAMemberOfTheMeeting` for another.
    """
    if command.meeting is None:
        if command.item is not None:
            raise invalid("item", "未写明会议", "no meeting is named")
        return
    meeting = _concluded(account, command.meeting)
    if command.item is not None and command.item > len(meeting.items):
        raise errors.NoSuchMeeting(party=account.acting)
    if meeting.kind == "joint_meeting":
        for party in command.parties:
            if party not in meeting.invited:
                raise errors.NotAMemberOfTheMeeting(party=party)


def _concluded(account: Account, meeting: StreamId) -> Consultation:
    if family_of(meeting) == "consultation":
        state: Consultation = account.context.streams[meeting].state
        if state.stage == "concluded" and state.convener == account.acting:
            return state
    raise errors.NoSuchMeeting(party=account.acting)


def within_the_cycle(account: Account, due: datetime.date, ends: datetime.date | None) -> None:
    """Raise `InvalidField` for a day gone by, `BeyondTheCycle` for one after the cycle's end."""
    asking.not_before_today(account, due, "due")
    if ends is not None and due > ends:
        raise errors.BeyondTheCycle(due=due, cycle_ends=ends)


def is_followed(account: Account, department: PartyId, groups: tuple[PartyId, ...]) -> PartyId:
    """The group among ``groups`` that is stationed at a department, or `NobodyFollows`."""
    group = account.jurisdiction.relation(department, "stationed_group")
    if group is None or group not in groups:
        raise errors.NobodyFollows(department=department)
    return group


def follows(account: Account, command: FollowUp) -> None:
    """Raise `NotTheFollower` unless the acting group was asked to follow that department up."""
    follow = account.state.follow_ups.get(command.department)
    if follow is None or follow.group != account.acting:
        raise errors.NotTheFollower(party=account.acting, department=command.department)


def followed(account: Account, department: PartyId) -> PartyId:
    """The group that said how far a department is; raises `NotTheFollower` where none was asked to.

    Raises `WrongState` where it has not said so, or was told to say it again.
    """
    follow = account.state.follow_ups.get(department)
    if follow is None:
        raise errors.NotTheFollower(party=account.acting, department=department)
    account.stands(follow.stage, "done", names=FOLLOW_UP_NAMES)
    return follow.group


def all_settled(account: Account) -> None:
    """Raise `NotAllSettled` while anything asked because of the order is open."""
    if account.state.unsettled:
        raise errors.NotAllSettled(open="、".join(account.state.unsettled))


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing."""
    mending.corrects(title=command.title, text=command.text, due=command.due)

"""三级把关 (mechanism 7): handler first, then the head, then the group meeting: the decisions.

It gates filing, the proposal of sanctions and sending to adjudication where the scheme asks for it;
the sheet goes with the case to case supervision, to whoever adjudicates, and to the adjudication office
where that examines what a group adjudicated.
"""

from collections.abc import Iterable
from typing import Final

from domain import handlers, roles
from domain.account import invalid
from domain.cases import commands, errors, events, guards
from domain.cases.account import Account
from domain.cases.state import Case
from domain.cases.values import Matter, MeetingCorrection, MemberView
from domain.context import Context
from domain.ids import PartyId, PersonId
from domain.leads.circle import case_supervision
from domain.model import Draft
from domain.scheme_parts import SignOffRule
from domain.streams import StreamState
from domain.submission import Seat

Stream = StreamState[Case]

MATTERS: Final[dict[Matter, tuple[str, str]]] = {
    "filing": ("立案", "filing"),
    "sanction": ("处分建议", "the proposal of sanctions"),
    "sending": ("移送审理", "sending to adjudication"),
}
"""What is signed off, in Chinese and English."""


def rule(account: Account, party: PartyId) -> SignOffRule | None:
    """The sign-off that the scheme asks of a party on the day of the act."""
    kind = account.jurisdiction.party(party).kind
    return account.scheme.sign_off(kind, account.context.occurred.date)


def required(account: Account, matter: Matter) -> None:
    """Refuse what the scheme gates until a sheet for it was agreed to; each sheet serves once."""
    asked = rule(account, account.case.handling_party)
    if asked is None or matter not in asked.matters or account.case.signed_off(matter) is not None:
        return
    zh, en = MATTERS[matter]
    raise errors.NotSignedOff(matter_zh=zh, matter_en=en)


def open_sign_off(
    stream: Stream, command: commands.OpenSignOff, context: Context
) -> Iterable[Draft]:
    """承办人负首责: a handler of the case answers first."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "opened", "investigating")
    guards.by_two(account)
    if context.actor not in account.case.handlers:
        raise context.refused(zh="须由承办人负首责", en="a handler answers first")
    if len(set(command.matters)) < len(command.matters):
        raise invalid("matters", "事项重复", "a matter is named twice")
    filed = account.case.stage != "opened"
    if filed == ("filing" in command.matters) or (not filed and len(command.matters) > 1):
        raise invalid("matters", "与案件所处环节不符", "it does not fit where the case stands")
    seat = reviewer(account)
    account.tell(
        events.SignOffOpened(
            **account.frame(),
            sheet=len(account.case.sheets) + 1,
            matters=command.matters,
            handler=context.actor,
            reviewer_party=None if seat is None else seat.party,
            reviewer_role=None if seat is None else seat.role,
            stuck=seat is None,
            statement=command.statement,
        )
    )
    return account


def reviewer(account: Account) -> Seat | None:
    """The seat that reviews: the first in which somebody may who did not handle it; None is «stuck».

    Raises `WrongState` where the scheme asks for no sign-off.
    """
    party = account.jurisdiction.party(account.case.handling_party)
    asked = rule(account, party.code)
    if asked is None:
        raise account.wrong_state("方案未规定三级把关", "the scheme asks for no sign-off")
    judging = guards.judging(account.case, account.context)
    day = account.context.occurred.date
    for seat in account.scheme.reviewers(asked, submitter=party):
        holders = account.jurisdiction.holders(seat.party, (seat.role,), day)
        if any(judging(person) is None for person in holders):
            return seat
    return None


def review_sign_off(
    stream: Stream, command: commands.ReviewSignOff, context: Context
) -> Iterable[Draft]:
    """组长审核把关: the head, or the substitute that the scheme names, and never a handler (R 289)."""
    account = guards.known(stream, context)
    sheet = guards.sheet(account, command.sheet, "opened")
    seat = reviewer(account)
    if seat is None:
        raise account.wrong_state("无人可以审核把关", "nobody may review it: it is stuck")
    handlers.by_party(context, seat.party, seat.role)
    guards.judged_by_actor(account)
    account.tell(
        events.SignOffReviewed(
            **account.frame(),
            sheet=sheet.serial,
            matters=sheet.matters,
            reviewer=context.actor,
            opinion=command.opinion,
            text=command.text,
        )
    )
    return account


def hold_group_meeting(
    stream: Stream, command: commands.HoldGroupMeeting, context: Context
) -> Iterable[Draft]:
    """组务会集体研究: members by the scheme's roles, quorum by the scheme, dissent on record.

    Every member of the day is present with a view or absent with a reason; who must keep out is no
    member. It agrees if more than half of the members do. Raises `AttendanceWrong`, `NoQuorum`.
    """
    account = guards.known(stream, context)
    handlers.by_party(context, account.case.handling_party, roles.HEAD, roles.DEPUTY_HEAD)
    sheet = guards.sheet(account, command.sheet, "reviewed")
    asked = rule(account, account.acting)
    if asked is None:
        raise account.wrong_state("方案未规定三级把关", "the scheme asks for no sign-off")
    entitled = members(account, asked)
    guards.attendance(entitled, command.views, command.absent)
    part, whole = asked.quorum
    needed = -(-len(entitled) * part // whole)
    if len(command.views) < needed:
        raise errors.NoQuorum(
            entitled=len(entitled), present=len(command.views), quorum=f"{part}/{whole}"
        )
    account.tell(
        events.GroupMeetingHeld(
            **account.frame(),
            sheet=sheet.serial,
            matters=sheet.matters,
            views=command.views,
            absent=command.absent,
            entitled=len(entitled),
            needed=needed,
            agreed=guards.agreeing(command.views) * 2 > len(entitled),
            conclusion=command.conclusion,
        )
    )
    return account


def correct_view(
    stream: Stream, command: commands.CorrectView, context: Context
) -> Iterable[Draft]:
    """A member who gave a view puts the record of it right, until the sheet opened the way for something.

    Raises `WrongState` after that: whoever keeps the register corrects it, with approval.
    """
    account = guards.known(stream, context)
    sheet = guards.sheet(account, command.sheet, "agreed", "rejected")
    member = guards.gave_view(account, sheet)
    if sheet.used:
        raise account.wrong_state(
            "已据此表办理,须由专管人员报批更正",
            "the sheet has opened the way already: its keeper corrects it, with approval",
        )
    own = MemberView(member=member, view=command.view, text=command.text)
    correct_meeting(
        account, MeetingCorrection(sheet=command.sheet, views=(own,)), reason=command.reason
    )
    return account


def correct_meeting(
    account: Account,
    right: MeetingCorrection,
    *,
    reason: str,
    approved_by: PersonId | None = None,
) -> None:
    """Tell how members stood in truth; quorum and whether the meeting agreed are counted anew.

    Raises `InvalidField` for who was no member, and `SheetServed` where a sheet that opened the way
    already would not have been agreed to.
    """
    sheet = guards.sheet(account, right.sheet, "agreed", "rejected")
    was = guards.stood(sheet, right)
    now = [each.stood for each in sheet.deliberated(right.views, right.absent)]
    enough = len(now) - now.count("absent") >= sheet.needed
    agreed = enough and now.count("agree") * 2 > len(now)
    if sheet.used and not agreed:
        zh, en = MATTERS[sheet.used[0]]
        raise errors.SheetServed(matter_zh=zh, matter_en=en)
    account.tell(
        events.GroupMeetingCorrected(
            **account.frame(),
            sheet=sheet.serial,
            matters=sheet.matters,
            was=was,
            views=right.views,
            absent=right.absent,
            agreed=agreed,
            turned=agreed != (sheet.status == "agreed"),
            reason=reason,
            approved_by=approved_by,
        )
    )


def members(account: Account, asked: SignOffRule) -> tuple[PersonId, ...]:
    """Who sits in the group meeting that day: holders of the scheme's roles, but who must keep out."""
    keep_out = guards.keep_out(account.case, account.context)
    day = account.context.occurred.date
    holders = account.jurisdiction.holders(account.case.handling_party, asked.members, day)
    return tuple(person for person in holders if keep_out(person) is None)


def forward(account: Account, *to: PartyId | None) -> None:
    """Let every agreed sheet go with the case to these parties, and to case supervision."""
    office = case_supervision(account.case.handling_party, account.jurisdiction)
    parties = tuple(dict.fromkeys(party for party in (*to, office) if party is not None))
    for sheet in account.case.sheets:
        if sheet.status == "agreed" and sheet.forwarded_to != parties:
            account.tell(
                events.SignOffForwarded(
                    **account.frame(), sheet=sheet.serial, matters=sheet.matters, to=parties
                )
            )

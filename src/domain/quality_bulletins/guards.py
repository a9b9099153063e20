"""What has to be true before an action on a bulletin; each guard raises the refusal it needs."""

from typing import Any

from domain import asking, roles
from domain.account import invalid
from domain.asking import AnswerStage
from domain.errors import NotFound
from domain.handlers import STAFF, is_any
from domain.ids import StreamId, family_of
from domain.periods import Cadence, CadencePeriod
from domain.quality_bulletins import errors
from domain.quality_bulletins.account import Account
from domain.quality_bulletins.commands import Issue
from domain.quality_bulletins.state import STAGE_NAMES, Bulletin, Item, Stage
from domain.quality_reviews.state import QualityReview
from domain.quality_reviews.subjects import keeping_out
from domain.streams import StreamState


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the bulletin stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_adjudication(account: Account) -> None:
    """Refuse unless an adjudication office issues it (mechanism 6)."""
    if account.jurisdiction.party(account.acting).kind != "adjudicationOffice":
        raise account.context.refused(
            zh="须由案件审理室办理", en="it is for the adjudication office to do"
        )
    account.context.require_role(*STAFF)


def by_issuer(account: Account) -> None:
    """Raise `NotTheIssuer` unless the issuer acts."""
    asking.by_issuer(account, account.state.issuer)


def item(account: Account, serial: int, *stages: AnswerStage) -> Item:
    """A running matter it tells of, its answer in one of ``stages``; raises `InvalidField`, `WrongState`.

    Raises `NotFound` for whoever keeps out of that matter (SL 67, R 299).
    """
    items = account.state.items
    if serial > len(items):
        raise invalid("item", "没有该事项", "there is no such matter")
    found = items[serial - 1]
    if is_any(account.context.actor, keeping_out(found.matter, account.context), account.context):
        raise NotFound(stream=account.stream)
    account.stands(found.stage, *stages, names=asking.ANSWER_NAMES)
    return found


def by_body(account: Account, item: Item) -> None:
    """Refuse unless the body acts that was told of the matter."""
    if account.acting != item.body:
        raise account.context.refused(
            zh="须由被通报单位反馈", en="it is for the body it tells of to do"
        )
    account.context.require_role(*(role for role in STAFF if role != roles.LIAISON))


def month(account: Account, stream: StreamState[Bulletin], command: Issue) -> CadencePeriod:
    """The month it is for: the one owed in this stream, if the clock opened it; and it is over."""
    period = CadencePeriod.parse(command.period)
    owed = next((each.arisen.period for each in stream.obligations.values()), None)
    over = period.cadence is Cadence.MONTH and period.last_day < account.context.today
    if not over or owed not in (None, period.code):
        raise errors.AnotherPeriod(owed=owed or "上月 last month", period=command.period)
    return period


def review(account: Account, stream: StreamId, period: CadencePeriod) -> StreamState[Any]:
    """A review of the issuer's, completed in the month and not told of: `NotFound`, `NotOfThisMonth`."""
    if family_of(stream) != "quality_review":
        raise NotFound(stream=stream)
    found = account.context.streams[stream]
    state: QualityReview = found.state
    if state.reviewer != account.acting or state.stage == "record":
        raise NotFound(stream=stream)
    done = state.completed
    within = done is not None and period.first_day <= done <= period.last_day
    if state.stage != "completed" or state.bulletin is not None or not within:
        raise errors.NotOfThisMonth(review=stream, period=period.code)
    return found

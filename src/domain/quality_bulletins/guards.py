"""What has to be true before an action on a bulletin; each guard raises the refusal it needs."""

from typing import Any

from domain import asking
from domain.errors import NotFound
from domain.handlers import STAFF
from domain.ids import StreamId, family_of
from domain.periods import Cadence, CadencePeriod
from domain.quality_bulletins import errors
from domain.quality_bulletins.account import Account
from domain.quality_bulletins.commands import Issue
from domain.quality_bulletins.state import STAGE_NAMES, Bulletin, Stage
from domain.quality_reviews.state import QualityReview
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

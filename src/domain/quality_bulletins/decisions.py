"""What follows from each action on a bulletin, or why it is refused.

Basis: each month the problems of investigation and of case quality are told of (构建案件质量共同体实施办法,
the city's; mechanism 6), about closed and running cases: overdue, returned, signature missing. Nothing it
says of a case is typed: it follows from the reviews and, where nobody reviewed, from the running matter
itself. It is sent as a notice, and answered as one; each running matter is answered for itself.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from domain.account import invalid
from domain.context import Context
from domain.ids import PartyId, StreamId
from domain.model import Draft
from domain.notices import commands as notice_commands
from domain.notices import decisions as notices
from domain.quality_bulletins import commands, events, guards, running
from domain.quality_bulletins.account import Account
from domain.quality_bulletins.events import Figures
from domain.quality_bulletins.state import Bulletin
from domain.quality_reviews import events as review_events
from domain.quality_reviews.account import Account as ReviewAccount
from domain.quality_reviews.state import QualityReview
from domain.quality_reviews.subjects import ended
from domain.streams import StreamState

Stream = StreamState[Bulletin]


def issue(stream: Stream, command: commands.Issue, context: Context) -> Iterable[Draft]:
    """Tell of a month's reviews and of running matters, and send the notice that its bodies sign for.

    Raises `AnotherPeriod`, `NotOfThisMonth`, `NotFound`; `InvalidField` where no answer is asked.
    """
    account = Account(stream, context)
    guards.by_adjudication(account)
    period = guards.month(account, stream, command)
    context.streams.require(command.reviews)
    if len(set(command.reviews)) != len(command.reviews):
        raise invalid("reviews", "每件只列一次", "list each review once")
    reviews = [guards.review(account, each, period) for each in command.reviews]
    subjects = [review.state.subject for review in reviews]
    unreviewed = running.found(account, period.code, besides=subjects)
    reviewed = [review.state.body for review in reviews]
    bodies = tuple(dict.fromkeys((*reviewed, *(each.body for each in unreviewed or ()))))
    parties = tuple(dict.fromkeys((*bodies, *command.parties)))
    if (reviewed or command.parties) and command.reply_due is None:
        raise invalid("reply_due", "须确定反馈期限", "each item has to be answered by a day")
    notice = context.new_stream("notice", "bulletin") if parties else None
    account.tell(
        events.Issued(
            **account.plain(),
            issuer=account.acting,
            period=period.code,
            notice=notice,
            bodies=bodies,
            parties=parties,
            reviews=command.reviews,
            figures=_figures([review.state for review in reviews], context),
        )
    )
    if unreviewed is not None:
        running.list_each(account, unreviewed)
    published: list[Draft] = []
    for review in reviews:
        _list(account, review)
        published += _published(review, account.stream, context)
    sent = () if notice is None else _sent(notice, command, period.code, parties, context)
    return (*account, *published, *sent)


def _figures(reviews: list[QualityReview], context: Context) -> Figures:
    """What the reviews come to."""
    findings = [found for review in reviews for _, found in review.standing]
    detected = Counter(found.detected for found in findings)
    grades = Counter(review.grade for review in reviews)
    return Figures(
        reviews=len(reviews),
        running=sum(_runs(review, context) for review in reviews),
        findings=len(findings),
        repeated=sum(found.repeats is not None for found in findings),
        overdue=detected["overdue"],
        returned=detected["returned"],
        signature_missing=detected["signature_missing"],
        excellent=grades["excellent"],
        qualified=grades["qualified"],
        flawed=grades["flawed"],
        unqualified=grades["unqualified"],
    )


def _runs(review: QualityReview, context: Context) -> bool:
    """Whether the case reviewed has not ended."""
    return review.subject is not None and not ended(context.streams[review.subject].state)


def _list(account: Account, review: StreamState[QualityReview]) -> None:
    """The case, and each finding that stands, with the day by which its answer is owed."""
    state = review.state
    common: dict[str, Any] = {"body": state.body, "review": review.stream}
    account.tell(
        events.CaseListed(
            **account.frame(),
            **common,
            running=_runs(state, account.context),
            score=state.score or 0,
            grade=state.grade or "unqualified",
        )
    )
    dues = {
        match.value: owed.due
        for owed in review.obligations.values()
        for match in owed.arisen.match
        if match.field == "finding" and owed.owner == state.body
    }
    for serial, found in state.standing:
        account.tell(
            events.ItemListed(
                **account.frame(),
                **common,
                finding=serial,
                criterion=found.criterion,
                standard=found.standard,
                detected=found.detected,
                obligation=found.obligation,
                repeats=found.repeats,
                reply_due=dues.get(str(serial)),
            )
        )


def _published(
    review: StreamState[QualityReview], bulletin: StreamId, context: Context
) -> Iterator[Draft]:
    account = ReviewAccount(review, context)
    account.tell(review_events.Published(**account.frame(), bulletin=bulletin))
    yield from account


def _sent(
    notice: StreamId,
    command: commands.Issue,
    period: str,
    parties: tuple[PartyId, ...],
    context: Context,
) -> Iterable[Draft]:
    """The notice, under the issuer's next number."""
    paper = notice_commands.Issue(
        kind="bulletin",
        title=f"{period}案件质量情况通报",
        text=command.text,
        parties=parties,
        reply_due=command.reply_due,
    )
    return notices.issue(context.streams[notice], paper, context)


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 of its introduction, in the notice too (DOMAIN.md §1.12)."""
    account, notice = _issued(stream, context)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            text=command.text,
        )
    )
    right = notice_commands.Correct(
        reason=command.reason, approved_by=command.approved_by, text=command.text
    )
    sent = () if notice is None else notices.correct(context.streams[notice], right, context)
    return (*account, *sent)


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废 of bulletin and notice: what is owed because of them is withdrawn."""
    account, notice = _issued(stream, context)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    withdrawn: list[Draft] = []
    for review in account.state.reviews:
        own = ReviewAccount(context.streams[review], context)
        own.tell(review_events.Unpublished(**own.frame(), bulletin=stream.stream))
        withdrawn += own
    gone = notice_commands.Annul(reason=command.reason, approved_by=command.approved_by)
    sent = () if notice is None else notices.annul(context.streams[notice], gone, context)
    return (*account, *withdrawn, *sent)


def _issued(stream: Stream, context: Context) -> tuple[Account, StreamId | None]:
    account = Account(stream, context)
    guards.at(account, "issued")
    guards.by_issuer(account)
    notice = account.state.notice
    context.streams.require((*account.state.reviews, *(() if notice is None else (notice,))))
    return account, notice

"""Rectifying, feeding back, assessing, signing off, looking back: the decisions (R 39, SL 71)."""

from collections.abc import Iterable

from domain.context import Context
from domain.ids import StreamId
from domain.model import Draft
from domain.recommendations import commands, events, guards
from domain.recommendations.account import Account
from domain.recommendations.state import Recommendation
from domain.rectifications import commands as rectifications
from domain.rectifications.account import Account as Item
from domain.rectifications.decisions import assigned, open_item, plan, reopened
from domain.streams import StreamState

Stream = StreamState[Recommendation]


def submit_plan(stream: Stream, command: commands.SubmitPlan, context: Context) -> Iterable[Draft]:
    """整改方案: each problem becomes a rectification item of the issuer, planned from the start.

    Who plans has the recommendation: what is not signed for yet is signed for with it.
    """
    account = guards.known(stream, context)
    guards.at(account, "delivered")
    guards.by_addressee(account)
    guards.treats_each_problem(account, command)
    if not account.state.acknowledged:
        account.tell(events.Acknowledged(**account.frame()))
    planned = sorted(command.items, key=lambda item: item.problem)
    streams = tuple(context.new_stream("rectification", str(item.problem)) for item in planned)
    account.tell(events.PlanReceived(**account.frame(), items=streams))
    items = [_open(account, place, item, streams[place]) for place, item in enumerate(planned)]
    return (*account, *(told for item in items for told in item))


def _open(account: Account, place: int, item: commands.PlanItem, stream: StreamId) -> Item:
    content, opened = account.content, Item(account.context.streams[stream], account.context)
    problem = rectifications.RaiseProblem(
        origin="recommendation",
        title=content.problems[place],
        unit=content.addressee,
        matter=account.stream,
        observers=account.state.observers,
    )
    open_item(opened, problem, raiser=account.state.issuer, skip=place)
    assigned(
        opened,
        rectifications.Assign(
            party=content.addressee,
            responsible=item.responsible,
            verifier=content.verifier,
            due=content.terms.deadline,
        ),
    )
    plan(opened, item.measures)
    return opened


def feed_back(stream: Stream, command: commands.FeedBack, context: Context) -> Iterable[Draft]:
    """反馈, as the document asks; also after more was demanded, or it was refused at first."""
    account = guards.known(stream, context)
    guards.at(account, "rectifying", "demanded", "refused")
    guards.by_addressee(account)
    account.tell(events.FeedbackReceived(**account.frame(), text=command.text, paper=command.paper))
    return account


def accept_feedback(
    stream: Stream, _: commands.AcceptFeedback, context: Context
) -> Iterable[Draft]:
    """采纳."""
    account = guards.known(stream, context)
    guards.at(account, "fed_back")
    guards.by_issuer(account)
    account.tell(events.FeedbackAccepted(**account.frame()))
    return account


def demand_further(
    stream: Stream, command: commands.DemandFurther, context: Context
) -> Iterable[Draft]:
    """More is demanded with a new day, if what was done does not meet it (R 39)."""
    account = guards.known(stream, context)
    guards.at(account, "fed_back")
    guards.by_issuer(account)
    guards.ahead(account, command.deadline, "deadline")
    account.tell(
        events.FurtherDemanded(
            **account.frame(),
            reason=command.reason,
            deadline=command.deadline,
            demand=account.state.demands + 1,
        )
    )
    return account


def record_refusal(
    stream: Stream, command: commands.RecordRefusal, context: Context
) -> Iterable[Draft]:
    """拒不采纳 (SL 71): a superior is to be told."""
    account = guards.known(stream, context)
    guards.at(account, "delivered", "rectifying", "demanded", "fed_back")
    guards.by_leader_of_issuer(account)
    account.tell(events.RefusalRecorded(**account.frame(), reason=command.reason))
    return account


def notify_superior(
    stream: Stream, command: commands.NotifySuperior, context: Context
) -> Iterable[Draft]:
    """Tell the addressee's superior, which orders it to comply (SL 71)."""
    account = guards.known(stream, context)
    guards.at(account, "refused")
    guards.by_issuer(account)
    context.jurisdiction.party(command.superior)
    account.tell(
        events.SuperiorNotified(
            **account.frame(), superior=command.superior, document=command.document
        )
    )
    return account


def sign_off(stream: Stream, _: commands.SignOff, context: Context) -> Iterable[Draft]:
    """销号, by a leader of the issuer, once every item is. Raises `ItemsOpen`."""
    account = guards.known(stream, context)
    guards.at(account, "accepted")
    guards.by_leader_of_issuer(account)
    guards.items_ended(account)
    begun = account.state.delivered_on or context.occurred.date
    account.tell(events.SignedOff(**account.frame(), days=(context.occurred.date - begun).days))
    return account


def look_back(stream: Stream, command: commands.LookBackOn, context: Context) -> Iterable[Draft]:
    """回头看."""
    account = guards.known(stream, context)
    guards.at(account, "signed_off", "settled")
    guards.by_issuer(account)
    account.tell(events.LookedBack(**account.frame(), result=command.result, text=command.text))
    return account


def reopen(stream: Stream, command: commands.Reopen, context: Context) -> Iterable[Draft]:
    """Open it again with the items that recurred: those are owed anew. Raises `NotOneOfItsItems`."""
    account = guards.known(stream, context)
    if command.ground == "recurred":
        guards.at(account, "recurred")
    else:
        guards.at(account, "signed_off", "recurred", "settled")
    guards.by_issuer(account)
    guards.ahead(account, command.deadline, "deadline")
    context.streams.require(command.items)
    guards.may_recur(account, command.items)
    account.tell(
        events.Reopened(
            **account.frame(),
            ground=command.ground,
            reason=command.reason,
            deadline=command.deadline,
            items=command.items,
            round=account.state.round + 1,
        )
    )
    again = rectifications.Reopen(
        ground=command.ground, reason=command.reason, due=command.deadline
    )
    items = [Item(context.streams[item], context) for item in command.items]
    for item in items:
        reopened(item, again)
    return (*account, *(told for item in items for told in item))

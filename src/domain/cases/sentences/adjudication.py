"""Investigation up to its end, and adjudication: what the events say."""

from typing import Final

from domain.cases import events
from domain.registry import EventType

ADJUDICATION: Final = (
    EventType(
        name="investigation_suspended",
        event=events.InvestigationSuspended,
        zh="登记{person}({ground}),审查调查期限中止",
        en="{person}: {ground}; the clock of the investigation stands",
    ),
    EventType(
        name="suspension_ended",
        event=events.SuspensionEnded,
        zh="{person}({ground})情形消失",
        en="{person}: {ground} has ended",
    ),
    EventType(
        name="investigation_restarted",
        event=events.InvestigationRestarted,
        zh="审查调查期限重新计算",
        en="The clock of the investigation began anew",
    ),
    EventType(
        name="facts_shown",
        event=events.FactsShown,
        zh="与{person}见面核对违纪违法事实,本人签署意见",
        en="The facts were put to {person}, who gave a view",
    ),
    EventType(
        name="sanctions_proposed",
        event=events.SanctionsProposed,
        zh="{handling_party}提出处分建议",
        en="{handling_party} proposed what is right for each person",
    ),
    EventType(
        name="sent",
        event=events.Sent,
        zh="{handling_party}移送{to}审理",
        en="{handling_party} sent the case to {to} for adjudication",
    ),
    EventType(
        name="adjudication_accepted",
        event=events.AdjudicationAccepted,
        zh="{adjudicator}受理审理,审理人{adjudicators}",
        en="{adjudicator} accepted the case for adjudication by {adjudicators}",
    ),
    EventType(
        name="adjudicators_assigned",
        event=events.AdjudicatorsAssigned,
        zh="审理人变更为{adjudicators}:{reason}",
        en="The case is adjudicated by {adjudicators} from now on: {reason}",
    ),
    EventType(
        name="adjudication_returned",
        event=events.AdjudicationReturned,
        zh="{adjudicator}退回补齐材料:{reason}",
        en="{adjudicator} returned the case as incomplete: {reason}",
    ),
    EventType(
        name="supplement_required",
        event=events.SupplementRequired,
        zh="{adjudicator}退回补充调查:{reason}",
        en="{adjudicator} sent the case back for supplement: {reason}",
    ),
    EventType(
        name="supplement_completed",
        event=events.SupplementCompleted,
        zh="{handling_party}补充调查完毕,重新移送{adjudicator}",
        en="{handling_party} sent the supplemented case back to {adjudicator}",
    ),
    EventType(
        name="reinvestigation_required",
        event=events.ReinvestigationRequired,
        zh="{adjudicator}退回重新调查:{reason}",
        en="{adjudicator} sent the case back for re-investigation: {reason}",
    ),
    EventType(
        name="reinvestigation_completed",
        event=events.ReinvestigationCompleted,
        zh="{handling_party}重新调查完毕,重新移送{adjudicator}",
        en="{handling_party} sent the case, investigated anew, back to {adjudicator}",
    ),
    EventType(
        name="adjudication_reported",
        event=events.AdjudicationReported,
        zh="{signed_by}提出审理报告",
        en="{signed_by} reported the adjudication",
    ),
    EventType(
        name="deliberated",
        event=events.Deliberated,
        zh="{adjudicator}集体审议:{conclusion}",
        en="{adjudicator} deliberated collectively: {conclusion}",
    ),
)

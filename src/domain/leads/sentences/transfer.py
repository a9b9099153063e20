"""A hand-over: the sentences that say what happened."""

from typing import Final

from domain.leads import events
from domain.registry import EventType

TRANSFER: Final = (
    EventType(
        name="transferred",
        event=events.Transferred,
        zh="{from_party}向{to_party}移送({document})",
        en="{from_party} handed the lead over to {to_party} ({document})",
    ),
    EventType(
        name="transfer_acknowledged",
        event=events.TransferAcknowledged,
        zh="{to_party}签收移送材料",
        en="{to_party} signed for the papers handed over",
    ),
    EventType(
        name="papers_demanded",
        event=events.PapersDemanded,
        zh="{to_party}要求{from_party}补正材料:{papers}",
        en="{to_party} demands papers that {from_party} left out: {papers}",
    ),
    EventType(
        name="accepted",
        event=events.Accepted,
        zh="{to_party}接受{from_party}的移送",
        en="{to_party} accepted the hand-over from {from_party}",
    ),
    EventType(
        name="part_accepted",
        event=events.PartAccepted,
        zh="{to_party}部分接受{from_party}的移送,其余退回:{reason}",
        en="{to_party} accepted part of the hand-over from {from_party}: {reason}",
    ),
    EventType(
        name="returned",
        event=events.Returned,
        zh="{to_party}退回{from_party}的移送:{reason}",
        en="{to_party} returned the hand-over to {from_party}: {reason}",
    ),
    EventType(
        name="milestone_reached",
        event=events.MilestoneReached,
        zh="移送事项办理进度:{milestone}",
        en="The matter handed over is now: {milestone}",
    ),
    EventType(
        name="result_fed_back",
        event=events.ResultFedBack,
        zh="{to_party}向{from_party}反馈结果({result})",
        en="{to_party} fed the result back to {from_party} ({result})",
    ),
    EventType(
        name="feedback_confirmed",
        event=events.FeedbackConfirmed,
        zh="{from_party}确认收到反馈,移送闭环",
        en="{from_party} confirmed the feedback; the hand-over is closed",
    ),
)

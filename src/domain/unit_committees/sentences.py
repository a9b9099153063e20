"""The types of events of unit committees, each with the sentence that says what happened."""

from typing import Final

from domain.registry import EventType
from domain.unit_committees import events

EVENTS: Final = (
    EventType(
        name="guided",
        event=events.Guided,
        zh="{group}指导{committee}({manner}):{topics}",
        en="{group} guided {committee} ({manner}): {topics}",
    ),
    EventType(
        name="acknowledged",
        event=events.Acknowledged,
        zh="{committee}签收指导意见",
        en="{committee} signed for the guidance",
    ),
    EventType(
        name="inspected",
        event=events.Inspected,
        zh="{group}对{committee}第{inspection}次督促检查({scope}),发现问题{found}个",
        en="{group} looked into {committee} ({scope}, no. {inspection}): {found} findings",
    ),
    EventType(
        name="finding_recorded",
        event=events.FindingRecorded,
        zh="第{finding}个问题:{title},{due}前答复",
        en="Finding {finding}: {title}, to be answered by {due}",
    ),
    EventType(
        name="finding_answered",
        event=events.FindingAnswered,
        zh="{committee}答复第{finding}个问题",
        en="{committee} answered finding {finding}",
    ),
    EventType(
        name="answer_returned",
        event=events.AnswerReturned,
        zh="{group}退回第{finding}个问题的答复:{reason},{due}前重新答复",
        en="{group} returned the answer to finding {finding}: {reason}; again by {due}",
    ),
    EventType(
        name="answer_accepted",
        event=events.AnswerAccepted,
        zh="{group}认可第{finding}个问题的答复",
        en="{group} accepted the answer to finding {finding}",
    ),
    EventType(
        name="enlisted",
        event=events.Enlisted,
        zh="{group}抽调{committee}人员{people}协助({scope}:{tasks}),至{until}(批准人{approved_by})",
        en="{group} enlisted {people} of {committee} until {until} ({scope}: {tasks}; by {approved_by})",
    ),
    EventType(
        name="matter_served",
        event=events.MatterServed,
        zh="第{enlistment}次抽调服务于{matter}",
        en="Enlistment {enlistment} serves {matter}",
    ),
    EventType(
        name="enlistment_extended",
        event=events.EnlistmentExtended,
        zh="第{enlistment}次抽调延长至{until}:{reason}(批准人{approved_by})",
        en="Enlistment {enlistment} was extended until {until}: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="evidence_recorded",
        event=events.EvidenceRecorded,
        zh="{by}登记第{evidence}份联合取证材料({kind}):{title},取证人{collectors}",
        en="{by} recorded evidence {evidence} ({kind}): {title}, taken by {collectors}",
    ),
    EventType(
        name="evidence_confirmed",
        event=events.EvidenceConfirmed,
        zh="{by}确认第{evidence}份材料系共同取得",
        en="{by} confirmed that evidence {evidence} was taken together",
    ),
    EventType(
        name="evidence_returned",
        event=events.EvidenceReturned,
        zh="{by}退回第{evidence}份材料:{reason}",
        en="{by} returned evidence {evidence}: {reason}",
    ),
    EventType(
        name="enlistment_ended",
        event=events.EnlistmentEnded,
        zh="第{enlistment}次抽调结束,联合取证{evidence}份:{outcome}",
        en="Enlistment {enlistment} ended with {evidence} pieces of joint evidence: {outcome}",
    ),
    EventType(
        name="evidence_closed",
        event=events.EvidenceClosed,
        zh="第{enlistment}次抽调的取证材料收归{group},{committee}不再可见",
        en="The evidence of enlistment {enlistment} is for {group} alone, no more for {committee}",
    ),
    EventType(
        name="concluded",
        event=events.Concluded,
        zh="{group}对{committee}的指导检查办结",
        en="{group} concluded its guidance of {committee}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="指导或检查问题的记录更正:{reason}(批准人{approved_by})",
        en="What was recorded of the guidance was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="{group}对{committee}的指导作废:{reason}(批准人{approved_by})",
        en="{group}'s guidance of {committee} was annulled: {reason} (approved by {approved_by})",
    ),
)

"""The types of rectification events, each with the sentence that says what happened."""

from typing import Final

from domain.rectifications import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="problem_raised",
        event=events.ProblemRaised,
        zh="{raiser}对{unit}提出问题“{title}”({number},来源:{origin})",
        en="{raiser} raised a problem at {unit}: «{title}» ({number}, origin: {origin})",
    ),
    EventType(
        name="origin_recorded",
        event=events.OriginRecorded,
        zh="{raiser}登记问题来源:{origin}",
        en="{raiser} recorded where the problem was found: {origin}",
    ),
    EventType(
        name="assigned",
        event=events.Assigned,
        zh="{raiser}交办{party}于{due}前整改,由{verifier}核验",
        en="{raiser} assigned it to {party}, to be rectified by {due} and verified by {verifier}",
    ),
    EventType(
        name="responsible_changed",
        event=events.ResponsibleChanged,
        zh="{office}改由{person}承担整改责任:{reason}",
        en="{person} answers for it at {office} from now on: {reason}",
    ),
    EventType(
        name="acknowledged",
        event=events.Acknowledged,
        zh="{party}签收整改事项",
        en="{party} acknowledged the rectification item",
    ),
    EventType(
        name="measures_set",
        event=events.MeasuresSet,
        zh="{party}制定整改措施",
        en="{party} set its measures",
    ),
    EventType(
        name="evidence_filed",
        event=events.EvidenceFiled,
        zh="{by}提交佐证材料",
        en="{by} filed evidence",
    ),
    EventType(
        name="system_adopted",
        event=events.SystemAdopted,
        zh="{party}建立制度“{title}”({number},{adopted})",
        en="{party} adopted the rule «{title}» ({number}, {adopted})",
    ),
    EventType(
        name="money_recovered",
        event=events.MoneyRecovered,
        zh="{party}挽回损失{amount}元({document})",
        en="{party} recovered {amount} yuan ({document})",
    ),
    EventType(
        name="completion_reported",
        event=events.CompletionReported,
        zh="{party}报告整改完成,待{verifier}核验",
        en="{party} reported completion, to be verified by {verifier}",
    ),
    EventType(
        name="verifier_named",
        event=events.VerifierNamed,
        zh="{raiser}改由{verifier}核验:{reason}",
        en="{raiser} named {verifier} to verify: {reason}",
    ),
    EventType(
        name="verified",
        event=events.Verified,
        zh="{verifier}核验通过({manner})",
        en="{verifier} found it rectified ({manner})",
    ),
    EventType(
        name="returned",
        event=events.Returned,
        zh="{by}退回,{party}须于{due}前继续整改:{reason}",
        en="{by} returned it to {party}, to be rectified by {due}: {reason}",
    ),
    EventType(
        name="signed_off",
        event=events.SignedOff,
        zh="{raiser}销号(成效:{outcomes};历时{days_open}日)",
        en="{raiser} signed it off (outcome: {outcomes}; open for {days_open} days)",
    ),
    EventType(
        name="looked_back",
        event=events.LookedBack,
        zh="{by}回头看:{result}",
        en="{by} looked back: {result}",
    ),
    EventType(
        name="reopened",
        event=events.Reopened,
        zh="{raiser}重新交办{party}({ground}),{due}前整改:{reason}",
        en="{raiser} opened it again for {party} ({ground}), to be rectified by {due}: {reason}",
    ),
    EventType(
        name="written_into_report",
        event=events.WrittenIntoReport,
        zh="问题写入{body}的“{report}”({paragraph}),整改合并办理",
        en="The problem was written into {report} of {body} ({paragraph}); it is rectified as one item",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="整改事项更正:{reason}(批准人{approved_by})",
        en="The rectification item was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="整改事项作废:{reason}(批准人{approved_by})",
        en="The rectification item was annulled: {reason} (approved by {approved_by})",
    ),
)

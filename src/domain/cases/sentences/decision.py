"""Approval, decision, execution, and setting right: what the events say."""

from typing import Final

from domain.cases import events
from domain.registry import EventType

DECISION: Final = (
    EventType(
        name="approval_awaited",
        event=events.ApprovalAwaited,
        zh="{asked_by}报请{body}就{person}的{track}处分“{sanction}”研究({act})",
        en="{asked_by} asked {body} about the {track} sanction «{sanction}» of {person} ({act})",
    ),
    EventType(
        name="approval_given",
        event=events.ApprovalGiven,
        zh="{body}集体研究{person}的{track}处分:{opinion}",
        en="{body} decided collectively on the {track} sanction of {person}: {opinion}",
    ),
    EventType(
        name="approval_withdrawn",
        event=events.ApprovalWithdrawn,
        zh="另一处分被退回,不再由{body}研究{person}的{track}处分",
        en="{body} is asked no longer about the {track} sanction of {person}: the other track was returned",
    ),
    EventType(
        name="sanction_decided",
        event=events.SanctionDecided,
        zh="{decided_by}决定给予{person}{track}处分“{sanction}”({number})",
        en="{decided_by} decided the {track} sanction «{sanction}» of {person} ({number})",
    ),
    EventType(
        name="person_decided",
        event=events.PersonDecided,
        zh="对{person}的处理:{result},第{four_forms}种形态",
        en="For {person}: {result}, form {four_forms} of four",
    ),
    EventType(
        name="decided",
        event=events.Decided,
        zh="本案全部人员处理决定已作出",
        en="It is decided for every person of the case",
    ),
    EventType(
        name="decision_served",
        event=events.DecisionServed,
        zh="{person}的{track}处分决定({sanction_number})送达本人和{organ}",
        en="The {track} decision on {person} ({sanction_number}) was served on them and on {organ}",
    ),
    EventType(
        name="execution_reported",
        event=events.ExecutionReported,
        zh="{organ}执行{person}的{track}处分决定",
        en="{organ} carried out the {track} decision on {person}",
    ),
    EventType(
        name="recovery_ordered",
        event=events.RecoveryOrdered,
        zh="就{person}决定{kind}({document})",
        en="Money of {person} is to be {kind} ({document})",
    ),
    EventType(
        name="recovery_recorded",
        event=events.RecoveryRecorded,
        zh="第{recovery}项款项到账({receipt})",
        en="Money came in on order {recovery} ({receipt})",
    ),
    EventType(
        name="recovery_completed",
        event=events.RecoveryCompleted,
        zh="第{recovery}项款项全部到账",
        en="All money of order {recovery} has come in",
    ),
    EventType(
        name="transferred_to_procuratorate",
        event=events.TransferredToProcuratorate,
        zh="{person}涉嫌犯罪移送检察机关({document})",
        en="{person} was handed over to the procuratorate ({document})",
    ),
    EventType(
        name="sanction_corrected",
        event=events.SanctionCorrected,
        zh="{person}的{track}处分更正为“{sanction}”:{reason}(批准人{approved_by})",
        en="The {track} sanction of {person} was corrected to «{sanction}»: {reason} ({approved_by})",
    ),
    EventType(
        name="sanction_annulled",
        event=events.SanctionAnnulled,
        zh="撤销{person}的{track}处分“{sanction}”:{reason}(批准人{approved_by})",
        en="The {track} sanction «{sanction}» of {person} was annulled: {reason} (approved by {approved_by})",
    ),
)

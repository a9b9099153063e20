"""The types of joint enforcement events, each with the sentence that says what happened."""

from typing import Final

from domain.joint_enforcements import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="planned",
        event=events.Planned,
        zh="{head}牵头制定联合监督执纪计划“{title}”({number},{begins}至{ends})",
        en="{head} planned a joint enforcement: «{title}» ({number}, {begins} to {ends})",
    ),
    EventType(
        name="plan_written",
        event=events.PlanWritten,
        zh="{head}登记实施方案",
        en="{head} entered the plan in detail",
    ),
    EventType(
        name="partner_asked",
        event=events.PartnerAsked,
        zh="邀请{partner}参加",
        en="{partner} was asked to join",
    ),
    EventType(
        name="agreed",
        event=events.Agreed,
        zh="{partner}同意参加",
        en="{partner} joined",
    ),
    EventType(
        name="declined",
        event=events.Declined,
        zh="{partner}不参加:{reason}",
        en="{partner} declined: {reason}",
    ),
    EventType(
        name="share_assigned",
        event=events.ShareAssigned,
        zh="第{share}项任务由{owner}于{due}前完成:{text}",
        en="Share {share} goes to {owner}, by {due}: {text}",
    ),
    EventType(
        name="share_reported",
        event=events.ShareReported,
        zh="{owner}报告第{share}项任务:发现问题{problems}个,处理{handled}人",
        en="{owner} reported share {share}: {problems} problems found, {handled} persons dealt with",
    ),
    EventType(
        name="share_returned",
        event=events.ShareReturned,
        zh="第{share}项任务退回{owner},{due}前重新报告:{reason}",
        en="Share {share} went back to {owner}, to be reported again by {due}: {reason}",
    ),
    EventType(
        name="share_accepted",
        event=events.ShareAccepted,
        zh="{head}认可{owner}的第{share}项任务",
        en="{head} accepted share {share} of {owner}",
    ),
    EventType(
        name="share_released",
        event=events.ShareReleased,
        zh="{head}向{to}公开第{share}项任务:{reason}(批准人{approved_by})",
        en="{head} released share {share} to {to}: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="share_corrected",
        event=events.ShareCorrected,
        zh="第{share}项任务更正为:问题{problems}个,处理{handled}人:{reason}(批准人{approved_by})",
        en="Share {share} was corrected ({problems}, {handled}): {reason} (approved by {approved_by})",
    ),
    EventType(
        name="result_recorded",
        event=events.ResultRecorded,
        zh="{head}汇总结果:任务{shares}项,发现问题{problems}个,处理{handled}人",
        en="{head} recorded the result: {shares} shares, {problems} problems, {handled} persons",
    ),
    EventType(
        name="result_released",
        event=events.ResultReleased,
        zh="{head}向{to}公开结果:{reason}(批准人{approved_by})",
        en="{head} released the result to {to}: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="concluded",
        event=events.Concluded,
        zh="联合监督执纪办结",
        en="The joint enforcement was concluded",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="标题更正为“{title}”:{reason}(批准人{approved_by})",
        en="The title was corrected to «{title}»: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="联合监督执纪作废:{reason}(批准人{approved_by})",
        en="The joint enforcement was annulled: {reason} (approved by {approved_by})",
    ),
)

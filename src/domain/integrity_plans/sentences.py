"""The types of events of integrity plans, each with the sentence that says what happened."""

from typing import Final

from domain.integrity_plans import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="drawn_up",
        event=events.DrawnUp,
        zh="{by}拟订{committee}{period}“四廉共育”计划",
        en="{by} drew up the integrity plan of {committee} for {period}",
    ),
    EventType(
        name="activity_proposed",
        event=events.ActivityProposed,
        zh="{by}拟列第{activity}项活动({strand})“{title}”,{due}前开展,待{other}同意",
        en="{by} proposed activity {activity} ({strand}), «{title}», until {due}, to {other}",
    ),
    EventType(
        name="activity_agreed",
        event=events.ActivityAgreed,
        zh="{by}同意第{activity}项活动({strand})列入计划,{due}前开展",
        en="{by} agreed to activity {activity} ({strand}), to be held until {due}",
    ),
    EventType(
        name="activity_sent_back",
        event=events.ActivitySentBack,
        zh="{by}退回{to}第{activity}项拟列活动({strand}):{reason}",
        en="{by} sent activity {activity} ({strand}) back to {to}: {reason}",
    ),
    EventType(
        name="activity_held",
        event=events.ActivityHeld,
        zh="{by}登记第{activity}项活动({strand})已开展,参加{attended}人,待{other}评审",
        en="{by} held activity {activity} ({strand}) with {attended} people, for {other} to review",
    ),
    EventType(
        name="activity_returned",
        event=events.ActivityReturned,
        zh="{by}退回{to}第{activity}项活动({strand})的佐证:{reason}",
        en="{by} returned the evidence of activity {activity} ({strand}) to {to}: {reason}",
    ),
    EventType(
        name="activity_reviewed",
        event=events.ActivityReviewed,
        zh="{by}评审第{activity}项活动({strand}):{rating}",
        en="{by} reviewed activity {activity} ({strand}): {rating}",
    ),
    EventType(
        name="every_strand_reviewed",
        event=events.EveryStrandReviewed,
        zh="{committee}{period}“四廉共育”四个方面均已开展并评审",
        en="{committee} has an activity reviewed in each of the four strands for {period}",
    ),
    EventType(
        name="activity_dropped",
        event=events.ActivityDropped,
        zh="第{activity}项活动({strand})取消:{reason}(批准人{approved_by}),该方面尚有{left}项",
        en="Activity {activity} ({strand}) was dropped: {reason} (approved by {approved_by}); {left} left",
    ),
    EventType(
        name="activity_corrected",
        event=events.ActivityCorrected,
        zh="第{activity}项活动({strand})更正:{reason}(批准人{approved_by})",
        en="Activity {activity} ({strand}) was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="activity_annulled",
        event=events.ActivityAnnulled,
        zh="第{activity}项活动({strand})作废:{reason}(批准人{approved_by}),该方面尚有{left}项",
        en="Activity {activity} ({strand}) was annulled: {reason} (approved by {approved_by}); {left} left",
    ),
)

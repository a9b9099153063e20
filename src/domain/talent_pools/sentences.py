"""The types of the events of talent pools, each with the sentence that says what happened."""

from typing import Final

from domain.registry import EventType
from domain.talent_pools import events

EVENTS: Final = (
    EventType(
        name="opened",
        event=events.Opened,
        zh="{organiser}建立“{title}”,名额{places}名,{nominate_by}前推荐",
        en="{organiser} opened «{title}» with {places} places, nominations by {nominate_by}",
    ),
    EventType(
        name="invited",
        event=events.Invited,
        zh="{organiser}请{party}于{nominate_by}前推荐",
        en="{organiser} asked {party} to nominate by {nominate_by}",
    ),
    EventType(
        name="nominated",
        event=events.Nominated,
        zh="{party}推荐{person}({member}号)",
        en="{party} nominated {person} (number {member})",
    ),
    EventType(
        name="waived",
        event=events.Waived,
        zh="{party}不推荐:{reason}",
        en="{party} nominates nobody: {reason}",
    ),
    EventType(
        name="nomination_returned",
        event=events.NominationReturned,
        zh="{organiser}退回{party}的第{member}号推荐:{reason}",
        en="{organiser} returned nomination {member} to {party}: {reason}",
    ),
    EventType(
        name="nomination_revised",
        event=events.NominationRevised,
        zh="{party}重新推荐({member}号)",
        en="{party} nominated anew (number {member})",
    ),
    EventType(
        name="admitted",
        event=events.Admitted,
        zh="{party}的{person}入库",
        en="{person} of {party} was taken into the pool",
    ),
    EventType(
        name="declined",
        event=events.Declined,
        zh="{party}的第{member}号推荐未入库:{reason}",
        en="Nomination {member} of {party} was declined: {reason}",
    ),
    EventType(
        name="group_formed",
        event=events.GroupFormed,
        zh="组建第{group}学习小组“{title}”,由{leader}牵头,导师{mentor}",
        en="Study group {group}, «{title}», was formed; {leader} leads it, {mentor} is its mentor",
    ),
    EventType(
        name="study_awaited",
        event=events.StudyAwaited,
        zh="第{group}学习小组自{since}起算下次共学期限",
        en="Study group {group} is to study again, counted from {since}",
    ),
    EventType(
        name="mentor_changed",
        event=events.MentorChanged,
        zh="第{group}学习小组导师改为{mentor}:{reason}",
        en="{mentor} is mentor of study group {group}: {reason}",
    ),
    EventType(
        name="session_held",
        event=events.SessionHeld,
        zh="第{group}学习小组共学“{topic}”",
        en="Study group {group} studied «{topic}»",
    ),
    EventType(
        name="group_disbanded",
        event=events.GroupDisbanded,
        zh="第{group}学习小组解散:{reason}",
        en="Study group {group} was disbanded: {reason}",
    ),
    EventType(
        name="drawn",
        event=events.Drawn,
        zh="{person}抽调至{host}锻炼",
        en="{person} was drawn for a secondment at {host}",
    ),
    EventType(
        name="released",
        event=events.Released,
        zh="{person}出库:{reason}",
        en="{person} left the pool: {reason}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="人才库更正:{reason}(批准人{approved_by})",
        en="The pool was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="session_corrected",
        event=events.SessionCorrected,
        zh="第{session}次共学更正:{reason}(批准人{approved_by})",
        en="Session {session} was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="session_annulled",
        event=events.SessionAnnulled,
        zh="第{session}次共学作废:{reason}(批准人{approved_by})",
        en="Session {session} was annulled: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="人才库作废:{reason}(批准人{approved_by})",
        en="The pool was annulled: {reason} (approved by {approved_by})",
    ),
)

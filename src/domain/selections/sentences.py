"""The types of events of selections, each with the sentence that says what happened."""

from typing import Final

from domain.registry import EventType
from domain.selections import events

EVENTS: Final = (
    EventType(
        name="opened",
        event=events.Opened,
        zh="{organiser}启动评选《{title}》,{nominate_by}前推荐,名额{places}个:{parties}",
        en="{organiser} opened «{title}»: {places} places, nominate by {nominate_by} ({parties})",
    ),
    EventType(
        name="invited",
        event=events.Invited,
        zh="请{party}于{nominate_by}前推荐",
        en="{party} is to nominate by {nominate_by}",
    ),
    EventType(
        name="nominated",
        event=events.Nominated,
        zh="{party}推荐{subject}(第{nomination}号)",
        en="{party} nominated {subject} (number {nomination})",
    ),
    EventType(
        name="waived",
        event=events.Waived,
        zh="{party}不推荐:{reason}",
        en="{party} proposes none: {reason}",
    ),
    EventType(
        name="nomination_returned",
        event=events.NominationReturned,
        zh="{organiser}退回第{nomination}号推荐:{reason}",
        en="{organiser} returned nomination {nomination}: {reason}",
    ),
    EventType(
        name="nomination_revised",
        event=events.NominationRevised,
        zh="{party}重新报送第{nomination}号推荐",
        en="{party} revised nomination {nomination}",
    ),
    EventType(
        name="nomination_reviewed",
        event=events.NominationReviewed,
        zh="{organiser}评审第{nomination}号推荐:{reason}",
        en="{organiser} reviewed nomination {nomination}: {reason}",
    ),
    EventType(
        name="chosen",
        event=events.Chosen,
        zh="{organiser}评出{choices},公示至{object_by}",
        en="{organiser} chose {choices}; one may object until {object_by}",
    ),
    EventType(
        name="objected",
        event=events.Objected,
        zh="{party}对第{nomination}号提出异议",
        en="{party} objected to nomination {nomination}",
    ),
    EventType(
        name="objection_answered",
        event=events.ObjectionAnswered,
        zh="{organiser}答复{party}的第{objection}项异议",
        en="{organiser} answered objection {objection} of {party}",
    ),
    EventType(
        name="published",
        event=events.Published,
        zh="{organiser}公布评选结果:{choices}",
        en="{organiser} published the result: {choices}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="评选更正为《{title}》:{reason}(批准人{approved_by})",
        en="The selection was corrected to «{title}»: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="评选作废:{reason}(批准人{approved_by})",
        en="The selection was annulled: {reason} (approved by {approved_by})",
    ),
)

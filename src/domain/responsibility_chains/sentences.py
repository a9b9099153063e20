"""The types of events of responsibility chains, each with the sentence that says what happened."""

from typing import Final

from domain.registry import EventType
from domain.responsibility_chains import events

EVENTS: Final = (
    EventType(
        name="opened",
        event=events.Opened,
        zh="{party_group}就“{risk}”建立强责链条",
        en="{party_group} opened the responsibility chain for «{risk}»",
    ),
    EventType(
        name="step_asked",
        event=events.StepAsked,
        zh="第{number}步({step}),{level}须于{due}前落实",
        en="Step {number} ({step}) is owed by {level} until {due}",
    ),
    EventType(
        name="step_taken",
        event=events.StepTaken,
        zh="第{number}步({step}),{level}已落实,责任人{answers}:{text}",
        en="Step {number} ({step}) was taken by {level}, where {answers} answers for it: {text}",
    ),
    EventType(
        name="step_returned",
        event=events.StepReturned,
        zh="{by}退回第{number}步({step}){level}的落实情况:{reason}",
        en="{by} returned what {level} did for step {number} ({step}): {reason}",
    ),
    EventType(
        name="step_excepted",
        event=events.StepExcepted,
        zh="第{number}步({step}),{level}例外:{reason}(批准人{approved_by})",
        en="{level} is excepted from step {number} ({step}): {reason} (approved by {approved_by})",
    ),
    EventType(
        name="completed",
        event=events.Completed,
        zh="强责链条走完,例外{exceptions}处",
        en="The chain is complete, with exceptions: {exceptions}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="风险名称更正为“{risk}”:{reason}(批准人{approved_by})",
        en="The risk is called «{risk}» now: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="step_corrected",
        event=events.StepCorrected,
        zh="{party_group}更正第{number}步{level}落实情况:{reason}(批准人{approved_by})",
        en="{party_group} corrected what {level} told of step {number}: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="强责链条作废:{reason}(批准人{approved_by})",
        en="The chain was annulled: {reason} (approved by {approved_by})",
    ),
)

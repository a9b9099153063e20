"""The submission of a disposal or an outcome: the sentences that say what happened."""

from typing import Final

from domain.leads import events
from domain.registry import EventType

APPROVAL: Final = (
    EventType(
        name="disposal_proposed",
        event=events.DisposalProposed,
        zh="{submitted_by}呈批处置意见和方案({way})",
        en="{submitted_by} submitted a disposal for approval ({way})",
    ),
    EventType(
        name="outcome_proposed",
        event=events.OutcomeProposed,
        zh="{submitted_by}呈批处置结果意见({way})",
        en="{submitted_by} submitted an outcome for approval ({way})",
    ),
    EventType(
        name="signature_awaited",
        event=events.SignatureAwaited,
        zh="呈批件待{signer_party}({signer_role})签署(第{level}级)",
        en="The submission waits for {signer_party} ({signer_role}), level {level}",
    ),
    EventType(
        name="opinion_given",
        event=events.OpinionGiven,
        zh="{signer}在第{level}级签署意见({opinion})",
        en="{signer} gave the opinion of level {level} ({opinion})",
    ),
    EventType(
        name="oral_opinion_recorded",
        event=events.OralOpinionRecorded,
        zh="{signer}口头表示意见({opinion}),{heard_by}在场,待补签",
        en="{signer} gave an opinion by word of mouth ({opinion}), heard by {heard_by}, to be signed",
    ),
    EventType(
        name="oral_opinion_signed",
        event=events.OralOpinionSigned,
        zh="{signer}补签口头意见",
        en="{signer} signed the opinion given by word of mouth",
    ),
    EventType(
        name="paper_signed",
        event=events.PaperSigned,
        zh="录入{signer}的纸质签批件({opinion}),待第二人核对",
        en="The opinion that {signer} signed on paper ({opinion}) was entered, to be confirmed",
    ),
    EventType(
        name="paper_confirmed",
        event=events.PaperConfirmed,
        zh="{actor}核对纸质签批件无误",
        en="{actor} confirmed the paper",
    ),
    EventType(
        name="cosigned",
        event=events.Cosigned,
        zh="{signer_party}会签({opinion})",
        en="{signer_party} co-signed ({opinion})",
    ),
    EventType(
        name="submission_returned",
        event=events.SubmissionReturned,
        zh="{returned_by}将呈批件退回{submitted_by}",
        en="{returned_by} sent the submission back to {submitted_by}",
    ),
    EventType(
        name="submission_withdrawn",
        event=events.SubmissionWithdrawn,
        zh="{submitted_by}撤回呈批件:{reason}",
        en="{submitted_by} took the submission back: {reason}",
    ),
    EventType(
        name="submission_stuck",
        event=events.SubmissionStuck,
        zh="呈批件停在第{level}级:无人可以签署",
        en="The submission is stuck at level {level}: nobody may sign",
    ),
    EventType(
        name="disposal_approved",
        event=events.DisposalApproved,
        zh="处置方式获批准({way})",
        en="The disposal was approved ({way})",
    ),
    EventType(
        name="outcome_approved",
        event=events.OutcomeApproved,
        zh="处置结果获批准({way})",
        en="The outcome was approved ({way})",
    ),
)

"""The submission (呈批) of a disposal or an outcome: the actions."""

from typing import Final

from domain.leads import commands
from domain.leads.decisions import approval as decisions
from domain.registry import Action

APPROVAL: Final = (
    Action(
        name="propose_disposal",
        command=commands.ProposeDisposal,
        decide=decisions.propose_disposal,
        zh="呈批处置意见",
        en="propose a disposal",
        example={
            "disposal": {
                "way": "preliminary_verification",
                "group": [
                    "person/33333333-3333-4333-8333-333333333333",
                    "person/44444444-4444-4444-8444-444444444444",
                ],
            },
            "plan": "成立核查组,核查采购合同与账目。",
        },
    ),
    Action(
        name="propose_outcome",
        command=commands.ProposeOutcome,
        decide=decisions.propose_outcome,
        zh="呈批处置结果",
        en="propose an outcome",
        example={
            "disposal": {
                "way": "closed",
                "closing": "light_measure",
                "measure": "talk_reminder",
                "four_forms": 1,
            },
            "report": "经核实,问题轻微。",
        },
    ),
    Action(
        name="opine",
        command=commands.Opine,
        decide=decisions.opine,
        zh="签署意见",
        en="give an opinion",
        example={"opinion": "agree", "text": "同意。"},
    ),
    Action(
        name="cosign",
        command=commands.Cosign,
        decide=decisions.cosign,
        zh="会签",
        en="co-sign",
        example={"opinion": "agree"},
    ),
    Action(
        name="withdraw_submission",
        command=commands.WithdrawSubmission,
        decide=decisions.withdraw_submission,
        zh="撤回呈批",
        en="withdraw the submission",
        example={"reason": "补充材料后重新呈批。"},
    ),
    Action(
        name="record_oral_opinion",
        command=commands.RecordOralOpinion,
        decide=decisions.record_oral_opinion,
        zh="记录口头意见",
        en="record an oral opinion",
        example={
            "signer": "person/22222222-2222-4222-8222-222222222222",
            "opinion": "agree",
            "heard_by": "person/44444444-4444-4444-8444-444444444444",
        },
    ),
    Action(
        name="sign_oral_opinion",
        command=commands.SignOralOpinion,
        decide=decisions.sign_oral_opinion,
        zh="补签口头意见",
        en="sign an oral opinion",
        example={},
    ),
    Action(
        name="sign_paper",
        command=commands.SignPaper,
        decide=decisions.sign_paper,
        zh="录入纸质签批",
        en="enter a signed paper",
        example={
            "signer": "person/22222222-2222-4222-8222-222222222222",
            "opinion": "agree",
            "scan": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0bd822cd15d6c15b0f00a0",
        },
    ),
    Action(
        name="confirm_paper",
        command=commands.ConfirmPaper,
        decide=decisions.confirm_paper,
        zh="核对纸质签批",
        en="confirm a signed paper",
        example={"scan": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0bd822cd15d6c15b0f00a0"},
    ),
)

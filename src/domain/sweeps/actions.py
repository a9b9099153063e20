"""What can be done in a sweep, action by action."""

from typing import Final

from domain.mending import APPROVER, annulment, correction
from domain.registry import Action
from domain.sweeps import commands, decisions

LEAD: Final = "lead/55555555-5555-4555-8555-555555555555"

ACTIONS: Final = (
    Action(
        name="convene",
        command=commands.Convene,
        decide=decisions.convene,
        zh="部署排查",
        en="convene",
        target="new",
        example={
            "kind": "with_party_group",
            "title": "学校基建领域问题线索联合排查",
            "parties": ["pg-education", "uc-education"],
            "begins": "2025-01-01",
            "ends": "2026-03-31",
            "due": "2026-04-15",
        },
    ),
    Action(
        name="hand_in",
        command=commands.HandIn,
        decide=decisions.hand_in,
        zh="报送",
        en="hand in",
        example={
            "matters": [
                {
                    "title": "某校食堂采购",
                    "content": "群众反映采购价明显偏高。",
                    "persons": [
                        {
                            "name": "张三",
                            "post": "某学校总务主任",
                            "standing": {"post_level": "unit_managed", "unit": "education"},
                        }
                    ],
                }
            ]
        },
    ),
    Action(
        name="finish",
        command=commands.Finish,
        decide=decisions.finish,
        zh="报送完毕",
        en="finish",
        example={},
    ),
    Action(
        name="return_hand_in",
        command=commands.ReturnHandIn,
        decide=decisions.return_hand_in,
        zh="退回补充",
        en="return",
        example={"party": "pg-education", "reason": "未含下属单位"},
    ),
    Action(
        name="excuse",
        command=commands.Excuse,
        decide=decisions.excuse,
        zh="批准免报",
        en="excuse",
        example={"party": "uc-education", "reason": "机关纪委换届", "approved_by": APPROVER},
    ),
    Action(
        name="confirm_repeat",
        command=commands.ConfirmRepeat,
        decide=decisions.confirm_repeat,
        zh="确认重复",
        en="confirm a repeat",
        example={"matter": 1, "lead": LEAD},
    ),
    Action(
        name="dismiss_repeat",
        command=commands.DismissRepeat,
        decide=decisions.dismiss_repeat,
        zh="确认不重复",
        en="dismiss a repeat",
        example={"matter": 1, "reason": "同名不同人"},
    ),
    Action(
        name="register",
        command=commands.Register,
        decide=decisions.register,
        zh="登记为线索",
        en="register as a lead",
        example={"matter": 1, "lead": LEAD},
    ),
    Action(
        name="drop",
        command=commands.Drop,
        decide=decisions.drop,
        zh="不作为线索",
        en="drop",
        example={"matter": 1, "reason": "属一般工作建议"},
    ),
    Action(
        name="conclude",
        command=commands.Conclude,
        decide=decisions.conclude,
        zh="结束排查",
        en="conclude",
        example={"summary": "基建采购环节问题较集中。"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正排查",
        example={"reason": "日期有误", "due": "2026-04-20"},
    ),
    Action(
        name="annul_matter",
        command=commands.AnnulMatter,
        decide=decisions.annul_matter,
        zh="作废报送事项",
        en="annul a matter",
        example={"matter": 1, "reason": "误报", "approved_by": APPROVER},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废排查",
        example={"reason": "误录"},
    ),
)

"""What can be done with a hand-over of work, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.registry import Action
from domain.work_hand_overs import commands, decisions, left

LEAVER: Final = "person/33333333-3333-4333-8333-333333333333"
TAKER: Final = "person/44444444-4444-4444-8444-444444444444"
APPROVER: Final = "person/55555555-5555-4555-8555-555555555555"
LEAD: Final = "lead/66666666-6666-4666-8666-666666666666"

ACTIONS: Final = (
    Action(
        name="draw_up",
        command=commands.DrawUp,
        decide=decisions.draw_up,
        zh="编制工作交接清单",
        en="draw up the list",
        target="new",
        example={
            "leaver": LEAVER,
            "taker": TAKER,
            "ground": "transferred",
            "last_day": "2026-03-20",
            "items": [{"matter": LEAD, "papers": "线索卷1册,谈话笔录2份"}],
        },
    ),
    Action(
        name="take_back",
        command=commands.TakeBack,
        decide=decisions.take_back,
        zh="撤回交接事项",
        en="take an item back",
        example={"item": 2, "reason": "本周内由移交人办结"},
    ),
    Action(
        name="refuse",
        command=commands.Refuse,
        decide=decisions.refuse,
        zh="拒收交接事项",
        en="refuse an item",
        example={"item": 3, "reason": "须回避"},
    ),
    Action(
        name="sign",
        command=commands.Sign,
        decide=decisions.sign,
        zh="交接签字",
        en="sign",
        example={},
    ),
    Action(
        name="enter_signature",
        command=commands.EnterSignature,
        decide=decisions.enter_signature,
        zh="录入纸质签字",
        en="enter a signature on paper",
        example={"side": "leaver", "scan": "ab" * 32, "checked_by": APPROVER},
    ),
    Action(
        name="excuse_leaver",
        command=commands.ExcuseLeaver,
        decide=decisions.excuse_leaver,
        zh="准予移交人免签",
        en="excuse the leaver from signing",
        example={"reason": "因病不能签字", "approved_by": APPROVER},
    ),
    Action(
        name="go_on",
        command=commands.GoOn,
        decide=decisions.go_on,
        zh="继续交接",
        en="go on handing over",
        example={},
    ),
    Action(
        name="note_work_left",
        command=commands.NoteWorkLeft,
        decide=left.note_work_left,
        zh="记录离岗未交接的工作",
        en="record that work was left behind",
        target="any",
        internal=True,
        example={"office": "sg-education", "leaver": LEAVER, "matters": [LEAD]},
    ),
    Action(
        name="note_left_work_settled",
        command=commands.NoteLeftWorkSettled,
        decide=left.note_settled,
        zh="记录已无未交接的工作",
        en="record that nothing is left",
        target="any",
        internal=True,
        example={},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正工作交接清单",
        example={"reason": "离岗日期有误", "approved_by": APPROVER, "last_day": "2026-03-27"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废工作交接清单",
        example={"reason": "调动取消", "approved_by": APPROVER},
    ),
)

"""What can be done with a joint operation, action by action."""

from typing import Final

from domain.approvals import actions as approvals
from domain.joint_operations import commands, guards
from domain.joint_operations.decisions import approval, drawing, lending, membership, proposal, work
from domain.mending import APPROVER, annulment, correction
from domain.registry import Action

PROPOSAL: Final = (
    Action(
        name="propose",
        command=commands.Propose,
        decide=proposal.propose,
        zh="提出联动",
        en="propose a joint operation",
        target="new",
        example={
            "kind": "office_group_locality",
            "cooperation": "investigation",
            "title": "学校配餐领域联合办案",
            "plan": "第二监督检查室牵头,驻市教育局组和兰山区纪委监委参加。",
            "lead_body": "so-2",
            "parties": ["cc-lanshan"],
            "until": "2026-06-30",
            "matters": ["lead/11111111-1111-4111-8111-111111111111"],
        },
    ),
    Action(
        name="resubmit",
        command=commands.Resubmit,
        decide=proposal.resubmit,
        zh="修改后重新呈批",
        en="propose anew",
        example={
            "changes": "已明确参加单位分工",
            "until": "2026-07-31",
        },
    ),
    Action(
        name="open",
        command=commands.Open,
        decide=proposal.open_,
        zh="启动联动",
        en="open",
        example={},
    ),
)
APPROVAL: Final = approvals.actions(approval.APPROVING, guards.known)
MEMBERSHIP: Final = (
    Action(
        name="ask",
        command=commands.Ask,
        decide=membership.ask,
        zh="邀请参加",
        en="ask a party to join",
        example={
            "party": "sg-finance",
            "reason": "需核查专项资金",
        },
    ),
    Action(
        name="join",
        command=commands.Join,
        decide=membership.join,
        zh="参加联动",
        en="join",
        example={},
    ),
    Action(
        name="decline",
        command=commands.Decline,
        decide=membership.decline,
        zh="不参加联动",
        en="decline",
        example={"reason": "人员已全部投入专项检查"},
    ),
)
LENDING: Final = (
    Action(
        name="request_people",
        command=commands.RequestPeople,
        decide=lending.request_people,
        zh="商请借用人员",
        en="ask for people",
        example={
            "home": "sg-finance",
            "count": 1,
            "duty": "核查账目",
            "until": "2026-05-31",
        },
    ),
    Action(
        name="refuse_people",
        command=commands.RefusePeople,
        decide=lending.refuse_people,
        zh="不予借用",
        en="lend nobody",
        example={
            "request": 1,
            "reason": "人员不足",
        },
    ),
    Action(
        name="offer_person",
        command=commands.OfferPerson,
        decide=lending.offer_person,
        zh="同意借用人员",
        en="lend a person",
        example={
            "person": "person/22222222-2222-4222-8222-222222222222",
            "duty": "核查账目",
            "until": "2026-05-31",
            "request": 1,
            "document": "借用函〔2026〕3号",
        },
    ),
    Action(
        name="admit_person",
        command=commands.AdmitPerson,
        decide=lending.admit_person,
        zh="接收借用人员",
        en="admit a lent person",
        example={"lending": 1},
    ),
    Action(
        name="draw_person",
        command=commands.DrawPerson,
        decide=drawing.draw_person,
        zh="从片区人员库抽调",
        en="draw a person from the pool of the area",
        example={
            "pool": "talent_pool/77777777-7777-4777-8777-777777777777",
            "member": 1,
            "duty": "核查账目",
            "until": "2026-05-31",
        },
    ),
    Action(
        name="decline_offer",
        command=commands.DeclineOffer,
        decide=lending.decline_offer,
        zh="不接收借用人员",
        en="decline a person",
        example={
            "lending": 1,
            "reason": "已有足够人员",
        },
    ),
    Action(
        name="return_person",
        command=commands.ReturnPerson,
        decide=lending.return_person,
        zh="归还借用人员",
        en="send a lent person home",
        example={
            "lending": 1,
            "reason": "核查工作完成",
        },
    ),
)
WORK: Final = (
    Action(
        name="assign_share",
        command=commands.AssignShare,
        decide=work.assign_share,
        zh="明确分工",
        en="assign a share",
        example={
            "party": "cc-lanshan",
            "text": "核查辖区三所学校的招标资料",
            "due": "2026-04-30",
        },
    ),
    Action(
        name="report_share",
        command=commands.ReportShare,
        decide=work.report_share,
        zh="报告分工完成",
        en="report a share",
        example={"text": "三所学校的招标资料已核查。"},
    ),
    Action(
        name="return_share",
        command=commands.ReturnShare,
        decide=work.return_share,
        zh="退回分工报告",
        en="return a share",
        example={
            "party": "cc-lanshan",
            "reason": "缺少评标记录",
        },
    ),
    Action(
        name="accept_share",
        command=commands.AcceptShare,
        decide=work.accept_share,
        zh="确认分工完成",
        en="accept a share",
        example={"party": "cc-lanshan"},
    ),
    Action(
        name="record_result",
        command=commands.RecordResult,
        decide=work.record_result,
        zh="登记成果",
        en="record a result",
        example={
            "kind": "recovered_money",
            "text": "追缴多收配餐费",
            "amount": 1250000,
        },
    ),
    Action(
        name="prolong",
        command=commands.Prolong,
        decide=work.prolong,
        zh="延长联动",
        en="prolong",
        example={
            "until": "2026-08-31",
            "reason": "需补充调取账目",
            "approved_by": APPROVER,
        },
    ),
    Action(
        name="conclude",
        command=commands.Conclude,
        decide=work.conclude,
        zh="结束联动",
        en="conclude",
        example={"outcome": "核查完毕,线索已提出处置意见。"},
    ),
    correction(
        command=commands.Correct,
        decide=work.correct,
        zh="更正联动记录",
        example={"reason": "标题有误", "title": "学校配餐领域联合核查"},
    ),
    annulment(
        command=commands.Annul,
        decide=work.annul,
        zh="作废联动记录",
        example={"reason": "重复提出"},
    ),
)

ACTIONS: Final = (*PROPOSAL, *APPROVAL, *MEMBERSHIP, *LENDING, *WORK)
"""All of them, in the order in which an operation usually meets them."""

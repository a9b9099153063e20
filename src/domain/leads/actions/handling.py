"""Carrying out an approved way of disposal: the actions."""

from typing import Final

from domain.leads import commands
from domain.leads.decisions import handling as decisions
from domain.registry import Action

HANDLING: Final = (
    Action(
        name="start_appropriate_inquiry",
        command=commands.StartAppropriateInquiry,
        decide=decisions.start_appropriate_inquiry,
        zh="开始适当了解",
        en="start an appropriate inquiry",
        example={},
    ),
    Action(
        name="report_appropriate_inquiry",
        command=commands.ReportAppropriateInquiry,
        decide=decisions.report_appropriate_inquiry,
        zh="报告适当了解",
        en="report an appropriate inquiry",
        example={
            "signed_by": [
                "person/33333333-3333-4333-8333-333333333333",
                "person/44444444-4444-4444-8444-444444444444",
            ],
            "report": "已调阅合同档案。",
        },
    ),
    Action(
        name="entrust_interview",
        command=commands.EntrustInterview,
        decide=decisions.entrust_interview,
        zh="委托谈话",
        en="entrust an interview",
        example={
            "person": "person/77777777-7777-4777-8777-777777777777",
            "unit": "education-bureau",
        },
    ),
    Action(
        name="record_interview",
        command=commands.RecordInterview,
        decide=decisions.record_interview,
        zh="记录谈话",
        en="record an interview",
        example={
            "person": "person/77777777-7777-4777-8777-777777777777",
            "interviewers": [
                "person/33333333-3333-4333-8333-333333333333",
                "person/44444444-4444-4444-8444-444444444444",
            ],
            "statement_asked": True,
            "record": "本人对采购情况作出说明。",
        },
    ),
    Action(
        name="record_statement",
        command=commands.RecordStatement,
        decide=decisions.record_statement,
        zh="收到书面说明",
        en="record a statement",
        example={
            "person": "person/77777777-7777-4777-8777-777777777777",
            "statement": "关于采购情况的说明。",
        },
    ),
    Action(
        name="send_written_inquiry",
        command=commands.SendWrittenInquiry,
        decide=decisions.send_written_inquiry,
        zh="发函询问",
        en="send a written inquiry",
        example={
            "person": "person/77777777-7777-4777-8777-777777777777",
            "letter": "临纪函询〔2026〕5号",
            "copies_to": ["education-bureau", "sg-education"],
        },
    ),
    Action(
        name="record_inquiry_delivery",
        command=commands.RecordInquiryDelivery,
        decide=decisions.record_inquiry_delivery,
        zh="登记函询送达",
        en="record the delivery of an inquiry",
        example={"person": "person/77777777-7777-4777-8777-777777777777"},
    ),
    Action(
        name="record_inquiry_reply",
        command=commands.RecordInquiryReply,
        decide=decisions.record_inquiry_reply,
        zh="登记函询回复",
        en="record the reply to an inquiry",
        example={
            "person": "person/77777777-7777-4777-8777-777777777777",
            "signed_by_unit_head": True,
            "reply": "就函询事项说明如下。",
        },
    ),
    Action(
        name="start_verification",
        command=commands.StartVerification,
        decide=decisions.start_verification,
        zh="开始初步核实",
        en="start the preliminary verification",
        example={},
    ),
    Action(
        name="report_verification",
        command=commands.ReportVerification,
        decide=decisions.report_verification,
        zh="提交初核报告",
        en="report the preliminary verification",
        example={
            "signed_by": [
                "person/33333333-3333-4333-8333-333333333333",
                "person/44444444-4444-4444-8444-444444444444",
            ],
            "report": "部分问题属实。",
        },
    ),
    Action(
        name="review_shelved",
        command=commands.ReviewShelved,
        decide=decisions.review_shelved,
        zh="复查暂存线索",
        en="review a shelved lead",
        example={"review_on": "2027-03-31", "reason": "仍不具备核查条件。"},
    ),
    Action(
        name="reopen",
        command=commands.Reopen,
        decide=decisions.reopen,
        zh="重新启动处置",
        en="reopen",
        example={"reason": "出现新的证据。"},
    ),
    Action(
        name="file_case",
        command=commands.FileCase,
        decide=decisions.file_case,
        zh="立案",
        en="file a case",
        example={"document": "临纪立〔2026〕8号", "decision": "决定对其立案审查调查。"},
    ),
    Action(
        name="inform_person",
        command=commands.InformPerson,
        decide=decisions.inform_person,
        zh="反馈本人",
        en="inform the person",
        example={
            "person": "person/77777777-7777-4777-8777-777777777777",
            "manner": "written_reply",
        },
    ),
)

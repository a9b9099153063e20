"""What can be done with a rectification item, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.rectifications import commands, decisions
from domain.registry import Action

ACTIONS: Final = (
    Action(
        name="raise_problem",
        command=commands.RaiseProblem,
        decide=decisions.raise_problem,
        zh="提出问题",
        en="raise a problem",
        target="new",
        example={
            "origin": "daily_supervision",
            "title": "学校配餐招标程序不规范",
            "text": "三所学校未公开招标。",
            "unit": "education",
        },
    ),
    Action(
        name="assign",
        command=commands.Assign,
        decide=decisions.assign,
        zh="交办",
        en="assign",
        example={
            "party": "pg-education",
            "responsible": [
                {"level": "party_organisation", "party": "pg-education", "post": "党组"},
                {"level": "section_head", "party": "education", "post": "后勤科科长"},
            ],
            "verifier": "so-2",
            "due": "2026-06-30",
        },
    ),
    Action(
        name="acknowledge",
        command=commands.Acknowledge,
        decide=decisions.acknowledge,
        zh="签收",
        en="acknowledge",
        batch=True,
        example={},
    ),
    Action(
        name="set_measures",
        command=commands.SetMeasures,
        decide=decisions.set_measures,
        zh="制定整改措施",
        en="set measures",
        example={"measures": [{"text": "重新公开招标", "due": "2026-05-31"}]},
    ),
    Action(
        name="file_evidence",
        command=commands.FileEvidence,
        decide=decisions.file_evidence,
        zh="提交佐证材料",
        en="file evidence",
        example={"evidence": [{"title": "招标公告", "digest": "a" * 64, "measure": 1}]},
    ),
    Action(
        name="adopt_system",
        command=commands.AdoptSystem,
        decide=decisions.adopt_system,
        zh="建立制度",
        en="record a rule adopted",
        example={
            "title": "学校配餐招标管理办法",
            "number": "临教发〔2026〕12号",
            "adopted": "2026-05-20",
        },
    ),
    Action(
        name="record_recovery",
        command=commands.RecordRecovery,
        decide=decisions.record_recovery,
        zh="登记挽回损失",
        en="record money recovered",
        example={"amount": 1250000, "document": "财政票据0012号"},
    ),
    Action(
        name="report_completion",
        command=commands.ReportCompletion,
        decide=decisions.report_completion,
        zh="报告整改完成",
        en="report completion",
        example={"text": "三所学校已重新招标。"},
    ),
    Action(
        name="name_verifier",
        command=commands.NameVerifier,
        decide=decisions.name_verifier,
        zh="另行指定核验单位",
        en="name another verifier",
        example={"verifier": "inspection", "reason": "原核验单位参与取证"},
    ),
    Action(
        name="verify",
        command=commands.Verify,
        decide=decisions.verify,
        zh="核验",
        en="verify",
        example={"manner": "on_site", "text": "现场核查属实。"},
    ),
    Action(
        name="send_back",
        command=commands.SendBack,
        decide=decisions.send_back,
        zh="退回继续整改",
        en="send back",
        example={"reason": "一所学校尚未重新招标", "due": "2026-07-31"},
    ),
    Action(
        name="sign_off",
        command=commands.SignOff,
        decide=decisions.sign_off,
        zh="销号",
        en="sign off",
        example={},
    ),
    Action(
        name="look_back",
        command=commands.LookBackOn,
        decide=decisions.look_back,
        zh="回头看",
        en="look back",
        example={"result": "held", "text": "未见反弹。"},
    ),
    Action(
        name="reopen",
        command=commands.Reopen,
        decide=decisions.reopen,
        zh="重新交办",
        en="open again",
        example={"ground": "recurred", "reason": "又有一所学校未公开招标", "due": "2027-03-31"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正整改事项",
        example={"reason": "校数有误", "title": "两所学校配餐招标程序不规范"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废整改事项",
        example={"reason": "重复提出"},
    ),
)

"""What can be done with a guidance link, action by action."""

from typing import Final

from domain.guidance_links import commands, decisions
from domain.mending import APPROVER, annulment, correction
from domain.registry import Action

LEADER: Final = "person/11111111-1111-4111-8111-111111111111"

ACTIONS: Final = (
    Action(
        name="link",
        command=commands.Link,
        decide=decisions.link,
        zh="确定指导联系",
        en="link",
        target="new",
        example={
            "office": "so-2",
            "group": "sg-education",
            "leader": LEADER,
            "begins": "2026-03-01",
            "document": "临纪办发〔2026〕5号",
        },
    ),
    Action(
        name="name_leader",
        command=commands.NameLeader,
        decide=decisions.name_leader,
        zh="变更联系领导",
        en="name the leader",
        example={"leader": LEADER, "document": "临纪办发〔2026〕18号"},
    ),
    Action(
        name="contact",
        command=commands.Contact,
        decide=decisions.contact,
        zh="登记联系",
        en="record a contact",
        example={
            "manner": "visit",
            "topics": "指导问题线索处置、案件质量",
            "text": "到组指导,逐件研究了3件线索的处置方案。",
        },
    ),
    Action(
        name="send_back",
        command=commands.SendBack,
        decide=decisions.send_back,
        zh="退回联系记录",
        en="send a contact back",
        example={"contact": 1, "reason": "当日未到组,仅为电话联系"},
    ),
    Action(
        name="end",
        command=commands.End,
        decide=decisions.end,
        zh="结束联系",
        en="end",
        example={"last_day": "2026-12-31", "reason": "联系分工调整"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正联系记录",
        example={
            "contact": 1,
            "reason": "件数有误",
            "text": "到组指导,逐件研究了2件线索的处置方案。",
        },
    ),
    Action(
        name="annul_contact",
        command=commands.AnnulContact,
        decide=decisions.annul_contact,
        zh="作废联系记录",
        en="annul a contact",
        example={"contact": 1, "reason": "误登其他组", "approved_by": APPROVER},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废指导联系",
        example={"reason": "重复确定"},
    ),
)

"""A group's case as stories need it: two persons, opened from a lead, signed off and filed."""

from dataclasses import dataclass
from typing import Any

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of

POST = {"post_level": "unit_managed", "organ": "pg-education", "unit": "education"}
MATERIALS = [{"title": "审查调查卷宗", "pages": 260}]
SUBJECTS = [
    {"name": name, "post": post, "standing": {"post_level": "unit_managed", "unit": "education"}}
    for name, post in (("张某", "基建科科长"), ("赵某", "基建科副科长"))
]


@dataclass
class Cast:
    """Who acts, the case they act upon, and whom it is about."""

    head: Member
    deputy: Member
    keeper: Member
    wang: Member
    li: Member
    judge: Member
    second: Member
    office: Member
    party: Member
    supervision: Member
    unit: Member
    other: Member
    case: str = ""
    campaign: str = ""
    zhang: str = ""
    zhao: str = ""
    token: str = ""

    @property
    def group(self) -> tuple[Member, ...]:
        """The members of the group's meeting."""
        return (self.head, self.deputy, self.keeper, self.wang, self.li)

    def act(self, member: Member, verb: str, body: dict[str, Any]) -> None:
        """Somebody acts on the case."""
        self.token = str(member.do(f"{self.case}/{verb}", body)["token"])

    def see(self, member: Member, path: str, **asked: Any) -> dict[str, Any]:
        """What somebody sees once what was last done shows."""
        return member.see(path, token=self.token, **asked)


def cast(place: Place) -> Cast:
    """Everybody in office."""
    return Cast(
        head=place.member("郑组长", "sg-education", "head"),
        deputy=place.member("钱副组长", "sg-education", "deputy_head"),
        keeper=place.member("周管案", "sg-education", "keeper"),
        wang=place.member("王承办", "sg-education", "handler"),
        li=place.member("李承办", "sg-education", "handler"),
        judge=place.member("冯审理", "sg-health", "handler"),
        second=place.member("陈审理", "sg-health", "handler"),
        office=place.member("吴主任", "adjudication", "head"),
        party=place.member("孙书记", "pg-education", "head"),
        supervision=place.member("何管理", "cs", "keeper"),
        unit=place.member("沈联络", "education", "head"),
        other=place.member("韩组长", "sg-housing", "head"),
    )


def lead(actors: Cast) -> str:
    """The group's own lead about two persons, whose disposal is filing; the stream."""
    received = actors.keeper.do(
        "leads",
        {
            "source": "found_in_supervision",
            "regime": "both",
            "secrecy": "secret",
            "subjects": SUBJECTS,
            "content": "反映学校基建工程拆分发包。",
        },
    )
    at = path_of(received)
    team = {"handlers": [actors.wang.person, actors.li.person], "keeper": actors.keeper.person}
    steps: tuple[tuple[Member, str, dict[str, Any]], ...] = (
        (actors.keeper, "register", {}),
        (actors.keeper, "propose_allocation", {"handling_party": "sg-education"}),
        (actors.head, "allocate", {}),
        (actors.keeper, "acknowledge", team),
        (actors.wang, "propose_disposal", {"disposal": {"way": "case_filed"}, "plan": "拟立案"}),
        (actors.head, "opine", {"opinion": "agree"}),
    )
    for member, verb, body in steps:
        actors.token = str(member.do(f"{at}/{verb}", body)["token"])
    leads = actors.see(actors.keeper, "leads")["items"]
    (seen,) = [each for each in leads if each["stream"] == received["stream"]]
    actors.zhang, actors.zhao = seen["persons"]
    return str(received["stream"])


def respondent(person: str, name: str, post: str) -> dict[str, Any]:
    """A person of the case."""
    return {
        "person": person,
        "name": name,
        "post": post,
        "posts": [POST],
        "party_member": True,
        "public_official": True,
    }


def sign_off(actors: Cast, sheet: int, *matters: str, dissent: bool = False) -> None:
    """Handler, head, group meeting."""
    case = actors.case
    actors.act(actors.wang, "open_sign_off", {"matters": matters, "statement": "事实清楚。"})
    review = {"sheet": sheet, "opinion": "agree", "text": "同意上会。"}
    assert code(actors.li, f"{case}/review_sign_off", review) == (403, "not_authorised")
    actors.act(actors.head, "review_sign_off", review)
    views = [{"member": each.person, "view": "agree"} for each in actors.group]
    if dissent:
        views[-1] = {"member": actors.li.person, "view": "disagree", "text": "量纪偏轻。"}
    held = {"sheet": sheet, "views": views, "conclusion": "多数同意。"}
    away = [{"member": each.person, "reason": "外出办案"} for each in actors.group[3:]]
    few = held | {"views": views[:3], "absent": away}
    assert code(actors.head, f"{case}/hold_group_meeting", few) == (422, "no_quorum")
    actors.act(actors.head, "hold_group_meeting", held)


def open_case(actors: Cast) -> str:
    """The case is opened, by nobody who approved the lead; the lead's stream."""
    source = lead(actors)
    opening = {
        "leads": [source],
        "persons": [
            respondent(actors.zhang, "张某", "基建科科长"),
            respondent(actors.zhao, "赵某", "基建科副科长"),
        ],
        "handlers": [actors.wang.person, actors.li.person],
        "keeper": actors.keeper.person,
    }
    approved = opening | {"handlers": [actors.head.person, actors.li.person]}
    assert code(actors.wang, "cases", approved) == (403, "approver_cannot_handle")
    actors.case = path_of(actors.wang.do("cases", opening))
    return source


def file(actors: Cast, source: str, sheet: int = 1, day: str = "2026-03-02") -> None:
    """It is signed off on this sheet, and filed under a number."""
    decided = {"document": "临纪驻教立〔2026〕1号", "decision": "决定立案审查调查。"}
    assert code(actors.wang, f"{actors.case}/file", decided) == (409, "not_signed_off")
    sign_off(actors, sheet, "filing")
    assert code(actors.wang, f"{actors.case}/file", decided) == (409, "lead_not_for_filing")
    _, _, identifier = source.partition("/")
    actors.wang.do(f"leads/{identifier}/file_case", decided)
    actors.act(actors.wang, "file", decided)
    filed = [("〔2026〕1号", "investigating", day)]
    assert columns(actors.see(actors.head, "cases"), "number", "stage", "filed") == filed


def disposition(person: str, party: str, state: str | None = None) -> dict[str, Any]:
    """What is asked for a person."""
    asked = {"person": person, "result": "sanctioned", "four_forms": 2, "party": party}
    return asked if state is None else asked | {"state": state}


def asked(actors: Cast) -> list[dict[str, Any]]:
    """What the group proposes, and the other group's people hold right."""
    return [
        disposition(actors.zhang, "serious_warning", "demerit"),
        disposition(actors.zhao, "warning"),
    ]

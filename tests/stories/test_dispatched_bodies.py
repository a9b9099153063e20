"""派出机构: work committees dispatched to zones owe what stationed groups owe, to whom and by when."""

from dataclasses import dataclass
from itertools import product
from typing import Any

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing

DISTRICT, ZONE = BODIES = ("wc-new-district", "wc-north-zone")
YEARLY = [
    ("cadre-office", "assessments", "commission", "2026-12-31"),
    ("cadre-office", "cadre-appraisals", "commission", "2026-12-31"),
    ("commission", "guidance-links", None, "2026-06-02"),
    ("commission", "visits", None, "2026-12-31"),
    (None, "secondments", "commission", "2026-12-31"),
    (None, "trainings", "commission", "2026-12-31"),
    (None, "work-reports", "commission", "2026-07-21"),
]
"""Who owes what to whom because of each body, and by when; None: the body itself."""


@dataclass
class Cast:
    """The two bodies, those above them, and those beside."""

    district: Member
    zone: Member
    leader: Member
    cadres: Member
    office: Member
    other: Member
    unit: Member

    @classmethod
    def of(cls, place: Place) -> "Cast":
        return cls(
            district=place.member("祝书记", DISTRICT, "head"),
            zone=place.member("董书记", ZONE, "head"),
            leader=place.member("吴常委", "commission", "leader_in_charge"),
            cadres=place.member("何部长", "cadre-office", "head"),
            office=place.member("周主任", "so-1", "head"),
            other=place.member("冯组长", "sg-health", "head"),
            unit=place.member("李联络", "health", "liaison"),
        )


def owed_because_of(members: tuple[Member, ...], body: str) -> list[tuple[Any, ...]]:
    """What is owed in a year because a body is there, put together from what each of several reads."""
    found = set()
    for member, mechanism in product(members, {row[1] for row in YEARLY}):
        seen = member.see("obligations", mechanism=mechanism, status="open", limit=200)
        for each in seen["items"]:
            if body in (each["owner"], each["share_of"]):
                ends = (None if end == body else end for end in (each["owner"], each["owed_to"]))
                owner, owed_to = ends
                found.add((owner, each["mechanism"], owed_to, each["due"]))
    return sorted(found, key=lambda row: (row[0] is None, row))


def report(member: Member) -> dict[str, Any]:
    """Hand in the report of the half-year, in the stream that the cadence opened for it."""
    owed = member.see("obligations", mechanism="work-reports")["items"]
    (duty,) = (each for each in owed if each["period"] == "2026-H1")
    body = {"kind": "half_yearly", "period": "2026-H1", "to": "commission"}
    text = {"title": "上半年工作报告", "summary": "监督检查园区项目十二个。"}
    return member.do(f"{path_of(duty)}/submit", body | text)


def test_dispatched_bodies_owe_what_groups_owe(liuzhou: Place) -> None:
    """Report, training, learning are theirs; link, visit, assessment, appraisal are owed them."""
    cast = Cast.of(liuzhou)
    liuzhou.settle()
    for member in (cast.district, cast.zone):
        above = (cast.cadres, cast.leader)
        assert owed_because_of((member, *above), member.party) == YEARLY
    link = {"office": "so-1", "group": DISTRICT, "leader": cast.leader.person}
    linked = {"begins": "2026-03-02", "document": "柳纪办发〔2026〕5号"}
    guided = path_of(cast.leader.do("guidance-links", link | linked))
    plan = {"brand": "experts-lecture", "title": "证据的审查判断", "lecturer": "高校教授"}
    when = {"planned": "2026-03-13", "name_by": "2026-03-10", "parties": list(BODIES)}
    training = path_of(cast.cadres.do("trainings", plan | when))
    cast.district.do(f"{training}/name_attendees", {"persons": [cast.district.person]})
    liuzhou.pass_to("2026-03-13")
    came = [{"party": DISTRICT, "persons": [cast.district.person]}]
    cast.cadres.do(f"{training}/hold", {"attendance": came})
    liuzhou.pass_to("2026-07-21")
    handed = path_of(report(cast.district))
    refused = code(cast.other, f"{handed}/resubmit", {"changes": "代报", "summary": "代报"})
    assert refused[0] == 404
    liuzhou.pass_to("2026-07-22")
    late = cast.leader.see("obligations", mechanism="work-reports", owner=ZONE, status="overdue")
    assert columns(late, "rule", "due") == [("half-yearly", "2026-07-21")]
    report(cast.zone)
    liuzhou.settle()
    done = {
        body: columns(
            cast.leader.see("obligations", owner=body, status="fulfilled"),
            "mechanism",
            "rule",
            "late_working_days",
        )
        for body in BODIES
    }
    assert done == {
        DISTRICT: [
            ("trainings", "year", 0),
            ("work-reports", "half-yearly", 0),
        ],
        ZONE: [("work-reports", "half-yearly", 1)],
    }
    kept = cast.leader.see("obligations", owner="commission", status="fulfilled")
    assert columns(kept, "rule", "share_of", "late_working_days") == [("link", DISTRICT, 0)]
    counted_above(cast)
    for member in (cast.other, cast.unit):
        for matter in (guided, training, handed):
            sees_nothing(member, matter, "guidance-links", "trainings", "work-reports")


def counted_above(cast: Cast) -> None:
    """The leader and the linked office find them where they find the groups; a group finds only itself."""
    for member in (cast.leader, cast.office):
        covered = {
            path: {
                each["stationed_group"]: each["times"]
                for each in member.see(path, period="2026", gaps=False)["items"]
                if each["stationed_group"] in BODIES
            }
            for path in ("training-coverage", "guidance-coverage")
        }
        assert covered == {
            "training-coverage": {DISTRICT: 1, ZONE: 0},
            "guidance-coverage": {DISTRICT: 0, ZONE: 0},
        }, member.party
    own = cast.other.see("training-coverage", period="2026", gaps=False)["items"]
    assert {each["stationed_group"] for each in own} == {"sg-health"}

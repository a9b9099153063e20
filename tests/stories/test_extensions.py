"""延期 (R 215, 237): the level above gives a case six months more; a report has none."""

from dataclasses import dataclass
from typing import Any

from tests.api.installation import Member
from tests.stories.cases import Cast, cast, file, open_case
from tests.stories.place import Place, code, columns, sees_nothing

WHY = "主要证人在境外,需补充取证"
OWN = {"mechanism": "case-investigation", "owner": "sg-education"}


@dataclass
class Asking:
    """Who acts in a case that was filed, and how more time is asked for."""

    actors: Cast
    leader: Member
    chief: Member
    checker: Member

    @property
    def extend(self) -> str:
        """Where more time is given."""
        return f"{self.actors.case}/obligations/extend"

    def owed(self, rule: str) -> dict[str, Any]:
        """What the group owes under a rule now."""
        seen = self.actors.head.see("obligations", counted=True, **OWN)["items"]
        found: dict[str, Any] = next(each for each in seen if each["rule"] == rule)
        return found

    def more(self, rule: str, by: str, document: str = "临纪办〔2026〕31号") -> dict[str, Any]:
        """More time, by a document of the city."""
        asked = {"obligation": self.owed(rule)["obligation"], "by": by, "reason": WHY}
        return asked | {"document": document, "approved_by": self.chief.person}

    def above(self, rule: str, by: str) -> dict[str, Any]:
        """More time, by a letter of the province that is entered for it."""
        letter = {
            "party": "provincial-commission",
            "letter": "鲁纪办〔2026〕88号",
            "scan": "0" * 64,
            "checked_by": self.checker.person,
        }
        return self.more(rule, by, "鲁纪批〔2026〕9号") | {"on_behalf": letter}


def filed(place: Place) -> Asking:
    """A case is filed: the year begins."""
    actors = cast(place)
    file(actors, open_case(actors))
    leader = place.member("高常委", "commission", "leader_in_charge")
    chief = place.member("高书记", "commission", "principal_head")
    checker = place.member("秦管理", "cs", "deputy_head")
    place.settle()
    return Asking(actors, leader, chief, checker)


def extended(place: Place, asking: Asking) -> None:
    """Six months by the province's letter, no day more and by nobody else; who and why stay visible."""
    actors, extend = asking.actors, asking.extend
    assert asking.owed("decision")["due"] == "2027-03-02"
    for member in (actors.head, asking.leader, actors.supervision):
        refused = code(member, extend, asking.more("decision", "1 month"))
        assert refused == (403, "level_above_extends"), member.party
    entered = code(actors.head, extend, asking.above("decision", "6 months"))
    assert entered == (403, "not_authorised")
    too_long = code(actors.supervision, extend, asking.above("decision", "7 months"))
    assert too_long == (409, "longer_than_allowed")
    actors.supervision.do(extend, asking.above("decision", "6 months"))
    place.settle()
    seen = asking.owed("decision")
    assert (seen["due"], seen["status"], seen["revision"]) == ("2027-09-02", "open", 1)
    assert seen["earlier"] == [
        {
            "due": "2027-03-02",
            "superseded_on": "2026-03-02",
            "why": "extended",
            "reason": WHY,
            "document": "鲁纪批〔2026〕9号",
            "approved_by": asking.chief.person,
            "granted_by": "provincial-commission",
        }
    ]
    again = code(actors.supervision, extend, asking.above("decision", "1 day"))
    assert again == (409, "longer_than_allowed")


def withdrawn(place: Place, asking: Asking) -> None:
    """The withdrawal is filed upward within seven working days, and nobody gives more."""
    actors = asking.actors
    gone = {"document": "临纪撤〔2026〕1号", "reason": "违纪事实不成立"}
    actors.act(actors.keeper, "withdraw", gone | {"approved_by": actors.head.person})
    place.settle()
    assert asking.owed("withdrawal-report")["due"] == "2026-03-11"
    for member, body in (
        (asking.leader, asking.more("withdrawal-report", "1 working day")),
        (actors.supervision, asking.above("withdrawal-report", "1 working day")),
    ):
        answer = member.post(asking.extend, body)
        assert (answer.status_code, answer.json()["code"]) == (409, "not_extendable")
        assert "第237条" in answer.text


def test_the_law_says_who_gives_more_time_and_how_much(place: Place) -> None:
    """Group, commission and case supervision try; the province's letter moves the day."""
    asking = filed(place)
    extended(place, asking)
    withdrawn(place, asking)
    actors = asking.actors
    assert columns(actors.head.see("obligations", **OWN), "rule", "status", "due") == [
        ("decision", "superseded", "2027-03-02"),
        ("decision", "withdrawn", "2027-09-02"),
        ("withdrawal-report", "open", "2026-03-11"),
    ]
    sees_nothing(actors.other, actors.case, "cases")
    assert actors.other.see("obligations", **OWN)["items"] == []

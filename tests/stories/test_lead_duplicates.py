"""Leads about one person (RC 14, R 203): case supervision checks, a repeat is counted once, another goes on.

First-hour need (DOMAIN.md §5): «CS, please check», without showing what one may not read.
"""

from dataclasses import dataclass
from typing import Any

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing
from tests.stories.test_closed_loop import HAND_OVER, LEAD


@dataclass
class Cast:
    """Case supervision with its heads, the department that sent one of them in, and who learns nothing."""

    keeper: Member
    head: Member
    leader: Member
    clerk: Member
    outsiders: tuple[Member, ...]
    first: str = ""
    repeat: str = ""
    other: str = ""


def enter(place: Place) -> Cast:
    """Found by inspection, handed over by audit, called in: three leads name somebody of one name."""
    cast = Cast(
        keeper=place.member("王专管", "cs", "keeper"),
        head=place.member("钱主任", "cs", "head"),
        leader=place.member("孙副书记", "commission", "leader_in_charge"),
        clerk=place.member("周联络", "audit", "liaison"),
        outsiders=(
            place.member("冯组长", "sg-health", "head"),
            place.member("陈联络", "finance", "liaison"),
            place.member("褚书记", "pg-education", "head"),
        ),
    )
    keeper, clerk = cast.keeper, cast.clerk
    cast.first = path_of(keeper.do("leads", LEAD | {"source": "inspection"}))
    told = keeper.do(f"{cast.first}/register", {})
    assert keeper.see("lead-duplicates", token=told["token"])["items"] == []
    cast.repeat = path_of(clerk.do("leads", LEAD))
    clerk.do(f"{cast.repeat}/transfer", HAND_OVER)
    keeper.do(f"{cast.repeat}/acknowledge_transfer", {"transfer": 1})
    keeper.do(f"{cast.repeat}/accept", {"transfer": 1})
    keeper.do(f"{cast.repeat}/register", {})
    cast.other = path_of(keeper.do("leads", LEAD | {"source": "law_enforcement"}))
    keeper.do(f"{cast.other}/register", {})
    return cast


def owed(cast: Cast, lead: str, *rules: str, token: str | None = None) -> list[tuple[Any, ...]]:
    """What is owed about one of them under some rules."""
    stream = f"lead/{lead.partition('/')[2]}"
    seen = cast.keeper.see("obligations", token=token, matter=stream)
    rows = columns(seen, "rule", "owner", "status", "late_working_days")
    return [row for row in rows if row[0] in rules]


def check(place: Place, cast: Cast) -> str:
    """Two wait to be checked, each alone; one is, a working day late, and the other is none."""
    keeper = cast.keeper
    waiting = keeper.see("parties/cs/inbox", token=keeper.token, family="lead")
    kinds = [row for row in columns(waiting, "kind", "role") if row[0] == "check_duplicate"]
    assert len(kinds) == 2
    seen = keeper.see("lead-duplicates")
    assert columns(seen, "status", "matches", "of") == [
        ("suspected", 1, None),
        ("suspected", 2, None),
    ]
    of = {"of": f"lead/{cast.first.partition('/')[2]}"}
    for member in (cast.clerk, *cast.outsiders):
        assert code(member, f"{cast.repeat}/confirm_duplicate", of)[0] in {403, 404}
        assert member.see("lead-duplicates")["items"] == []
    itself = {"of": f"lead/{cast.repeat.partition('/')[2]}"}
    assert code(keeper, f"{cast.repeat}/confirm_duplicate", itself) == (422, "invalid_field")
    assert code(keeper, f"{cast.first}/confirm_duplicate", of)[0] == 409
    place.pass_to("2026-03-06")
    late = cast.leader.see("obligations", mechanism="lead-management", status="overdue")
    checking = [row for row in columns(late, "rule", "owner", "due") if row[0] == "duplicate-check"]
    assert checking == [("duplicate-check", "cs", "2026-03-05")] * 2
    keeper.do(f"{cast.repeat}/confirm_duplicate", of)
    told = keeper.do(f"{cast.other}/dismiss_duplicate", {"reason": "同名,系另一单位人员"})
    seen = keeper.see("lead-duplicates", token=told["token"])
    assert columns(seen, "status", "of", "reason") == sorted(
        [("confirmed", of["of"], None), ("dismissed", None, "同名,系另一单位人员")], key=str
    )
    assert code(keeper, f"{cast.repeat}/dismiss_duplicate", {"reason": "误"})[0] == 409
    return str(told["token"])


def goes_with_the_first(cast: Cast) -> str:
    """Nobody allocates the repeat by itself: it is merged, keeps its number, and its sender is told."""
    keeper = cast.keeper
    rules = ("allocation", "duplicate-check", "repeat")
    assert owed(cast, cast.repeat, *rules) == [
        ("allocation", "cs", "withdrawn", None),
        ("duplicate-check", "cs", "fulfilled", 1),
        ("repeat", "cs", "open", None),
    ]
    assert owed(cast, cast.other, *rules) == [
        ("allocation", "cs", "open", None),
        ("duplicate-check", "cs", "fulfilled", 1),
    ]
    kinds = columns(keeper.see("parties/cs/inbox", family="lead"), "kind")
    assert kinds == [("allocate",), ("allocate",), ("feed_back",), ("merge_duplicate",)]
    with_it = {"others": [f"lead/{cast.repeat.partition('/')[2]}"], "reason": "重复件,同案同查"}
    told = keeper.do(f"{cast.first}/merge", with_it)
    assert owed(cast, cast.repeat, *rules, token=told["token"])[-1] == (
        "repeat",
        "cs",
        "fulfilled",
        0,
    )
    counted = keeper.see("leads", standing=True)
    assert columns(counted, "number", "source", "stage") == [
        ("〔2026〕1号", "inspection", "registered"),
        ("〔2026〕3号", "law_enforcement", "registered"),
    ]
    gone = keeper.see("leads", standing=False)
    assert columns(gone, "number", "stage", "merged_into") == [
        ("〔2026〕2号", "merged", f"lead/{cast.first.partition('/')[2]}")
    ]
    feedback = {"transfer": 1, "result": "not_handled", "text": "与此前线索重复,并案办理。"}
    keeper.do(f"{cast.repeat}/feed_back", feedback)
    return str(cast.clerk.do(f"{cast.repeat}/confirm_feedback", {"transfer": 1})["token"])


def test_a_repeat_is_counted_once_and_another_goes_on(place: Place) -> None:
    """Of three leads two stand; the sender of the repeat learns how it stands, not with what it went."""
    cast = enter(place)
    check(place, cast)
    token = goes_with_the_first(cast)
    kinds = columns(cast.keeper.see("parties/cs/inbox", family="lead", token=token), "kind")
    assert kinds == [("allocate",), ("allocate",)]
    flows = cast.clerk.see("flows", kind="lead_transfer")
    assert columns(flows, "document", "status", "result") == [
        ("临审移〔2026〕1号", "closed", "not_handled")
    ]
    assert columns(cast.clerk.see("lead-status"), "status") == [("closed",)]
    assert cast.first.partition("/")[2] not in str(cast.clerk.see(f"{cast.repeat}/history"))
    left = owed(cast, cast.repeat, "allocation", "duplicate-check", "repeat", "feedback")
    assert [row[2] for row in left] == ["withdrawn", "fulfilled", "fulfilled", "fulfilled"]
    for member in cast.outsiders:
        for lead in (cast.first, cast.repeat, cast.other):
            sees_nothing(member, lead, "leads", "lead-duplicates", "lead-status")
    for lead in (cast.first, cast.other):
        sees_nothing(cast.clerk, lead, "leads", "lead-duplicates")

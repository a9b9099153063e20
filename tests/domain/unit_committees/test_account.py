"""A unit committee never sees the register, the matter it helps in, or evidence once it no longer helps."""

from typing import get_args

import orjson
import pytest

from domain.cases.state import Case, Person
from domain.cases.values import Post
from domain.errors import NotFound
from domain.ids import CaseTag, StreamId
from domain.matters import KeepsOutOfTheMatter
from domain.streams import StreamState
from domain.unit_committees import commands, errors, events
from domain.unit_committees.commands import Task
from tests.domain.small import COMMITTEE, EDUCATION_GROUP, OFFICE, person, stream
from tests.domain.unit_committees.given import END, EVIDENCE, LEAD, enlist, enlisted, guided

CASE = stream("case", "meals")


def test_nothing_that_concerns_the_committee_names_the_matter() -> None:
    """DOMAIN.md §5 row 13: it never sees the register. Neither fields nor case tag lead it there."""
    desk = enlisted()
    desk.act(COMMITTEE, "record_evidence", EVIDENCE)
    desk.act(EDUCATION_GROUP, "confirm_evidence", commands.ConfirmEvidence(evidence=1))
    desk.act(EDUCATION_GROUP, "end_enlistment", END)
    named = [each for each in desk.world.told if each.case is not None or LEAD in _text(each.event)]
    assert [type(each.event) for each in named] == [events.MatterServed]
    assert named[0].case == CaseTag(LEAD)
    assert named[0].event.concerns.parties == (EDUCATION_GROUP,)


def _text(event: object) -> str:
    return orjson.dumps(event, default=str).decode()


def test_the_committee_reads_the_evidence_only_while_it_helps() -> None:
    """R 299: scope and time of knowledge are limited."""
    desk = enlisted()
    desk.act(COMMITTEE, "record_evidence", EVIDENCE)
    scope = "unit_committee_evidence:1"
    assert desk.world.stream(desk.world.told[-1].stream).content(scope) == {
        COMMITTEE,
        EDUCATION_GROUP,
        OFFICE,
    }
    desk.act(EDUCATION_GROUP, "end_enlistment", END)
    assert desk.world.stream(desk.world.told[-1].stream).content(scope) == {EDUCATION_GROUP, OFFICE}


def test_who_is_named_or_recused_does_not_help_nor_learns_of_it() -> None:
    """SL 67, R 295, 299: named persons learn nothing, recused ones keep out."""
    desk = guided()
    desk.have_lead(recused=(person("committee-member"),))
    desk.refuses(KeepsOutOfTheMatter, EDUCATION_GROUP, "enlist", enlist())
    desk.have_lead(recused=(person("group-head"),))
    desk.refuses(KeepsOutOfTheMatter, EDUCATION_GROUP, "enlist", enlist())
    desk.have_lead()
    desk.act(EDUCATION_GROUP, "enlist", enlist())
    desk.have_lead(recused=(person("committee-head"),))
    desk.refuses(KeepsOutOfTheMatter, COMMITTEE, "record_evidence", EVIDENCE)


@pytest.mark.parametrize(("member", "refused"), [(True, False), (False, True)])
def test_a_committee_has_no_state_power(member: bool, refused: bool) -> None:
    """RS 18, 19: in a case about nobody under Party discipline it does not help."""
    desk = guided()
    about = Person(
        person=person("somebody"),
        posts=(Post(post_level="unit_managed", organ=EDUCATION_GROUP),),
        party_member=member,
        public_official=True,
    )
    circle = frozenset({EDUCATION_GROUP})
    state = Case(stage="investigating", handling_party=EDUCATION_GROUP, persons=(about,))
    desk.world.streams[CASE] = StreamState(
        CASE, 3, state, circles={"case": circle}, insiders=circle
    )
    if refused:
        desk.refuses(errors.NoStatePower, EDUCATION_GROUP, "enlist", enlist(matter=CASE))
    else:
        desk.act(EDUCATION_GROUP, "enlist", enlist(matter=CASE))
        assert desk.state.enlistments[0].matter == CASE


def test_what_it_helps_with_is_no_measure_of_state_investigation() -> None:
    """The closed list of tasks holds none of the measures of the Supervision Law (SL 18-54)."""
    assert set(get_args(Task)) == {
        "gather_papers",
        "look_on_site",
        "compare_data",
        "ask_around",
        "sit_in_on_talks",
    }


def test_only_leads_cases_and_campaigns_are_helped_with() -> None:
    """What others share is a matter that stands on its own (`domain.matters`)."""
    guided().refuses(NotFound, EDUCATION_GROUP, "enlist", enlist(matter=StreamId("talk/1")))

"""One command, one atomic batch, or one refusal that changes nothing."""

import datetime
from dataclasses import replace
from uuid import UUID

import pytest

from domain.catalogue import CATALOGUE
from domain.context import Request
from domain.deciding import (
    MAX_EVENTS,
    Decision,
    decide,
    evolve,
    evolve_jurisdiction,
    index_keys,
    pseudonyms_named,
    streams_named,
)
from domain.errors import (
    AlreadyExists,
    NotFound,
    NothingToDo,
    StaleVersion,
    TooManyEvents,
    VersionNotTold,
)
from domain.ids import SYSTEM_PARTY, SYSTEM_PERSON, CaseTag, StreamId, stream_id
from domain.model import Command, Concerns, LateEntry, Number, Occurred
from domain.obligations.commands import Lapse
from domain.obligations.events import Arisen
from domain.registry import Catalogue
from domain.streams import StreamsNeeded, StreamState
from tests.domain.errands import (
    COMMISSION,
    ERRANDS,
    FAMILY,
    GROUP,
    MONDAY,
    OFFICE,
    Asked,
    Errands,
    Look,
    Tell,
    at_nine,
    errand,
    person,
    place,
)

ASKED = ("asked", {"task": 1, "to_party": GROUP, "asker": OFFICE})


def request(command: Command, *, action: str = "tell", if_match: int | None = None) -> Request:
    return Request(
        id=UUID(int=7),
        type=f"guantong.errand.{action}",
        jurisdiction=place().code,
        target=errand(),
        command=command,
        actor=person("director"),
        party=OFFICE,
        if_match=if_match,
    )


def decided(
    command: Command,
    *,
    action: str = "tell",
    if_match: int | None = None,
    streams: dict[StreamId, StreamState[object]] | None = None,
    matches: dict[str, tuple[StreamId, ...]] | None = None,
) -> Decision:
    return decide(
        request(command, action=action, if_match=if_match),
        now=at_nine(MONDAY),
        jurisdiction=place(),
        streams={errand(): FAMILY.empty(errand())} if streams is None else streams,
        matches=matches or {},
        catalogue=ERRANDS,
    )


def at(version: int, stream: StreamId | None = None) -> StreamState[object]:
    """A stream in which so many errands were told."""
    state = FAMILY.empty(stream or errand())
    concerns = Concerns(parties=(OFFICE,), visibility="errand")
    for _ in range(version):
        event = Asked(
            occurred=Occurred(date=MONDAY), concerns=concerns, task=1, to_party=GROUP, asker=OFFICE
        )
        state = evolve(state, event, ERRANDS)
    return state


def test_a_decision_places_its_events_and_what_follows_and_gives_the_new_states() -> None:
    decision = decided(Tell(events=(ASKED, ASKED)))
    assert [(p.version, type(p.event).__name__) for p in decision.events] == [
        (1, "Asked"),
        (2, "Arisen"),
        (3, "Asked"),
        (4, "Superseded"),
        (5, "Arisen"),
    ]
    state = decision.streams[errand()]
    assert (state.version, state.state.told, len(state.obligations)) == (5, 2, 1)


def test_the_same_request_is_decided_alike() -> None:
    """Decisions are pure: on every machine, at every replay."""
    first, second = (decided(Tell(events=(ASKED,))) for _ in range(2))
    assert first == second


def test_a_batch_that_is_refused_leaves_nothing_behind() -> None:
    streams = {errand(): at(0)}
    with pytest.raises(TypeError):
        decided(Tell(events=(ASKED, ("done", {}))), streams=streams)
    assert streams == {errand(): at(0)}


def test_if_match_names_the_version_that_the_client_saw() -> None:
    """RFC 9110 §13.1.1."""
    with pytest.raises(StaleVersion) as refusal:
        decided(Tell(events=(ASKED,)), if_match=2, streams={errand(): at(3)})
    assert refusal.value.details["actual"] == "3"
    assert decided(Tell(events=(ASKED,)), if_match=3, streams={errand(): at(3)}).events


@pytest.mark.parametrize("if_match", [2, 3])
def test_at_the_edge_of_a_matter_no_version_is_told_nor_found_by_trying(if_match: int) -> None:
    """DESIGN.md: volume must not leak; the right version is refused like the wrong one."""
    edge = {errand(): replace(at(3), insiders=frozenset({GROUP}))}
    with pytest.raises(VersionNotTold) as refusal:
        decided(Tell(events=(ASKED,)), if_match=if_match, streams=edge)
    assert refusal.value.details == {"stream": errand()}
    assert decided(Tell(events=(ASKED,)), streams=edge).events


def test_what_exists_is_not_begun_and_what_does_not_is_not_gone_on_with() -> None:
    with pytest.raises(AlreadyExists):
        decided(Tell(events=(ASKED,)), action="begin", streams={errand(): at(1)})
    with pytest.raises(NotFound):
        decided(Tell(events=(ASKED,)), action="go_on")
    assert decided(Tell(events=(ASKED,)), action="begin").events


def test_the_target_is_of_the_actions_family() -> None:
    other = stream_id("person", UUID(int=1))
    wrong = {errand(): at(1), other: CATALOGUE.family["person"].empty(other)}
    command = request(Tell(events=(ASKED,)), action="go_on")
    with pytest.raises(NotFound):
        decide(
            Request(**{**{f: getattr(command, f) for f in command.__slots__}, "target": other}),
            now=at_nine(MONDAY),
            jurisdiction=place(),
            streams=wrong,
            matches={},
            catalogue=ERRANDS,
        )


def test_what_does_not_concern_a_party_is_not_there_for_it() -> None:
    """Issue: «a person unrelated to a lead sees no trace of it … in errors»: no version, no state."""
    world = Errands.opened()
    world.asked()
    stream = world.stream(errand())
    hidden = replace(stream, circles={"errand": frozenset({GROUP})})
    for action in ("begin", "go_on", "tell"):
        with pytest.raises(NotFound):
            decided(Tell(events=(ASKED,)), action=action, if_match=99, streams={errand(): hidden})
    owed = next(iter(stream.obligations))
    circles = {"errand": frozenset({GROUP}), f"obligation:{owed}": frozenset({GROUP, OFFICE})}
    shown = replace(stream, circles=circles)
    assert decided(Tell(events=(ASKED,)), streams={errand(): shown}).events


def test_a_decision_says_what_it_needs_to_see() -> None:
    """Then the writer loads it and decides again, free of effects."""
    look = Look(other=errand("2"), pseudonym="hmac:x")
    streams = {errand(): at(1)}
    with pytest.raises(StreamsNeeded) as needed:
        decided(look, action="look", streams=streams)
    assert needed.value.streams == {errand("2")}
    streams[errand("2")] = at(2, errand("2"))
    with pytest.raises(StreamsNeeded) as needed:
        decided(look, action="look", streams=streams)
    assert needed.value.pseudonyms == {"hmac:x"}
    decision = decided(look, action="look", streams=streams, matches={"hmac:x": (errand("2"),)})
    assert len(decision.events) == 3
    assert len(decision.streams) == 2


def test_a_stream_of_no_family_is_not_there() -> None:
    """Whoever makes up an id is told the same as whoever guesses one."""
    look = Look(other=stream_id("unicorn", UUID(int=1)), pseudonym="hmac:x")
    with pytest.raises(NotFound):
        decided(look, action="look", streams={errand(): at(1)})


def test_accepted_means_at_least_one_event() -> None:
    with pytest.raises(NothingToDo):
        decided(Tell())


def test_one_batch_holds_so_many_events_and_no_more() -> None:
    """DESIGN: n ≤ 500; what follows counts too."""
    circulated = ("circulated", {"readers": ()})
    assert len(decided(Tell(events=(circulated,) * MAX_EVENTS)).events) == MAX_EVENTS
    with pytest.raises(TooManyEvents):
        decided(Tell(events=(circulated,) * (MAX_EVENTS + 1)))


def test_late_entry_stands_in_the_events_of_the_act() -> None:
    late = LateEntry(reason="纸质件后到", checked_by=person("clerk"))
    decision = decided(Tell(events=(ASKED,), late=late))
    acted, arisen = (placed.event for placed in decision.events)
    assert (acted.late, arisen.late) == (late, None)
    assert isinstance(arisen, Arisen)


def test_what_the_clock_does_in_a_case_carries_its_tag() -> None:
    """The attribute ``casetag``: also of events that no lead's own decision placed."""
    cases = Catalogue((*CATALOGUE.families, replace(FAMILY, is_case=True)))
    world = replace(Errands.opened(), catalogue=cases)
    world.asked()
    decision = decide(
        Request(
            id=UUID(int=8),
            type="guantong.obligation.lapse",
            jurisdiction=place().code,
            target=errand(),
            command=Lapse(obligation=world.owed()[0].id),
            actor=SYSTEM_PERSON,
            party=SYSTEM_PARTY,
        ),
        now=at_nine(MONDAY + datetime.timedelta(10)),
        jurisdiction=world.jurisdiction,
        streams=world.streams,
        matches={},
        catalogue=cases,
    )
    assert [placed.case for placed in decision.events] == [CaseTag(errand())]


def test_numbers_are_counted_in_the_jurisdiction() -> None:
    """DOMAIN.md §1.15: gapless per organ, kind and year."""
    number = place().next_number(COMMISSION, "errand", 2026)
    decision = decided(Tell(events=(("asked", {**ASKED[1], "number": number}),)))
    assert number == Number(organ=COMMISSION, kind="errand", year=2026, serial=1)
    following = decision.jurisdiction
    assert following.next_number(COMMISSION, "errand", 2026).serial == 2
    assert following.next_number(COMMISSION, "errand", 2026, skip=2).serial == 4
    assert following.next_number(COMMISSION, "errand", 2027).serial == 1
    assert following.next_number(OFFICE, "errand", 2026).serial == 1
    assert place().next_number(COMMISSION, "errand", 2026).serial == 1


def test_an_event_without_a_number_leaves_the_jurisdiction_alone() -> None:
    event = decided(Tell(events=(ASKED,))).events[0].event
    same = evolve_jurisdiction(place(), event, stream=errand(), actor=person("director"))
    assert same is place()


def test_what_a_commands_data_name() -> None:
    data = {
        "a": errand("1"),
        "b": [{"c": errand("2")}, "no/stream"],
        "d": "hmac:00",
        "e": {"f": ["hmac:11", 3, None]},
    }
    assert streams_named(data) == {errand("1"), errand("2")}
    assert pseudonyms_named(data) == {"hmac:00", "hmac:11"}


def test_the_pseudonyms_of_an_event_are_found_in_whatever_it_holds() -> None:
    world = Errands.opened()
    (event,) = world.tell("thanked", task=1, manner="hmac:b")
    assert index_keys(event) == ("hmac:b",)

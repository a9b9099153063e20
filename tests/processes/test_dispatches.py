"""Between jurisdictions all arrives once, in order, whatever courier and commands go through."""

import contextlib
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Final, get_args
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.between import FIRST, arrival
from domain.errors import JurisdictionMoved, Refusal
from domain.ids import StreamId
from domain.leads import commands, events
from domain.leads.values import News
from domain.model import Command, Event
from eventlog.codec import command_from_data, event_to_data
from processes.dispatches import Dispatched, failure_of, obstacle_of, order_of
from processes.sending import Order
from tests.domain.leads.abroad import city, county, release, sent_event
from tests.domain.leads.given import Office, party, person
from tests.domain.world import Told

PROOF: Final = f"sha256:{'5' * 64}"
LEADS_MAX: Final = 3
STEPS: Final = 100
Key = tuple[StreamId, int, int]
"""A dispatch in the log that it goes to: the lead there, its hand-over, its how manieth."""


def dispatched(told: Told, position: int, source: str) -> Dispatched:
    """An event of the domain as the courier reads it."""
    return Dispatched(
        type=f"guantong.{told.name}.v1",
        source=source,
        stream=told.stream,
        position=position,
        proof=PROOF,
        data=event_to_data(told.event),
    )


def key(event: events.Referred | events.NewsSent) -> Key:
    if isinstance(event, events.Referred):
        return event.there, 1, FIRST
    return event.there, event.leg_there, event.dispatch


@dataclass
class End:
    """One jurisdiction with its writer: what it knows of commands, and whether it was closed."""

    office: Office
    accepted: set[UUID] = field(default_factory=set)
    rejected: set[UUID] = field(default_factory=set)
    closed: bool = False

    @property
    def events(self) -> list[Event]:
        return [told.event for told in self.office.world.told]

    def arrived(self) -> Counter[Key]:
        """How often what came."""
        return Counter(
            (told.stream, told.event.transfer, told.event.origin.dispatch)
            for told in self.office.world.told
            if isinstance(told.event, events.ReferralArrived | events.NewsArrived)
        )

    def decide(self, order: Order) -> Refusal | None:
        """As a writer does: each id once, refusals remembered unless they say nothing of the command."""
        if order.id in self.accepted or order.id in self.rejected:
            return None
        try:
            if self.closed:
                raise JurisdictionMoved(jurisdiction="yinan", to="elsewhere", address="–")
            command = command_from_data(order.type, order.data)
            self.office.world.ask(
                order.type.removeprefix("guantong."),
                order.target,
                command,
                actor=order.actor,
                party=order.party,
            )
        except JurisdictionMoved as refusal:
            return refusal
        except Refusal as refusal:
            self.rejected.add(order.id)
            return refusal
        self.accepted.add(order.id)
        return None


@dataclass(frozen=True)
class Letter:
    """A command on its way, and the report that it failed, if it does."""

    to: str
    order: Order
    source: str
    event: Told
    position: int
    attempt: int


class Post:
    """City and county, and a courier that is killed, doubled and overtaken by itself."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.ends = {"linyi": End(city()), "yinan": End(county())}
        self.network: list[Letter] = []
        self.leads: list[StreamId] = []

    def other(self, code: str) -> str:
        return "yinan" if code == "linyi" else "linyi"

    def waiting(self, code: str) -> list[tuple[int, Told, int, str]]:
        """Of each hand-over the first dispatch that is not there: position, event, attempt, status."""
        there = self.ends[self.other(code)].arrived()
        first: dict[tuple[StreamId, int], tuple[int, Told, int, str]] = {}
        for position, told in enumerate(self.ends[code].office.world.told, 1):
            event = told.event
            if isinstance(event, events.Referred | events.NewsSent) and not there[key(event)]:
                attempt, status = self.state(code, told)
                if status != "recalled":
                    first.setdefault(
                        (told.stream, event.transfer), (position, told, attempt, status)
                    )
        return list(first.values())

    def state(self, code: str, sent: Told) -> tuple[int, str]:
        """At its how manieth attempt a dispatch is, and how that stands."""
        attempt, status = 1, "sent"
        own = sent_event(sent)
        number = own.dispatch if isinstance(own, events.NewsSent) else FIRST
        for told in self.ends[code].office.world.told:
            match told.event:
                case events.DeliveryFailed(transfer=t, dispatch=d) if (
                    told.stream == sent.stream and (t, d) == (own.transfer, number)
                ):
                    status = "failed"
                case events.Resent(transfer=t, dispatch=d, attempt=a) if (
                    told.stream == sent.stream and (t, d) == (own.transfer, number)
                ):
                    attempt, status = a, "sent"
                case events.Recalled(transfer=t) if told.stream == sent.stream and (
                    t,
                    FIRST,
                ) == (own.transfer, number):
                    status = "recalled"
        return attempt, status

    def look(self, copies: int = 1) -> None:
        """A courier looks and sends; it may be killed before it sent all, and look again."""
        for code in self.ends:
            for position, told, attempt, status in self.waiting(code):
                if status == "sent" and (copies or self.chance.random() < 0.7):
                    source = self.ends[code].office.world.jurisdiction.source
                    order = order_of(dispatched(told, position, source), attempt=attempt)
                    letter = Letter(self.other(code), order, code, told, position, attempt)
                    self.network += [letter] * (copies or self.chance.choice((1, 1, 2)))

    def deliver(self, *, lost: float) -> None:
        """Any command that is on its way arrives; what was refused is reported, unless the courier died."""
        if not self.network:
            return
        letter = self.network.pop(self.chance.randrange(len(self.network)))
        problem = self.ends[letter.to].decide(letter.order)
        obstacle = None if problem is None else obstacle_of(problem.code, problem.status)
        if obstacle is None or letter.order.type.endswith("report_failure"):
            return
        if self.chance.random() < lost:
            return
        source = self.ends[letter.source].office.world.jurisdiction.source
        sent = dispatched(letter.event, letter.position, source)
        report = failure_of(sent, attempt=letter.attempt, obstacle=obstacle)
        self.network.append(
            Letter(
                letter.source, report, letter.source, letter.event, letter.position, letter.attempt
            )
        )

    # --- people -----------------------------------------------------------------------------------

    def refer(self) -> None:
        if len(self.leads) < LEADS_MAX:
            office = self.ends["linyi"].office
            lead = office.registered(tag=str(len(self.leads)))
            office.do("clerk", "refer", lead, release())
            self.leads.append(lead)

    def handle(self) -> None:
        """Somebody in the county does something that may be done."""
        office = self.ends["yinan"].office
        leads = [told.stream for told in office.world.told if told.name == "lead.received"]
        if not leads or self.ends["yinan"].closed:
            return
        lead = self.chance.choice(leads)
        ways: list[tuple[str, str, Command]] = [
            ("clerk", "acknowledge_transfer", commands.AcknowledgeTransfer(transfer=1)),
            ("clerk", "accept", commands.Accept(transfer=1)),
            ("clerk", "return_transfer", commands.ReturnTransfer(transfer=1, reason="不属本级")),
            ("clerk", "register", commands.Register()),
            (
                "clerk",
                "feed_back",
                commands.FeedBack(transfer=1, result="verified", text="已处理"),
            ),
            (
                "clerk",
                "annul",
                commands.Annul(reason="重复", approved_by=person("secretary")),
            ),
            ("clerk", "remind", commands.Remind(to_party=party("city"), about="请补材料")),
            ("clerk", "answer_reminder", commands.AnswerReminder(reminder=1, text="正在核查")),
        ]
        seldom = ("return_transfer", "annul", "remind")
        for name, action, command in self.chance.sample(ways, k=len(ways)):
            if action in seldom and self.chance.random() < 0.7:
                continue
            if action == "remind" and office.lead(lead).reminders:
                continue
            try:
                office.do(name, action, lead, command)
            except Refusal:
                continue
            return

    def mend(self) -> None:
        """Somebody sends again, recalls, or confirms; urges, or answers."""
        call = commands.Recall(transfer=1, reason="由本级办理", approved_by=person("secretary"))
        for code in self.ends:
            office = self.ends[code].office
            leads = {told.stream for told in office.world.told}
            for lead in sorted(leads):
                ways = [
                    ("resend", commands.Resend(transfer=1)),
                    ("recall", call),
                    ("confirm_feedback", commands.ConfirmFeedback(transfer=1)),
                    ("answer_reminder", commands.AnswerReminder(reminder=1, text="已补")),
                    ("remind", commands.Remind(to_party=party("cc-yinan"), about="请反馈")),
                ]
                for action, command in self.chance.sample(ways, k=len(ways)):
                    if action == "remind" and office.lead(lead).reminders:
                        continue
                    with contextlib.suppress(Refusal):
                        office.do("clerk", action, lead, command)

    def expire(self) -> None:
        """Time passes: refusals are forgotten."""
        for end in self.ends.values():
            end.rejected.clear()

    def turn(self) -> None:
        """The county is closed, or goes on."""
        self.ends["yinan"].closed = not self.ends["yinan"].closed

    def finish(self) -> None:
        """All is well again: what waits is carried, what failed is sent again, until nothing is left."""
        self.ends["yinan"].closed = False
        for _ in range(500):
            self.expire()
            while self.network:
                self.deliver(lost=0)
            for code in self.ends:
                for _, told, _, status in self.waiting(code):
                    if status == "failed":
                        again = commands.Resend(transfer=sent_event(told).transfer)
                        self.ends[code].office.do("clerk", "resend", told.stream, again)
            self.look(copies=1)
            if not self.network:
                return
        raise AssertionError("something is never there")


def history(seed: int) -> Post:
    """What people did while the courier was killed and doubled; in the end all is well again."""
    post = Post(random.Random(seed))
    ways = (
        post.refer,
        *(post.handle,) * 5,
        *(lambda: post.look(0),) * 3,
        *(lambda: post.deliver(lost=0.3),) * 5,
        *(post.mend,) * 2,
        post.expire,
        post.turn,
    )
    post.refer()
    for _ in range(STEPS):
        post.chance.choice(ways)()
    for _ in range(2):
        post.finish()
        post.mend()
    post.finish()
    return post


def test_the_histories_go_everywhere() -> None:
    told = Counter[str]()
    for seed in range(25):
        for end in history(seed).ends.values():
            for event in end.events:
                told[type(event).__name__] += 1
                if isinstance(event, events.NewsArrived):
                    told[event.news] += 1
    wanted = {"DeliveryFailed", "Resent", "Recalled", *get_args(News)}
    assert wanted - {"under_way"} <= set(told)


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_everything_arrives_once_and_in_order_whatever_happens_on_the_way(seed: int) -> None:
    post = history(seed)
    city_end, county_end = post.ends["linyi"], post.ends["yinan"]
    for end, other in ((city_end, county_end), (county_end, city_end)):
        arrived = other.arrived()
        assert set(arrived.values()) <= {1}
        sent = [
            told
            for told in end.office.world.told
            if isinstance(told.event, events.Referred | events.NewsSent)
        ]
        recalled = {told.stream for told in end.office.world.told if told.name == "lead.recalled"}
        missing = [told for told in sent if not arrived[key(sent_event(told))]]
        assert all(told.stream in recalled for told in missing)
        assert all(isinstance(told.event, events.Referred) for told in missing)
    numbers = [
        event.number.serial for event in county_end.events if isinstance(event, events.Registered)
    ]
    assert sorted(set(numbers)) == list(range(1, len(set(numbers)) + 1))
    for lead in post.leads:
        agree(city_end.office, county_end.office, lead)


def agree(here: Office, there: Office, lead: StreamId) -> None:
    """Both ends say the same of a hand-over; nobody has it twice, nobody has lost it."""
    leg = here.lead(lead).transfers[0]
    assert leg.abroad is not None
    other = there.lead(leg.abroad.stream)
    if leg.status == "recalled":
        assert here.lead(lead).holder == "case-supervision"
        if other.transfers:  # it got there before, and was called back unless it was taken already
            assert other.transfers[0].status in ("returned", "accepted", "fed_back")
        return
    assert other.transfers[0].status == leg.status
    handled_there = leg.status in ("accepted", "fed_back", "confirmed")
    assert here.lead(lead).holder == ("cc-yinan" if handled_there else "case-supervision")


def test_a_referral_is_a_command_that_names_where_it_came_from_and_nothing_else() -> None:
    office = city()
    here = office.registered()
    office.do("clerk", "refer", here, release())
    told = office.world.told[-1]
    while not isinstance(told.event, events.Referred):
        told = office.world.told[office.world.told.index(told) - 1]
    sent = dispatched(told, 7, "test/linyi")
    order = order_of(sent, attempt=1)
    assert order.type == "guantong.lead.take_in"
    assert order.target == arrival("test/linyi", here, 1)
    assert order.data["subjects"] == [
        {"name": "zhang", "post": "科长", "standing": {"post_level": "section_head"}}
    ]
    assert str(person("zhang")) not in str(order.data)
    assert order_of(sent, attempt=1) == order
    assert order_of(sent, attempt=2).id != order.id


@pytest.mark.parametrize(
    ("code", "status", "expected"),
    [
        ("jurisdiction_moved", 421, "moved"),
        ("no_channel", 422, "not_accepted"),
        ("post_level_unknown", 422, "refused"),
        ("already_exists", 409, None),
        ("out_of_turn", 409, None),
        ("command_expired", 409, None),
        ("command_failed", 500, None),
    ],
)
def test_only_what_is_refused_for_good_is_told_to_its_sender(
    code: str, status: int, expected: str | None
) -> None:
    assert obstacle_of(code, status) == expected

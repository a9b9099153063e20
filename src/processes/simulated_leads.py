"""Legal histories of leads, made up by chance from a seed: who does what next with each lead.

Departments find and hand over by their procedures, case supervision numbers and allocates, stationed
groups dispose of it and feed back. Each history ends somewhere on that way, as in life. The same seed
gives the same commands.
"""

import datetime
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from domain.calendar import SHANGHAI
from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId, derived_id, stream_id
from processes.sending import Order

STARTS: Final = datetime.datetime(2026, 1, 5, 9, tzinfo=SHANGHAI).astimezone(datetime.UTC)
"""What the clock of a simulated jurisdiction shows first."""
DAYS: Final = 350
"""The days over which its leads come in."""
ACTIVE_MAX: Final = 60
"""Leads in hand at a time: the memory of a simulation does not grow with its volume."""

UNITS: Final[Mapping[str, str]] = {
    "education": "sg-education",
    "health": "sg-health",
    "finance": "sg-finance",
    "housing": "sg-housing",
    "human-resources": "sg-human-resources",
    "natural-resources": "sg-natural-resources",
    "public-security": "sg-public-security",
}
"""Units of Linyi's scheme whose people the leads are about, and the groups there."""

SENDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "audit": ("审计移送处理书", "审计取证单"),
    "finance": ("财会监督问题移送单",),
    "market-regulation": ("行政执法移送书",),
    "organisation": ("核查报告",),
    "public-security": ("案件线索移送书", "处罚决定书"),
    "statistics": ("处分处理建议书", "执法检查报告"),
}
"""Departments whose procedures send what they find to case supervision, and the papers that go with it."""

WAYS: Final = ("interview", "appropriate_inquiry", "preliminary_verification", "triage")


def staff() -> Iterator[str]:
    """Everybody who works in a simulated jurisdiction, as ``party/role``."""
    yield from ("commission/principal_head", "commission/leader_in_charge", "cs/head", "cs/keeper")
    yield from (f"{sender}/liaison" for sender in SENDERS)
    for group in UNITS.values():
        for role in ("head", "keeper", "handler-1", "handler-2"):
            yield f"{group}/{role}"


@dataclass(frozen=True, slots=True)
class Town:
    """The identifiers of one simulated jurisdiction: all follow from its code."""

    code: JurisdictionCode

    def person(self, who: str) -> PersonId:
        """Somebody by ``party/role``."""
        return PersonId(stream_id("person", derived_id("simulated", self.code, who)))

    def order(self, who: str, action: str, target: StreamId, *, step: object, **data: Any) -> Order:
        """What somebody does to a stream; ``step`` tells the acts on one stream apart."""
        return Order(
            id=derived_id("simulated", self.code, target, step),
            type=f"guantong.{action}",
            target=target,
            data=data,
            actor=self.person(who),
            party=PartyId(who.partition("/")[0]),
        )


@dataclass(slots=True)
class History:
    """One lead on its way. ``day`` is what the clock shows when a step is taken."""

    town: Town
    number: int
    chance: random.Random
    steps: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.lead = StreamId(
            stream_id("lead", derived_id("simulated", self.town.code, self.number))
        )
        self.unit, self.group = self.chance.choice(tuple(UNITS.items()))
        self.sender = self.chance.choice(tuple(SENDERS))
        self.subject = self.town.person(f"reported/{self.number}")
        self.handlers = [self.town.person(f"{self.group}/handler-{n}") for n in (1, 2)]

    lead: StreamId = field(init=False)
    unit: str = field(init=False)
    sender: str = field(init=False)
    group: str = field(init=False)
    subject: PersonId = field(init=False)
    handlers: list[PersonId] = field(init=False)

    def orders(self) -> Iterator[Order]:
        """Its commands one after the other; it stops at a place that chance gives."""
        length = self.chance.choice((9, 12, 15, 40, 40, 40, 40, 40))
        for order in self._whole():
            if self.steps > length:
                return
            yield order

    def _whole(self) -> Iterator[Order]:
        yield from self._arrival()
        yield from self._allocation()
        way = self.chance.choice(WAYS)
        if way == "triage":
            yield self._do("handler-1", "propose_disposal", disposal=_triage(), plan="直接了结")
            yield self._do("head", "opine", opinion="agree")
        else:
            yield from self._disposal(way)
        yield self._by("cs/keeper", "feed_back", transfer=1, result="verified", text="办结反馈")
        yield self._by(f"{self.sender}/liaison", "confirm_feedback", transfer=1)

    def _arrival(self) -> Iterator[Order]:
        sender = f"{self.sender}/liaison"
        materials = [{"title": title, "pages": 3} for title in SENDERS[self.sender]]
        subject = {
            "person": self.subject,
            "name": f"拟某{self.number}",
            "post": "科员",
            "standing": {"post_level": "unit_managed", "unit": self.unit},
        }
        yield self._by(
            sender,
            "receive",
            source="functional_department",
            regime="both",
            secrecy="internal",
            subjects=[subject],
            content=f"第{self.number}件:检查中发现的问题",
        )
        yield self._by(
            sender,
            "transfer",
            to_party="cs",
            materials=materials,
            document=f"移〔2026〕{self.number}号",
            reason="按流程移送",
        )
        for action in ("acknowledge_transfer", "accept"):
            yield self._by("cs/keeper", action, transfer=1)
        yield self._by("cs/keeper", "register")

    def _allocation(self) -> Iterator[Order]:
        keeper = self.town.person(f"{self.group}/keeper")
        yield self._by(
            "cs/keeper",
            "propose_allocation",
            handling_party=self.group,
            handlers=self.handlers,
            keeper=keeper,
        )
        for seat in ("cs/head", "commission/leader_in_charge", "commission/principal_head"):
            yield self._by(seat, "allocate")
        yield self._do("keeper", "acknowledge")

    def _disposal(self, way: str) -> Iterator[Order]:
        group = {"group": self.handlers} if way == "preliminary_verification" else {}
        yield self._do("handler-1", "propose_disposal", disposal={"way": way, **group}, plan="方案")
        yield self._do("head", "opine", opinion="agree")
        match way:
            case "interview":
                yield self._do(
                    "handler-1",
                    "record_interview",
                    person=self.subject,
                    interviewers=self.handlers,
                    record="谈话笔录",
                )
            case "appropriate_inquiry":
                yield self._do("handler-1", "start_appropriate_inquiry")
                yield self._signed("report_appropriate_inquiry")
            case _:
                yield self._do("handler-1", "start_verification")
                yield self._signed("report_verification")
        yield from self._outcome()

    def _outcome(self) -> Iterator[Order]:
        filed = self.chance.random() < 0.35
        disposal = (
            {"way": "case_filed", "four_forms": 2}
            if filed
            else {"way": "closed", "closing": self.chance.choice(("unfounded", "cleared"))}
        )
        yield self._do("handler-1", "propose_outcome", disposal=disposal, report="报告")
        yield self._do("head", "opine", opinion="agree")
        if filed:
            document = f"立〔2026〕{self.number}号"
            yield self._do("handler-1", "file_case", document=document, decision="同意立案")
        else:
            yield self._do(
                "handler-2", "inform_person", person=self.subject, manner="written_reply"
            )

    def _signed(self, action: str) -> Order:
        return self._do("handler-2", action, signed_by=self.handlers, report="报告")

    def _do(self, role: str, action: str, **data: Any) -> Order:
        """Something that the handling group does."""
        return self._by(f"{self.group}/{role}", action, **data)

    def _by(self, who: str, action: str, **data: Any) -> Order:
        self.steps += 1
        return self.town.order(who, f"lead.{action}", self.lead, step=self.steps, **data)


def _triage() -> dict[str, str]:
    return {"way": "closed", "closing": "triage"}


def days(
    code: JurisdictionCode, leads: int, seed: int
) -> Iterator[tuple[datetime.date, list[Order]]]:
    """The orders of each day, day after day, until every lead has come in and gone its way.

    Deterministic by code, number of leads and seed; holds `ACTIVE_MAX` leads or a day's at a time.
    """
    chance = random.Random(f"{seed}/{code}")  # noqa: S311 - made-up work, no secret
    town = Town(code)
    fresh = iter(range(1, leads + 1))
    a_day = -(-leads // DAYS)
    active: list[Iterator[Order]] = []
    day = STARTS.astimezone(SHANGHAI).date()
    while True:
        for number in (next(fresh, None) for _ in range(a_day)):
            if number is not None:
                history = History(town, number, random.Random(f"{seed}/{code}/{number}"))  # noqa: S311
                active.append(history.orders())
        if not active:
            return
        yield day, list(_a_day(active, chance, rush=len(active) > max(ACTIVE_MAX, 4 * a_day)))
        day += datetime.timedelta(days=1)


def _a_day(active: list[Iterator[Order]], chance: random.Random, *, rush: bool) -> Iterator[Order]:
    """What is done on a day: a step or two on many leads; more where too many lie about."""
    for orders in list(active):
        for _ in range(chance.choice((0, 1, 1, 2, 3)) + (9 if rush else 0)):
            order = next(orders, None)
            if order is None:
                active.remove(orders)
                break
            yield order

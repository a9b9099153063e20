"""Made-up histories are legal, follow from their seed, and are held a few at a time."""

import datetime
import itertools
from collections import Counter
from pathlib import Path

from domain.calendar import SHANGHAI
from domain.ids import JurisdictionCode, PartyId, jurisdiction_stream
from domain.jurisdiction import Jurisdiction
from domain.jurisdictions.commands import Begin
from eventlog.codec import command_of
from eventlog.intake import Intake
from eventlog.vault import FileVault
from processes.sending import Order
from processes.simulated_leads import STARTS, Town, days
from processes.simulation import FOUNDER, beginning
from tests.domain.histories import check
from tests.domain.world import World

CODE = JurisdictionCode("sim-7-30-1")
COMMISSION = PartyId("commission")


def world() -> World:
    """A jurisdiction that was just begun."""
    founder = Town(CODE).person(FOUNDER)
    opened = Jurisdiction(
        code=CODE,
        source=f"test/{CODE}",
        clock="simulated",
        simulated_now=STARTS,
        founder=founder,
        founding_party=COMMISSION,
    )
    found = World(opened, STARTS)
    begin = Begin(
        title_zh="模拟",
        title_en="Simulated",
        source=f"test/{CODE}",
        clock="simulated",
        starts=STARTS,
        founding_party=COMMISSION,
    )
    found.ask(
        "jurisdiction.begin", jurisdiction_stream(CODE), begin, actor=founder, party=COMMISSION
    )
    return found


def ask(world: World, intake: Intake, order: Order) -> None:
    record = intake.prepare(
        jurisdiction=CODE,
        source=world.jurisdiction.source,
        type=order.type,
        target=order.target,
        data=order.data,
        actor=order.actor,
        party=order.party,
        command_id=order.id,
    )
    world.ask(
        order.type.removeprefix("guantong."),
        order.target,
        command_of(record),
        actor=order.actor,
        party=order.party,
        id=order.id,
    )


def test_every_order_is_legal(tmp_path: Path) -> None:
    city, intake = world(), Intake(FileVault(tmp_path))
    for order in beginning(Town(CODE)):
        ask(city, intake, order)
    for day, orders in days(CODE, 60, seed=7):
        city.advance(datetime.datetime.combine(day, datetime.time(9), tzinfo=SHANGHAI))
        for order in orders:
            ask(city, intake, order)
    names = Counter(told.name for told in city.told)
    assert names["lead.received"] == 60
    assert names["lead.feedback_confirmed"] > 20
    assert names["lead.case_filed"] > 1
    assert names["lead.closed"] > 5
    check(city)


def test_the_same_seed_gives_the_same_orders_and_another_others() -> None:
    assert list(days(CODE, 30, seed=7)) == list(days(CODE, 30, seed=7))
    assert list(days(CODE, 30, seed=7)) != list(days(CODE, 30, seed=8))


def test_no_two_orders_have_one_id() -> None:
    ids = [order.id for _, orders in days(CODE, 200, seed=1) for order in orders]
    assert len(ids) == len(set(ids))


def test_leads_in_hand_do_not_grow_with_the_volume() -> None:
    """However many leads are asked for, the first months hold about as many as a day brings."""
    open_leads: Counter[str] = Counter()
    for day, (_, orders) in enumerate(itertools.islice(days(CODE, 35_000, seed=3), 40)):
        open_leads.update(order.target for order in orders)
        begun = 100 * (day + 1)
        assert len(open_leads) <= begun
    steps = [count for _, count in open_leads.most_common()]
    assert sum(count >= 8 for count in steps) > len(steps) / 2

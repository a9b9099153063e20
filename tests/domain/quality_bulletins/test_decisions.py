"""What bulletins on case quality allow and refuse: given, when, then."""

import datetime
from typing import Any

import pytest

from domain.errors import InvalidField, NotAuthorised, NotFound, Refusal, WrongState
from domain.ids import PartyId, StreamId
from domain.model import Command, Event
from domain.notices import events as notices
from domain.obligations.events import Arisen
from domain.quality_bulletins import commands, errors, events
from domain.quality_bulletins.state import Bulletin
from domain.quality_reviews.events import Published
from tests.domain.desk import refused
from tests.domain.quality_reviews import desk as reviews
from tests.domain.small import (
    ADJUDICATION,
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    person,
    stream,
)

FEBRUARY = datetime.date(2026, 2, 2)
DUE = datetime.date(2026, 2, 12)
HEAD = person("adjudication-head")


class Desk(reviews.Desk):
    """The adjudication office in February, with the reviews of January."""

    def __init__(self, *reviewed: tuple[PartyId, tuple[str, ...]]) -> None:
        super().__init__()
        self.reviews = tuple(self.reviewed(*each) for each in reviewed)
        self.world.pass_to(FEBRUARY)
        self.bulletin = stream("quality_bulletin", "january")

    def reviewed(self, body: PartyId, criteria: tuple[str, ...]) -> StreamId:
        """A review of a body's lead, completed with a finding by each criterion."""
        count = sum(each.startswith("quality_review/") for each in self.world.streams)
        self.another(f"review {count}")
        lead = self.lead(f"lead {count}", of=body)
        self.act(ADJUDICATION, "open", reviews.opening(lead, body=body))
        reviews.find(self, *criteria)
        reviews.complete(self)
        return self.stream

    def bulletins(self, name: str, command: Command, **options: Any) -> list[Event]:
        party = options.get("party", ADJUDICATION)
        actor = person(options.get("actor", reviews.ACTORS[party]))
        return self.world.ask(
            f"quality_bulletin.{name}", self.bulletin, command, actor=actor, party=party
        )

    def issue(self, **changes: Any) -> list[Event]:
        plain: dict[str, Any] = {
            "period": "2026-01",
            "reviews": self.reviews,
            "text": "一月评查情况如下",
            "reply_due": DUE,
        }
        return self.bulletins("issue", commands.Issue(**(plain | changes)))

    def refuses_issue(self, expected: type[Refusal], **changes: Any) -> None:
        with refused(self.world, expected):
            self.issue(**changes)


EVIDENCE, FILE = "evidence-unsupported", "file-incomplete"


def january() -> Desk:
    """Two reviews of the education group, the second with a fault found before; one of the health group."""
    return Desk(
        (EDUCATION_GROUP, (EVIDENCE,)),
        (EDUCATION_GROUP, (EVIDENCE, FILE)),
        (HEALTH_GROUP, ()),
    )


def figures(told: list[Event]) -> events.Figures:
    (issued,) = (each for each in told if isinstance(each, events.Issued))
    return issued.figures


def test_its_figures_are_counted_from_the_reviews() -> None:
    """Mechanism 6: about closed and running cases; nothing is typed."""
    counted = figures(january().issue())
    assert (counted.reviews, counted.running, counted.findings, counted.repeated) == (3, 3, 3, 1)
    assert (counted.excellent, counted.qualified, counted.flawed) == (2, 1, 0)


def test_one_review_fewer_and_the_figures_follow() -> None:
    desk = january()
    counted = figures(desk.issue(reviews=desk.reviews[:1]))
    assert (counted.reviews, counted.findings, counted.repeated, counted.excellent) == (1, 1, 0, 1)


def test_each_body_reads_of_its_own_cases_alone() -> None:
    """Each item with its reply due; the figures are for all (mechanism 6)."""
    told = january().issue()
    items = [each for each in told if isinstance(each, events.ItemListed)]
    assert [(each.body, each.criterion, each.reply_due) for each in items] == [
        (EDUCATION_GROUP, EVIDENCE, datetime.date(2026, 1, 19)),
        (EDUCATION_GROUP, EVIDENCE, datetime.date(2026, 1, 19)),
        (EDUCATION_GROUP, FILE, datetime.date(2026, 1, 19)),
    ]
    for each in told:
        if isinstance(each, events.ItemListed | events.CaseListed):
            assert each.concerns.visibility == f"quality_bulletin_item:{each.body}"
            assert set(each.concerns.parties) == {ADJUDICATION, COMMISSION, each.body}


def test_it_is_sent_as_a_notice_that_is_signed_for_and_answered() -> None:
    """No second way of sending: a notice of kind bulletin (通报)."""
    told = january().issue()
    (notice,) = (each for each in told if isinstance(each, notices.Issued))
    assert (notice.kind, notice.title) == ("bulletin", "2026-01案件质量情况通报")
    assert notice.parties == (EDUCATION_GROUP, HEALTH_GROUP)
    owed = [(o.owner, o.rule) for o in told if isinstance(o, Arisen)]
    assert owed.count((EDUCATION_GROUP, "acknowledgement")) == 1
    assert owed.count((HEALTH_GROUP, "reply")) == 1
    assert len([each for each in told if isinstance(each, Published)]) == 3


def test_a_review_is_told_of_once() -> None:
    desk = january()
    desk.issue()
    desk.bulletin = stream("quality_bulletin", "again")
    desk.refuses_issue(errors.NotOfThisMonth)


def test_a_month_with_nothing_to_review_is_told_of_too() -> None:
    """Nobody is told, so nothing is sent; the month's bulletin is issued all the same."""
    told = Desk().issue(reply_due=None)
    assert figures(told).reviews == 0
    assert not [each for each in told if isinstance(each, notices.Issued)]
    told = Desk().issue(parties=(EDUCATION_GROUP,))
    assert [each for each in told if isinstance(each, notices.Issued)]


def test_whoever_is_told_is_to_answer_by_a_day() -> None:
    january().refuses_issue(InvalidField, reply_due=None)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"period": "2026-02"}, errors.AnotherPeriod),
        ({"period": "2026-Q1"}, errors.AnotherPeriod),
        ({"period": "2025-12"}, errors.NotOfThisMonth),
        ({"reviews": (stream("quality_review", "unheard-of"),)}, NotFound),
        ({"reviews": (stream("lead", "lead 0"),)}, NotFound),
    ],
)
def test_it_tells_of_its_own_month(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    """The month is over, and the reviews were completed in it."""
    january().refuses_issue(refusal, **changes)


def test_a_review_still_under_way_or_named_twice_is_not_told_of() -> None:
    desk = january()
    desk.another("under way")
    desk.act(ADJUDICATION, "open", reviews.opening(desk.lead("lead 0")))
    desk.refuses_issue(errors.NotOfThisMonth, reviews=(desk.stream,))
    desk.refuses_issue(InvalidField, reviews=(desk.reviews[0], desk.reviews[0]))


def test_the_adjudication_office_issues_it() -> None:
    desk = january()
    paper = commands.Issue(period="2026-01", reviews=(), text="引言", reply_due=DUE)
    with pytest.raises(NotAuthorised):
        desk.bulletins("issue", paper, party=HEALTH_GROUP)


def test_a_correction_reaches_the_notice() -> None:
    """更正 (DOMAIN.md §1.12)."""
    desk = january()
    desk.issue()
    right = commands.Correct(reason="引言有误", approved_by=HEAD, text="一月情况")
    told = desk.bulletins("correct", right)
    assert [type(each) for each in told] == [events.Corrected, notices.Corrected]


def test_an_annulled_bulletin_takes_its_notice_along() -> None:
    """作废: what is owed for it is withdrawn, and another bulletin may tell of its reviews."""
    desk = january()
    desk.issue()
    annul = commands.Annul(reason="误发", approved_by=HEAD)
    told = desk.bulletins("annul", annul)
    assert any(isinstance(each, notices.Annulled) for each in told)
    state: Bulletin = desk.world.state(desk.bulletin)
    assert state.stage == "annulled"
    with pytest.raises(WrongState):
        desk.bulletins("annul", annul)
    desk.bulletin = stream("quality_bulletin", "again")
    assert figures(desk.issue()).reviews == 3

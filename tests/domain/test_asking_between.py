"""Files of what is asked between jurisdictions: sent after it arrived, and brought back with the answer.

Alike for task orders, proposal forms and requests; an urging has none (ADR 0006).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import pytest

from domain import asking_legs
from domain.asking import NotTheIssuer
from domain.asking_legs import NewsArrived
from domain.attachments import commands as files
from domain.attachments import events
from domain.attachments.errors import NoSuchAttachment
from domain.between import HandledElsewhere, NotDeliveredYet
from domain.department_requests import commands as requests
from domain.errors import InvalidField, Refusal, WrongState
from domain.ids import PartyId, StreamId
from domain.model import Command, Event
from domain.proposal_forms import commands as proposals
from domain.task_orders import commands as orders
from tests.domain.department_requests.desk import ask, items
from tests.domain.post import (
    ABOVE,
    BELOW,
    ENCLOSED,
    SCAN,
    Post,
    file_there,
    of,
    refused,
    take,
)
from tests.domain.proposal_forms import desk as proposed
from tests.domain.small import COMMISSION, HEALTH_GROUP, OFFICE, person, stream
from tests.domain.task_orders import desk as ordered
from tests.domain.world import World

REPLY: Final = stream("attachment", "reply")
DIGEST: Final = "d" * 64
PEOPLE: Final = {OFFICE: "office-head", BELOW: "county-head", ABOVE: "chief"}


@dataclass(frozen=True)
class Asked:
    """One of the families: how it is issued, answered, and its answer returned."""

    family: str
    mechanism: str
    issue: Command
    answering: str
    answer: Callable[..., Any]
    returning: tuple[str, Command]
    commands: Any
    annul: Command
    read_by: str
    """The class in which an answer stands at the end that asked."""

    @property
    def here(self) -> StreamId:
        return stream(self.family, "first")

    def issued(self, *, carried: bool = True) -> Post:
        """The office asked something of the county."""
        post = Post(self.family, self.mechanism)
        self.act(post.city, "issue", self.issue)
        if carried:
            post.carry()
        return post

    def act(
        self,
        world: World,
        name: str,
        command: Any,
        party: PartyId = OFFICE,
        to: StreamId | None = None,
    ) -> list[Event]:
        action, actor = f"{self.family}.{name}", person(PEOPLE[party])
        return world.ask(action, to or self.here, command, actor=actor, party=party)

    def send(self, *attached: files.Released, party: PartyId = BELOW) -> asking_legs.SendFiles:
        command: asking_legs.SendFiles = self.commands.SendFiles(
            party=party, attachments=attached or ENCLOSED
        )
        return command

    def answered(self, post: Post, *attached: StreamId, name: str = "反馈附件.pdf") -> None:
        """The county answers, with files or without."""
        named = tuple(files.Released(attachment=each, name=name) for each in attached)
        self.act(post.county, self.answering, self.answer(attachments=named), to=post.there)


_MEETING: Final = {"meeting": None, "item": None, "departments": (), "cycle_ends": None}
_BY: Final = person("leader")

FAMILIES: Final = (
    Asked(
        "task_order",
        "task-orders",
        ordered.issue(parties=(HEALTH_GROUP, BELOW), **_MEETING),
        "give_feedback",
        ordered.feedback,
        ("return_feedback", orders.ReturnFeedback(party=BELOW, reason="缺少清单")),
        orders,
        orders.Annul(reason="重复", approved_by=_BY),
        f"feedback_form:{BELOW}",
    ),
    Asked(
        "proposal_form",
        "proposal-forms",
        proposed.issue(to=BELOW, task_order=None),
        "answer",
        lambda **changes: proposals.Answer(text="已公开招标", **changes),
        ("return_answer", proposals.ReturnAnswer(reason="缺少制度")),
        proposals,
        proposals.Annul(reason="重复", approved_by=_BY),
        "proposal_form",
    ),
    Asked(
        "department_request",
        "department-requests",
        ask(to=BELOW, office=None),
        "answer",
        lambda **changes: requests.Answer(items=items(*ask().fields), **changes),
        ("return_answer", requests.ReturnAnswer(reason="口径不一致")),
        requests,
        requests.Annul(reason="重复", approved_by=_BY),
        "department_request",
    ),
)


@pytest.fixture(params=FAMILIES, ids=lambda each: each.family)
def asked(request: pytest.FixtureRequest) -> Asked:
    family: Asked = request.param
    return family


def attach(world: World, matter: StreamId, attachment: StreamId = SCAN) -> None:
    """The office attaches a scan to the matter."""
    command = files.Add(
        attachment=attachment,
        kind="paper_scan",
        name="本级材料.pdf",
        digest=DIGEST,
        size=12,
        media_type="application/pdf",
        stored="b" * 64,
        sealing="a256gcm-1m",
    )
    head = person(PEOPLE[OFFICE])
    world.ask("attachment.add", matter, command, actor=head, party=OFFICE)


def test_what_is_released_follows_as_the_same_file_for_whom_the_matter_concerns(
    asked: Asked,
) -> None:
    post = asked.issued()
    attach(post.city, asked.here)
    asked.act(post.city, "send_files", asked.send())
    (sent,) = of(post.city.told, events.Released)
    assert (sent.attachment, sent.by, sent.to, sent.digest) == (SCAN, OFFICE, BELOW, DIGEST)
    post.carry()
    (came,) = of(post.county.told, events.Added)
    there = file_there(SCAN, post.city.jurisdiction.source)
    assert (came.attachment, came.by, came.name, came.digest, came.stored) == (
        there,
        ABOVE,
        "检查要点.pdf",
        DIGEST,
        "a" * 64,
    )
    assert (came.concerns.visibility, set(came.concerns.parties)) == (
        asked.family,
        {ABOVE, OFFICE},
    )
    (carried,) = of(post.county.told, events.Carried)
    assert (carried.by, carried.source, carried.there) == (
        ABOVE,
        post.city.jurisdiction.source,
        SCAN,
    )
    assert of(post.county.told, NewsArrived)[-1].news == "files_sent"
    assert not any(each.status == "overdue" for each in _owed(post.city, asked.here))


def _owed(world: World, matter: StreamId) -> list[Any]:
    return list(world.stream(matter).obligations.values())


def test_the_answers_files_come_back_for_who_asked_and_who_answered(asked: Asked) -> None:
    post = asked.issued()
    attach(post.county, post.there, REPLY)
    asked.answered(post, REPLY)
    post.carry()
    (came,) = of(post.city.told, events.Added)
    assert (came.by, came.name, came.digest) == (BELOW, "反馈附件.pdf", DIGEST)
    assert (came.concerns.visibility, set(came.concerns.parties)) == (
        asked.read_by,
        {OFFICE, BELOW},
    )
    assert HEALTH_GROUP not in came.concerns.parties
    (carried,) = of(post.city.told, events.Carried)
    assert (carried.by, carried.there) == (BELOW, REPLY)
    assert [each.to for each in of(post.county.told, events.Released)] == [ABOVE]


def test_a_file_that_comes_again_with_a_better_answer_is_attached_once(asked: Asked) -> None:
    post = asked.issued()
    attach(post.county, post.there, REPLY)
    asked.answered(post, REPLY)
    post.carry()
    asked.act(post.city, *asked.returning)
    post.carry()
    asked.answered(post, REPLY, name="反馈附件(修订).pdf")
    post.carry()
    assert [each.name for each in of(post.city.told, events.Added)] == ["反馈附件.pdf"]
    assert len(of(post.city.told, events.Carried)) == 2


def test_what_was_released_arrives_though_the_matter_has_ended_here(asked: Asked) -> None:
    """The answer is noted and changes nothing; its file is on record, as at the end that released it."""
    post = asked.issued()
    attach(post.county, post.there, REPLY)
    asked.answered(post, REPLY)
    asked.act(post.city, "annul", asked.annul)
    post.carry()
    assert post.city.state(asked.here).stage == "annulled"
    assert [each.there for each in of(post.city.told, events.Carried)] == [REPLY]


def test_what_is_not_released_stays_and_an_answer_needs_no_file(asked: Asked) -> None:
    post = asked.issued()
    attach(post.city, asked.here)
    attach(post.county, post.there, REPLY)
    asked.answered(post)
    post.carry()
    assert of(post.county.told, events.Carried) == of(post.city.told, events.Carried) == []


def refuses(asked: Asked, world: World, command: Any, expected: type[Refusal], **by: Any) -> None:
    """Sending files is refused, and leaves nothing."""
    with pytest.raises(expected):
        asked.act(world, "send_files", command, **by)


def test_nothing_is_sent_that_is_not_there_or_by_whom_it_is_not_for(asked: Asked) -> None:
    post = asked.issued(carried=False)
    attach(post.city, asked.here)
    refuses(asked, post.city, asked.send(), NotDeliveredYet)
    refuses(asked, post.city, asked.send(party=COMMISSION), InvalidField)
    post.carry()
    unknown = files.Released(attachment=REPLY, name="无.pdf")
    refuses(asked, post.city, asked.send(unknown), NoSuchAttachment)
    refuses(asked, post.city, asked.send(*ENCLOSED, *ENCLOSED), InvalidField)
    refuses(asked, post.city, asked.send(), NotTheIssuer, party=BELOW)
    attach(post.county, post.there)
    back = asked.send(party=ABOVE)
    refuses(asked, post.county, back, NotTheIssuer, to=post.there)
    refuses(asked, post.county, back, HandledElsewhere, party=ABOVE, to=post.there)
    asked.act(post.city, "annul", asked.annul)
    refuses(asked, post.city, asked.send(), WrongState)
    assert of(post.city.told, events.Released) == of(post.county.told, events.Released) == []


def test_files_that_did_not_arrive_are_told_and_sent_again(asked: Asked) -> None:
    """What they follow is there; the leg waits for them, and nothing is recalled (ADR 0006)."""
    post = asked.issued()
    attach(post.city, asked.here)
    asked.act(post.city, "send_files", asked.send())
    (failed, *_) = post.fails(post.city)
    assert isinstance(failed, asking_legs.DeliveryFailed)
    assert (failed.by, failed.dispatch) == (OFFICE, 2)
    back = asked.commands.Recall(party=BELOW, reason="误", approved_by=_BY)
    refused(
        WrongState,
        post.city,
        f"{asked.family}.recall",
        asked.here,
        back,
        actor=person(PEOPLE[OFFICE]),
        party=OFFICE,
    )
    asked.act(post.city, "resend", asked.commands.Resend(party=BELOW))
    take(post.county, post.orders(post.city)[-1])
    assert len(of(post.county.told, events.Carried)) == 1

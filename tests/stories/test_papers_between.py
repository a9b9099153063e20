"""Files that follow an order and a proposal form to a county, and come back with their answers.

ADR 0005, 0006: what the store lost is not carried, the sender is told and sends it again; each end reads by
its own rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest

from processes.clock import Clock
from tests.api.installation import Installation, Member
from tests.stories.files import CONTRACT, JPEG, PDF, PHOTOGRAPH, attach, opened
from tests.stories.levels import SUPERVISE, Levels, courier_of
from tests.stories.place import code, columns, path_of, sees_nothing
from tests.stories.test_orders_between import FEEDBACK
from tests.stories.test_urged_between import PROPOSED

LISTS: Final = ("attachments", "readings", "dispatches", "arrivals")
REPLY: Final = CONTRACT + b"\n% reply"


@dataclass
class Cast:
    """Both levels, who asks and answers, another addressee of the order, and outsiders at each."""

    levels: Levels
    office: Member
    group: Member
    outsider: Member
    clerk: Member
    other: Member


@pytest.fixture
def cast(
    installation: Installation, clock: Clock, request: pytest.FixtureRequest
) -> Iterator[Cast]:
    name = f"papers-{request.node.name.rpartition('_')[2]}"
    with courier_of(installation) as courier:
        levels = Levels.found(installation, clock, courier, name)
        city, county = levels.city, levels.county
        yield Cast(
            levels,
            city.member("附-市室主任", "so-2", "head"),
            city.member("附-教育组长", "sg-education", "head"),
            city.member("附-卫健组长", "sg-health", "head"),
            county.member("附-县办主任", "general-office", "head"),
            county.member("附-县案管", "cs", "head"),
        )


def issued(cast: Cast, collection: str, body: dict[str, Any]) -> tuple[str, str]:
    """What the office asks arrives; where it is at either level."""
    here = path_of(cast.office.do(collection, body))
    cast.levels.carry()
    (came,) = cast.clerk.see(collection)["items"]
    return here, path_of(came)


def matter_of(family: str, path: str) -> str:
    """The stream that is read at a path."""
    return f"{family}/{path.partition('/')[2]}"


def released(cast: Cast, family: str, here: str) -> dict[str, Any]:
    """Two files are attached, one of them follows what was asked."""
    office, matter = cast.office, matter_of(family, here)
    scan = attach(office, matter, here, CONTRACT, PDF, kind="document", name="本级检查要点.pdf")
    attach(office, matter, here, PHOTOGRAPH, JPEG, kind="photograph", name="来源照片.jpg")
    sending = {
        "party": "cc-yinan",
        "attachments": [{"attachment": scan, "name": "检查要点.pdf"}],
    }
    office.do(f"{here}/send_files", sending)
    return sending


def lost(cast: Cast, here: str) -> None:
    """The store does not have it: nothing follows, the sender is told; put back, it is sent again."""
    store = cast.levels.city.installation.settings.vault.parent / "attachments" / "objects"
    store.rename(store.with_name("away"))
    cast.levels.carry()
    failed = columns(cast.office.see("dispatches", status="failed"), "news", "obstacle")
    assert failed == [("files_sent", "damaged")]
    waiting = cast.office.see("parties/so-2/inbox")
    assert ("resend_or_recall", "damaged") in columns(waiting, "kind", "title")
    assert cast.clerk.see("attachments")["items"] == []
    store.with_name("away").rename(store)
    cast.office.do(f"{here}/resend", {"party": "cc-yinan"})


def read_there(cast: Cast, family: str, there: str) -> None:
    """The county reads what was released, on record and under its name there; and nothing else."""
    (file,) = cast.clerk.see("attachments", matter=matter_of(family, there))["items"]
    (own,) = (e for e in cast.office.see("attachments")["items"] if e["name"] == "本级检查要点.pdf")
    assert (file["name"], file["added_by"], file["digest"]) == (
        "检查要点.pdf",
        "city-commission",
        own["digest"],
    )
    answer = opened(cast.clerk, file["attachment"])
    assert answer.content == CONTRACT
    position = answer.headers["Guantong-Position"]
    seen = cast.clerk.see("readings", token=position, attachment=file["attachment"])
    assert columns(seen, "person", "party") == [(cast.clerk.person, "general-office")]
    assert opened(cast.clerk, own["attachment"]).status_code == 404
    for member, path in ((cast.office, here_of(own)), (cast.clerk, there)):
        assert own["digest"] in str(member.see(f"{path}/history"))
    assert "内容一致" in str(cast.clerk.see(f"{there}/history"))


def here_of(attachment: dict[str, Any]) -> str:
    """Where the matter of an attachment is read."""
    return path_of({"stream": attachment["stream"]})


def answered(cast: Cast, family: str, there: str, action: str, body: dict[str, Any]) -> str:
    """The county answers with a file; gives what it is called in the city."""
    matter = matter_of(family, there)
    reply = attach(cast.clerk, matter, there, REPLY, PDF, kind="document", name="本级台账.pdf")
    files = [{"attachment": reply, "name": "问题清单.pdf"}]
    cast.clerk.do(f"{there}/{action}", {**body, "attachments": files})
    cast.levels.carry()
    (back,) = (e for e in cast.office.see("attachments")["items"] if e["name"] == "问题清单.pdf")
    assert back["added_by"] == "cc-yinan"
    assert opened(cast.office, back["attachment"]).content == REPLY
    return str(back["attachment"])


def test_files_follow_an_order_and_come_back_with_its_feedback(cast: Cast) -> None:
    """The other addressee reads what the order has, and not what the county fed back."""
    here, there = issued(cast, "task-orders", SUPERVISE)
    sending = released(cast, "task_order", here)
    lost(cast, here)
    cast.levels.carry()
    read_there(cast, "task_order", there)
    back = answered(cast, "task_order", there, "give_feedback", FEEDBACK)
    assert "问题清单.pdf" not in str(cast.group.see("attachments", token=cast.office.token))
    assert opened(cast.group, back).status_code == 404
    own = sending["attachments"][0]["attachment"]
    assert opened(cast.group, own).content == CONTRACT
    files = [{"attachment": own, "name": "要点.pdf"}]
    feedback = {**FEEDBACK, "attachments": files}
    assert code(cast.group, f"{here}/give_feedback", feedback) == (422, "invalid_field")
    assert code(cast.group, f"{here}/send_files", sending) == (403, "not_the_issuer")
    for member, path in ((cast.outsider, here), (cast.other, there)):
        sees_nothing(member, path, *LISTS)
    for file in (own, back):
        assert opened(cast.outsider, file).status_code == 404


def test_files_follow_a_proposal_and_come_back_with_its_answer(cast: Cast) -> None:
    """Nobody reads them at either level but who proposed and who was asked."""
    here, there = issued(cast, "proposal-forms", PROPOSED)
    released(cast, "proposal_form", here)
    cast.levels.carry()
    read_there(cast, "proposal_form", there)
    back = answered(cast, "proposal_form", there, "answer", {"text": "已公开招标,每学期通报。"})
    for member, path in (
        (cast.outsider, here),
        (cast.group, here),
        (cast.other, there),
    ):
        sees_nothing(member, path, *LISTS)
    (came,) = (e for e in cast.clerk.see("attachments")["items"] if e["name"] == "检查要点.pdf")
    assert opened(cast.group, back).status_code == 404
    assert opened(cast.other, came["attachment"]).status_code == 404

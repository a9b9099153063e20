"""Files that go to a county with a lead, and one that comes back with its result (ADR 0005, 0006).

One is released and one is not. What the store lost is not carried: the sender is told, and sends it again.
"""

from collections.abc import Iterator
from typing import Any, Final

import pytest

from processes.clock import Clock
from tests.api.installation import Installation
from tests.stories.files import CONTRACT, JPEG, PDF, PHOTOGRAPH, attach, opened
from tests.stories.levels import Levels, courier_of
from tests.stories.place import code, columns, path_of, sees_nothing
from tests.stories.test_between_jurisdictions import Cast, correct_and_close, lead

FILES: Final = ("name", "kind", "added_by", "damage", "digest")
REPLY: Final = CONTRACT + b"\n% reply"


@pytest.fixture
def cast(installation: Installation, clock: Clock) -> Iterator[Cast]:
    """A lead about somebody whom the county manages."""
    with courier_of(installation) as courier:
        levels = Levels.found(installation, clock, courier, "files")
        keeper = levels.city.member("件-市管", "cs", "keeper")
        group = levels.city.member("件-市组长", "sg-health", "head")
        there = levels.county.member("件-县管", "cs", "keeper")
        path = path_of(keeper.do("leads", lead("周丁", "county_managed")))
        keeper.do(f"{path}/register", {})
        yield Cast(levels.city, keeper, group, courier, {"周丁": path}, levels.county, there)


def released(cast: Cast, path: str) -> str:
    """Two files are attached, one of them is released; both ends say the same digest."""
    keeper, matter = cast.keeper, f"lead/{path.partition('/')[2]}"
    contract = attach(keeper, matter, path, CONTRACT, PDF, kind="paper_scan", name="本级合同.pdf")
    attach(keeper, matter, path, PHOTOGRAPH, JPEG, kind="photograph", name="来源照片.jpg")
    cast.city.settle()
    (subject,) = keeper.see(path)["subjects"]
    body: dict[str, Any] = {
        "to_party": "cc-yinan",
        "subjects": [{name: subject[name] for name in ("person", "name", "post")}],
        "content": "反映周丁在工程发包中收受好处。",
        "materials": [{"title": "合同", "pages": 12}],
        "document": "临纪移〔2026〕3号",
        "reason": "被反映人属县管干部。",
    }
    stranger = {"attachment": f"attachment/{'0' * 8}-0000-4000-8000-{'0' * 12}", "name": "无.pdf"}
    unknown = {**body, "attachments": [stranger]}
    assert code(keeper, f"{path}/refer", unknown) == (404, "no_such_attachment")
    keeper.do(
        f"{path}/refer", {**body, "attachments": [{"attachment": contract, "name": "合同.pdf"}]}
    )
    return contract


def lost(cast: Cast, path: str) -> None:
    """The store does not have it: nothing arrives, the sender is told; put back, it is sent again."""
    store = cast.city.installation.settings.vault.parent / "attachments" / "objects"
    store.rename(store.with_name("away"))
    cast.carry()
    (sent,) = cast.keeper.see("dispatches")["items"]
    assert (sent["status"], sent["obstacle"]) == ("failed", "damaged")
    waiting = cast.keeper.see("parties/cs/inbox")
    assert ("resend_or_recall", "damaged") in columns(waiting, "kind", "title")
    damages = dict(columns(cast.keeper.see("attachments"), "name", "damage"))
    assert damages == {"本级合同.pdf": "missing", "来源照片.jpg": None}
    assert cast.there is not None
    assert cast.there.see("leads")["items"] == []
    store.with_name("away").rename(store)
    cast.keeper.do(f"{path}/resend", {"transfer": 1})
    cast.carry()


def read(cast: Cast) -> str:
    """The county reads what was released, on record and under its name there; and nothing else."""
    there = cast.there
    assert there is not None
    (came,) = there.see("leads")["items"]
    (file,) = there.see("attachments")["items"]
    (own,) = (
        each for each in cast.keeper.see("attachments")["items"] if each["kind"] == "paper_scan"
    )
    assert tuple(file[name] for name in FILES) == (
        "合同.pdf",
        "paper_scan",
        "city-commission",
        None,
        own["digest"],
    )
    assert file["attachment"] != own["attachment"]
    answer = opened(there, file["attachment"])
    assert answer.content == CONTRACT
    position = answer.headers["Guantong-Position"]
    seen = there.see("readings", token=position, attachment=file["attachment"])
    assert columns(seen, "person", "party") == [(there.person, "cs")]
    assert opened(there, own["attachment"]).status_code == 404
    assert "内容一致" in str(there.see(f"{path_of(came)}/history"))
    assert opened(cast.keeper, own["attachment"]).content == CONTRACT
    return path_of(came)


def came_back(cast: Cast, there_path: str) -> None:
    """The result comes with a file; who handed the lead over reads it, and the group does not."""
    there = cast.there
    assert there is not None
    there.do(f"{there_path}/acknowledge_transfer", {"transfer": 1})
    there.do(f"{there_path}/accept", {"transfer": 1})
    there.do(f"{there_path}/register", {})
    matter = f"lead/{there_path.partition('/')[2]}"
    reply = attach(there, matter, there_path, REPLY, PDF, kind="document", name="本级复函.pdf")
    cast.carry()
    files = [{"attachment": reply, "name": "复函.pdf"}]
    correct_and_close(cast, there_path, attachments=files)
    (back,) = (e for e in cast.keeper.see("attachments")["items"] if e["kind"] == "document")
    assert (back["name"], back["added_by"]) == ("复函.pdf", "cc-yinan")
    assert opened(cast.keeper, back["attachment"]).content == REPLY
    assert opened(cast.group, back["attachment"]).status_code == 404


def test_files_go_with_a_lead_and_come_back_with_its_result(cast: Cast) -> None:
    """Lost, sent again, read on record at either end; who has nothing to do with it sees nothing."""
    path = cast.leads["周丁"]
    released(cast, path)
    lost(cast, path)
    there = read(cast)
    came_back(cast, there)
    assert cast.county is not None
    petitions = cast.county.member("件-县信访", "petitions", "keeper")
    for member, matter in ((cast.group, path), (petitions, there)):
        sees_nothing(member, matter, "attachments", "readings", "dispatches", "arrivals")

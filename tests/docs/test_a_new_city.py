"""docs/a-new-city.md: done as it is written, a city has a scheme that is adopted and owed by."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from cli import places
from domain.ids import JurisdictionCode
from eventlog.topics import Topics
from processes import clock
from processes.sending import OPERATOR
from tests.api.installation import SCHEMES, TLS, Installation, running
from tests.docs.commands import lines_of, parses
from tests.docs.workshop import Workshop
from tests.processes.city import in_thread
from tests.waiting import until

DOCUMENT: Final = "docs/a-new-city.md"
GROUP: Final = "sg-finance"
OWED: Final = f"parties/{GROUP}/obligations"
CADENCES: Final = {"reporting-cadence", "party-group-consultation"}
EARNEST: Final = JurisdictionCode("earnest")


@pytest.fixture
def installation(tmp_path: Path, kafka: str, database: str) -> Iterator[Installation]:
    """What `guantong up` has running, under the names that commands take where they are given no other."""
    data = tmp_path / "data"
    data.mkdir()
    names = {"prefix": Topics().prefix, "installation": places.INSTALLATION}
    with running(data, kafka=kafka, postgres=database, **names) as running_one:
        yield running_one


def test_what_the_document_says_is_done_step_by_step(
    tmp_path: Path, installation: Installation
) -> None:
    settings = installation.settings
    workshop = Workshop(
        tmp_path / "city",
        GUANTONG_KAFKA=settings.kafka,
        GUANTONG_POSTGRES=settings.postgres,
        GUANTONG_DATA=str(installation.keys),
    )
    assert workshop.follow(DOCUMENT) == {"diff", "python", "scenario", "sh", "text"}
    the_trial_shows_what_is_owed(installation, workshop.printed.strip())
    in_earnest(installation, workshop.run("guantong scheme text schemes/xincheng.toml"))
    workshop.run("python -m ruff check tests/domain/test_xincheng.py")


def the_trial_shows_what_is_owed(installation: Installation, token: str) -> None:
    """With the token that was printed: what is open, what is overdue at the end of April, who is there."""
    address = f"http://127.0.0.1:{installation.port}/v1/xincheng/"
    bearer = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=address, headers=bearer, verify=TLS) as head:
        owed = head.get(OWED).raise_for_status().json()["items"]
        appointed = head.get("appointments").raise_for_status().json()
    assert {
        (each["rule"], each["period"]): (each["status"], each["due"]) for each in own(owed)
    } == {
        ("quarterly-report", "2026-Q1"): ("overdue", "2026-04-15"),
        ("meeting", "2026-Q1"): ("overdue", "2026-04-15"),
        ("quarterly-report", "2026-Q2"): ("open", "2026-07-14"),
        ("meeting", "2026-Q2"): ("open", "2026-07-14"),
    }
    parties = {each["party"] for each in appointed["items"]}
    assert parties == {"cs", "so-1", GROUP}


def in_earnest(installation: Installation, text: str) -> None:
    """Opened, begun and adopted over HTTP on a real clock, the group owes what this quarter asks for."""
    founder = installation.open(EARNEST, clock="real", operator=OPERATOR)
    adopted = {"document": "新发〔2025〕6号", "document_date": "2025-12-15"}
    calendar = (SCHEMES / "calendars" / "china.toml").read_text("utf-8")
    founder.do("schemes", {"text": text, "calendar": calendar, **adopted})
    head = installation.appoint(founder, "曲拟一", GROUP, "head")
    with in_thread(lambda stop: clock.run(installation.settings, stop)):
        until(lambda: bool(own(head.see(OWED)["items"])))
    owed = own(head.see(OWED)["items"])
    assert {(each["rule"], each["status"]) for each in owed} == {
        ("quarterly-report", "open"),
        ("meeting", "open"),
    }


def own(owed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is owed under the city's own cadences."""
    return [each for each in owed if each["mechanism"] in CADENCES]


@pytest.mark.parametrize("line", lines_of(DOCUMENT))
def test_every_command_line_is_understood(line: str) -> None:
    known = line.replace("scenarios/xincheng.scenario", "scenarios/linyi").partition("  # ")[0]
    assert parses(known.replace("xincheng.toml", "linyi.toml"))

"""Where a story takes place: a jurisdiction with people in office, and a clock that the story moves."""

from dataclasses import dataclass, field
from typing import Any, Self

from domain import catalogue
from domain.ids import JurisdictionCode, jurisdiction_stream
from processes.clock import Clock
from processes.scheme_files import read_scheme_files
from projections.families import PROJECTIONS
from tests.api.installation import SCHEMES, Installation, Member


@dataclass
class Place:
    """A jurisdiction of an installation."""

    installation: Installation
    code: JurisdictionCode
    founder: Member
    clock: Clock
    members: list[Member] = field(default_factory=list)

    @classmethod
    def found(
        cls,
        installation: Installation,
        clock: Clock,
        code: str,
        *mechanisms: str,
        city: str = "linyi",
    ) -> Self:
        """Open a jurisdiction and adopt a city's scheme in it, with further mechanisms."""
        own = JurisdictionCode(code)
        return cls(installation, own, installation.found(own, *mechanisms, city=city), clock)

    def member(self, name: str, party: str, *roles: str) -> Member:
        """Somebody in office."""
        found = self.installation.appoint(self.founder, name, party, *roles)
        self.members.append(found)
        return found

    def adopt(self, more: str) -> None:
        """Adopt Linyi's scheme with something more in it: what another city has."""
        text = read_scheme_files(SCHEMES / "linyi.toml").text
        calendar = (SCHEMES / "calendars" / "china.toml").read_text("utf-8")
        paper = {"document": "临办发〔2026〕2号", "document_date": "2026-03-01"}
        self.founder.do("schemes", {"text": text + more, "calendar": calendar, **paper})

    def pass_to(self, day: str) -> None:
        """Let it be nine o'clock of a day, and let time bring about what it does until then."""
        _, _, log = jurisdiction_stream(self.code).partition("/")
        self.founder.do(f"jurisdictions/{log}/advance_clock", {"to": f"{day}T01:00:00Z"})
        self.settle()

    def settle(self) -> None:
        """Let the read models show what everybody did, and time bring about what is due."""
        for member in (self.founder, *self.members):
            if member.token is not None:
                self.founder.see("parties", token=member.token)
        self.clock.settle(self.code, position=self.clock.heads()[self.code])


def path_of(told: dict[str, Any]) -> str:
    """Where the matter of an answer is acted upon and read."""
    family, _, identifier = str(told["stream"]).partition("/")
    return f"{catalogue.FAMILY[family].collection}/{identifier}"


def columns(seen: dict[str, Any], *names: str) -> list[tuple[Any, ...]]:
    """These columns of a list, sorted."""
    return sorted(tuple(item[name] for name in names) for item in seen["items"])


def code(member: Member, path: str, body: object) -> tuple[int, str]:
    """Status and code of a refusal."""
    answer = member.post(path, body)
    return answer.status_code, answer.json()["code"]


def waits(member: Member, matter: str = "", *, token: str | None = None) -> list[tuple[Any, ...]]:
    """What waits for somebody's party and from whom: in a matter, named by its path, or at all."""
    identifier = matter.partition("/")[2]
    seen = member.see(f"parties/{member.party}/inbox", token=token, limit=200)["items"]
    own = [each for each in seen if str(each["stream"]).endswith(identifier)]
    return columns({"items": own}, "kind", "from_party")


def lists_of(matter: str) -> list[str]:
    """The paths of every list that the family of a matter has; ``matter`` is its path."""
    collection = matter.partition("/")[0]
    families = [[each.path for each in projection.lists] for projection in PROJECTIONS]
    (own,) = (paths for paths in families if paths[0] == collection)
    return own


def sees_nothing(member: Member, matter: str, *lists: str, token: str | None = None) -> None:
    """Somebody reads nothing of a matter: not itself, not its history, not in any list or feed.

    ``matter`` is its path; the ``lists`` are empty for them, and what is moved, owed and waits, and what
    their party has lived through, does not name it. Waits for a token's position.
    """
    identifier = matter.partition("/")[2]
    member.see("parties", token=token)
    assert member.get(matter).status_code == 404, (member.party, matter)
    assert member.see(f"{matter}/history")["items"] == [], (member.party, matter)
    for path in lists:
        assert member.see(path)["items"] == [], (member.party, path)
    own = (f"parties/{member.party}/{each}" for each in ("inbox", "timeline", "obligations"))
    for path in ("flows", "obligations", *own):
        assert identifier not in str(member.see(path, limit=200)), (member.party, path)

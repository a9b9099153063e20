"""Jurisdictions as the tests of the courier open them: who refers, asks and handles at each level."""

from dataclasses import asdict, dataclass
from typing import Any, Final, NamedTuple

from domain.ids import JurisdictionCode, PersonId, derived_id, stream_id
from eventlog.attachments.chunks import File
from eventlog.attachments.media_types import media_type
from eventlog.attachments.receiving import Receiving
from eventlog.attachments.serving import served
from eventlog.attachments.store import Store
from eventlog.client import CommandClient
from eventlog.index import Index
from eventlog.records import EventRecord
from eventlog.settings import Settings
from processes.scheme_files import read_scheme_files
from tests.domain.small import SCHEMES
from tests.processes.city import City
from tests.waiting import until

LINYI: Final = JurisdictionCode("linyi")
YINAN: Final = JurisdictionCode("yinan")
WUHU: Final = JurisdictionCode("wuhu")
MOST: Final = 1024 * 1024
"""Bytes of a file that is attached here."""


class Way(NamedTuple):
    """Who sends to whom, which is ``party`` there, and what is asked along with leads.

    ``level`` is the post level of the persons in the sender's table, ``there`` in the receiver's if it
    has another.
    """

    sender: JurisdictionCode
    receiver: JurisdictionCode
    party: str
    level: str
    there: str | None
    asks: str


DOWN: Final = Way(LINYI, YINAN, "cc-yinan", "county_managed", None, "task_order")
UP: Final = Way(YINAN, LINYI, "city-commission", "city_managed", None, "department_request")
BESIDE: Final = Way(
    LINYI, WUHU, "wuhu-commission", "wuhu_managed", "city_managed", "department_request"
)


@dataclass
class Level:
    """One jurisdiction, and who keeps its leads."""

    city: City
    keeper: PersonId
    head: PersonId
    clerk: PersonId

    @classmethod
    def open(
        cls, settings: Settings, client: CommandClient, code: JurisdictionCode, at: int
    ) -> "Level":
        city = City(settings, client, code=code, partition=at)
        city.open(starts="2026-03-02", scheme=read_scheme_files(SCHEMES / f"{code}.toml").text)
        keeper = city.appoint(f"{code}管", "cs", "keeper")
        head = city.appoint(f"{code}主任", "cs", "head")
        return cls(city, keeper, head, city.appoint(f"{code}办", "general-office", "head"))

    def do(self, action: str, data: dict[str, Any], lead: str | None = None) -> str:
        sent = self.city.send(f"lead.{action}", data, target=lead, by=self.keeper, party="cs")
        return str(self.city.must(sent).stream)

    @property
    def source(self) -> str:
        """What its log is called."""
        return f"{self.city.settings.installation}/{self.city.code}"

    def attach(self, matter: str, content: bytes) -> str:
        """A file is attached to a lead, or an order, by whoever keeps it; gives the attachment."""
        keeps = matter.startswith("lead/")
        by, party = (self.keeper, "cs") if keeps else (self.clerk, "general-office")
        settings, name = self.city.settings, stream_id("attachment", derived_id(matter, "file"))
        with Receiving(settings.spool, media_type("text/plain"), most=MOST) as receiving:
            receiving.take(content)
            store, vault = Store(settings.store), self.city.intake.vault
            reference = receiving.put(store, vault, source=self.source, attachment=name)
        data = {**asdict(reference), "kind": "document", "name": "本级材料.txt"}
        sent = self.city.send("attachment.add", data, target=matter, by=by, party=party)
        self.city.must(sent)
        return name

    def read(self, added: EventRecord) -> bytes:
        """The file of an attachment, proved."""
        names = ("attachment", "digest", "size")
        file = File(source=self.source, **{name: added.data[name] for name in names})
        store = Store(self.city.settings.store)
        chunks = served(store, self.city.intake.vault, file, stored=added.data["stored"])
        return b"".join(chunks)

    def refer(self, number: int, way: Way = DOWN, file: bytes | None = None) -> str:
        """A lead is received, registered, and referred that way, with a file or without."""
        name = f"张某{number}"
        subject = {"name": name, "post": "副镇长", "standing": {"post_level": way.level}}
        lead = self.do(
            "receive",
            {
                "source": "found_in_supervision",
                "regime": "both",
                "secrecy": "internal",
                "subjects": [subject],
                "content": f"本级掌握的{name}情况",
            },
        )
        self.do("register", {}, lead)
        until(lambda: any(each.subject == lead for each in self.told("received")))
        received = next(each for each in self.told("received") if each.subject == lead)
        person = received.data["subjects"][0]["person"]
        released = {"person": person, "name": name, "post": "副镇长", "post_level": way.there}
        letter = {
            "to_party": way.party,
            "subjects": [released],
            "content": f"提供给对方的{name}情况",
            "materials": [{"title": "材料", "pages": 1}],
            "document": f"移〔2026〕{number}号",
            "reason": "按管理权限移送",
        }
        if file is not None:
            files = [{"attachment": self.attach(lead, file), "name": "材料.txt"}]
            letter = {**letter, "attachments": files}
        self.do("refer", letter, lead)
        sent = f"select from read.dispatches where stream = '{lead}'"
        until(lambda: bool(self.city.ask(sent)))
        return lead

    def ask(self, action: str, data: dict[str, Any], asked: str | None = None) -> str:
        """The general office asks something, or does something with what is asked."""
        sent = self.city.send(action, data, target=asked, by=self.clerk, party="general-office")
        return str(self.city.must(sent).stream)

    def told(self, *types: str, family: str = "lead") -> list[EventRecord]:
        """The events of these types, in order."""
        with Index(self.city.settings.postgres) as index:
            records = [EventRecord.from_value(v) for v in index.after(self.city.code, 0)]
        wanted = {f"guantong.{family}.{name}.v1" for name in types}
        return [record for record in records if record.type in wanted]

"""Reading on record: nothing of a lead is served before it is on the log who reads it (R 299, ADR 0009)."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from api.errors import ReadingNotRecorded, UnknownJurisdiction
from domain.ids import derived_id
from eventlog.client import CommandClient
from eventlog.intake import EXPIRES_MAX, Intake
from eventlog.records import CommandRecord
from projections.queries.listing import Listing
from projections.queries.on_record import Shown, newly_shown
from projections.queries.reader import Connection, Reader

WAIT_SECONDS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Records:
    """Where readings are put on record. The writer need not be there: what is on the log it will decide.

    ``client`` is asked for, beside the event loop, when the first reading has to be sent.
    """

    client: Callable[[], CommandClient]
    intake: Intake

    async def put(
        self,
        connection: Connection,
        listing: Listing,
        reader: Reader,
        rows: Sequence[Mapping[str, Any]],
        as_of: int | None,
    ) -> None:
        """Put on record which leads these rows show. Raises `ReadingNotRecorded`, ``KafkaError``."""
        shown = await newly_shown(connection, listing, reader, rows, as_of)
        if shown is not None:
            await self.keep(reader, shown)

    async def keep(self, reader: Reader, shown: Shown) -> None:
        """Put on record what was found to be shown newly. Raises `ReadingNotRecorded`, ``KafkaError``."""
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                client = await asyncio.to_thread(self.client)
                record = await asyncio.to_thread(self._command, client, reader, shown)
                await asyncio.wrap_future(client.put(record))
        except TimeoutError as error:
            raise ReadingNotRecorded from error

    def _command(self, client: CommandClient, reader: Reader, shown: Shown) -> CommandRecord:
        """The same leads shown to the same person on the same day are the same command."""
        leads = [{"lead": lead, "version": version} for lead, version in shown.leads.items()]
        place = client.directory.find(reader.jurisdiction)
        if place is None:
            raise UnknownJurisdiction(jurisdiction=reader.jurisdiction)
        said = (reader.jurisdiction, reader.person, reader.party, shown.today, leads)
        return self.intake.prepare(
            jurisdiction=reader.jurisdiction,
            source=place.source,
            type="guantong.reading.open_leads",
            target=None,
            data={"leads": leads},
            actor=reader.person,
            party=reader.party,
            command_id=derived_id("open_leads", *said),
            expires=self.intake.clock() + EXPIRES_MAX,
        )

"""What the writer would answer to commands now: decided as it decides, and nothing written.

A dry run of an import asks it. It decides on the index, so what is not indexed yet it does not know.
"""

import datetime
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from types import TracebackType

from domain.catalogue import CATALOGUE
from domain.ids import JurisdictionCode
from domain.registry import Catalogue
from eventlog.counting import BEFORE_FIRST, Head, Stopped
from eventlog.directory import Directory
from eventlog.errors import NotPlacedHere
from eventlog.index import Index
from eventlog.records import CommandRecord, OutcomeRecord
from eventlog.settings import Settings
from eventlog.writer_memory import Memory
from eventlog.writer_poll import Poll, Waiting
from eventlog.writer_tail import Tail


class _Indexed:
    """The log of a partition as far as it is indexed."""

    def __init__(self, heads: Mapping[JurisdictionCode, Head]) -> None:
        self._heads = heads

    def position(self, jurisdiction: JurisdictionCode) -> int:
        """The position up to which it is indexed."""
        return self._head(jurisdiction).position

    def stopped(self, _: JurisdictionCode) -> Stopped | None:
        """What is indexed was read."""
        return None

    def same_on_kafka(self, _: JurisdictionCode) -> bool:
        """Nothing is written, so nothing can come to stand behind another history."""
        return True

    def tip(self, jurisdiction: JurisdictionCode) -> tuple[int, str]:
        """Position and link after which the next event would go."""
        head = self._head(jurisdiction)
        return head.position, head.hash

    def _head(self, jurisdiction: JurisdictionCode) -> Head:
        return self._heads.get(jurisdiction, BEFORE_FIRST)


class Preview(AbstractContextManager["Preview"]):
    """Asks about commands of one jurisdiction. Raises ``NotPlacedHere``, ``psycopg.Error``."""

    def __init__(
        self,
        settings: Settings,
        jurisdiction: JurisdictionCode,
        *,
        catalogue: Catalogue = CATALOGUE,
    ) -> None:
        directory = Directory(settings)
        place = directory.find(jurisdiction)
        if place is None:
            raise NotPlacedHere(partition="–", jurisdiction=jurisdiction)
        self._index = Index(settings.postgres)
        self._jurisdiction, self._partition = jurisdiction, place.partition
        self._directory, self._catalogue = directory, catalogue

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._index.close()

    @property
    def position(self) -> int:
        """The last position on which it decides."""
        return self._log().position(self._jurisdiction)

    def _log(self) -> _Indexed:
        tracking = self._index.tracking(self._partition)
        return _Indexed({} if tracking is None else tracking.checkpoint.heads)

    def outcomes(self, records: Sequence[CommandRecord]) -> list[OutcomeRecord]:
        """The outcome of each, in order, each decided on top of those before it in this call."""
        log = self._log()
        memory = Memory(
            self._index,
            partition=self._partition,
            tail=Tail(),
            directory=self._directory,
            catalogue=self._catalogue,
            log=log,
        )
        poll = Poll(
            memory,
            partition=self._partition,
            catalogue=self._catalogue,
            tip=log.tip,
            wall=lambda: datetime.datetime.now(datetime.UTC),
        )
        waiting = [Waiting(0, record) for record in records]
        poll.load(waiting)
        for each in waiting:
            poll.take(each)
        return poll.decided.outcomes

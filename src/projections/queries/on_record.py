"""What of a page is read on record: the leads whose content it shows, as far as that is not known yet.

ADR 0009: who is shown a lead is put on record once a day, and again when it has changed since.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from domain.ids import family_of
from projections.queries.listing import Listing
from projections.queries.reader import Connection, Reader

SCOPES: Final = frozenset({"lead", "reporter"})
"""The classes of a lead that say what is in it: itself, and who reported it."""

_UNKNOWN: Final = """
with clock as materialized (select read.today(%(jurisdiction)s) as today)
select clock.today, s.lead, s.version
from clock cross join (
    select l.lead, coalesce(l.version, (
        select t.version from read.timeline as t
        where t.jurisdiction = %(jurisdiction)s and t.stream = l.lead
            and (%(as_of)s::bigint is null or t.position <= %(as_of)s)
        order by t.position desc limit 1
    )) as version
    from unnest(%(leads)s::text[], %(versions)s::int[]) as l (lead, version)
) as s
where not exists (
    select from read.readings as r
    where r.jurisdiction = %(jurisdiction)s and r.until_position is null and r.matter = s.lead
        and r.person = %(person)s and r.party = %(party)s and r.version >= s.version
        and r.opened = clock.today
)
order by s.lead
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """Leads that a page shows and of which that is not on record yet: each with its version then."""

    today: datetime.date
    leads: Mapping[str, int]


async def newly_shown(
    connection: Connection,
    listing: Listing,
    reader: Reader,
    rows: Sequence[Mapping[str, Any]],
    as_of: int | None,
) -> Shown | None:
    """What has to be put on record before these rows of a list are served; None: nothing."""
    leads = _leads(rows) if listing.on_record else {}
    if not leads:
        return None
    parameters = {
        **reader.parameters(),
        "leads": list(leads),
        "versions": list(leads.values()),
        "as_of": as_of,
    }
    found = await (await connection.execute(_UNKNOWN, parameters)).fetchall()
    if not found:
        return None
    return Shown(found[0]["today"], {row["lead"]: row["version"] for row in found})


def _leads(rows: Sequence[Mapping[str, Any]]) -> dict[str, int | None]:
    """The leads shown: of events the newest that is, of other rows None, which is all there is."""
    leads: dict[str, int | None] = {}
    for row in rows:
        if family_of(row["stream"]) == "lead" and row["scope"] in SCOPES:
            version = row.get("version")
            leads[row["stream"]] = (
                None if version is None else max(leads.get(row["stream"]) or 0, version)
            )
    return leads

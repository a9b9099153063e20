"""Which jurisdiction a command means, where it was not told."""

from cli.errors import NoJurisdiction, WhichJurisdiction
from domain.ids import INSTALLATION, JurisdictionCode
from eventlog.settings import Settings
from projections.connection import connect


def known(settings: Settings) -> list[JurisdictionCode]:
    """The jurisdictions that the read models know, by code."""
    with connect(settings.postgres) as connection:
        rows = connection.execute(
            "select distinct jurisdiction from projections.heads order by 1"
        ).fetchall()
    return [JurisdictionCode(code) for (code,) in rows if code != INSTALLATION]


def choose(settings: Settings, given: str | None) -> JurisdictionCode:
    """The jurisdiction named, else the only one.

    Raises `WhichJurisdiction` if there are several, `NoJurisdiction` if there is none.
    """
    if given is not None:
        return JurisdictionCode(given)
    codes = known(settings)
    if not codes:
        raise NoJurisdiction
    if len(codes) > 1:
        raise WhichJurisdiction(codes=", ".join(codes))
    return codes[0]

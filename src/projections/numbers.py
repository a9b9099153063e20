"""Register numbers (〔year〕n 号), as the columns of whatever has one."""

from typing import Any

from domain.model import Number


def numbered(number: Number) -> dict[str, Any]:
    """The number as it is read, and what it is made of."""
    return {
        "number": str(number),
        "number_organ": number.organ,
        "number_year": number.year,
        "number_serial": number.serial,
    }

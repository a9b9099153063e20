"""The clocks of a lead: what is due in it, and whether something is overdue; as it stood then (``as_of``).

Only what the party that has it now owes, by the day that it is due: whoever reads the register reads that.
"""

from pathlib import Path
from typing import Final

_PARTS: Final = Path(__file__).with_suffix(".sql").read_text("utf-8")
DUE, OVERDUE = (f"({part.strip()})" for part in _PARTS.split("\n\n")[1:])
"""Over a row ``t`` of the register: the first day on which something is due, and whether a day went by."""

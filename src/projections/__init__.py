"""The read side: temporal read models in PostgreSQL, folded from the counted events of the log.

Every row says from which position on it was true and until which; nothing here is the truth, and
everything can be dropped and built again, row for row.
"""

from typing import Final

CHANNEL: Final = "guantong_positions"
"""The NOTIFY channel on which each committed batch tells {jurisdiction: position} as a JSON object."""

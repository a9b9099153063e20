"""JSON answers by orjson: UTF-8, dates as ISO text, UUIDs as text."""

from typing import Any

import orjson
from starlette.responses import Response


class Json(Response):
    """A JSON response; ``content`` is anything orjson serializes."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """The bytes of the body."""
        return orjson.dumps(content)

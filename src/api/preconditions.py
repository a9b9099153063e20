"""What a request's headers say about its command: its id, the version it rests on, how long to wait."""

import datetime
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from api.errors import BadHeader

WAIT_SECONDS_DEFAULT: Final = 10.0
WAIT_SECONDS_MAX: Final = 60.0


@dataclass(frozen=True, slots=True)
class Preconditions:
    """What a request's headers say about its command."""

    command_id: uuid.UUID
    if_match: int | None
    expires: datetime.datetime | None
    wait_seconds: float
    trace: str | None


def preconditions(headers: Mapping[str, str]) -> Preconditions:
    """Idempotency-Key, If-Match, Prefer: wait, Expires-At and traceparent of a request, or the defaults."""
    key = headers.get("idempotency-key")
    return Preconditions(
        command_id=uuid_of(key.strip('"'), name="Idempotency-Key") if key else uuid.uuid4(),
        if_match=_version(headers.get("if-match")),
        expires=_expiry(headers.get("guantong-expires")),
        wait_seconds=_wait(headers.get("prefer")),
        trace=headers.get("traceparent"),
    )


def uuid_of(text: object, *, name: str) -> uuid.UUID:
    """A UUID out of a request; ``BadHeader`` names the field that holds none."""
    try:
        return uuid.UUID(str(text))
    except ValueError as error:
        raise BadHeader(name=name, value=text, expected_zh="UUID", expected_en="a UUID") from error


def _version(text: str | None) -> int | None:
    """The stream version in an ETag ``"7"`` (RFC 9110, strong comparison)."""
    if text is None:
        return None
    digits = text.strip().removeprefix('"').removesuffix('"')
    if not digits.isascii() or not digits.isdigit() or len(digits) > 9:
        raise BadHeader(
            name="If-Match",
            value=text,
            expected_zh='ETag,如 "7"',
            expected_en='an ETag such as "7"',
        )
    return int(digits)


def _expiry(text: str | None) -> datetime.datetime | None:
    """When a command expires; None leaves it to intake's default."""
    if text is None:
        return None
    try:
        moment = datetime.datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            return moment.astimezone(datetime.UTC)
    except (ValueError, OverflowError):  # no time, or none that UTC has
        pass
    raise BadHeader(
        name="Guantong-Expires",
        value=text,
        expected_zh="RFC 3339 时间",
        expected_en="an RFC 3339 time such as 2026-03-02T09:30:00Z",
    )


def _wait(prefer: str | None) -> float:
    """Seconds of ``Prefer: wait=N`` (RFC 7240), at most a minute."""
    for preference in (prefer or "").split(","):
        name, _, value = preference.strip().partition("=")
        if name.lower() == "wait":
            if not (value.isascii() and value.strip().isdigit()):
                raise BadHeader(
                    name="Prefer", value=prefer, expected_zh="wait=秒数", expected_en="wait=seconds"
                )
            return min(float(value), WAIT_SECONDS_MAX)
    return WAIT_SECONDS_DEFAULT

"""Decisions about a jurisdiction as a whole."""

import datetime
from collections.abc import Iterable

from domain.account import invalid
from domain.calendar import local_date
from domain.context import Context
from domain.errors import JurisdictionMoved
from domain.ids import INSTALLATION, jurisdiction_stream
from domain.jurisdiction import Jurisdiction
from domain.jurisdictions.account import Account
from domain.jurisdictions.commands import AdvanceClock, Begin, Close, Open, Resume
from domain.jurisdictions.events import Begun, ClockAdvanced, Closed, Opened, Resumed
from domain.jurisdictions.state import JurisdictionState
from domain.model import Draft, Occurred
from domain.streams import StreamState

Stream = StreamState[JurisdictionState]


def _check_clock(clock: str, starts: datetime.datetime | None) -> None:
    """A simulated clock starts somewhere; a real one starts nowhere."""
    if (clock == "simulated") != (starts is not None):
        raise invalid(
            "starts",
            "模拟时钟须有起点,真实时钟没有起点",
            "a simulated clock needs a start, a real one has none",
        )
    if starts is not None:
        _check_utc("starts", starts)


def _check_utc(field: str, instant: datetime.datetime) -> None:
    if instant.utcoffset() != datetime.timedelta(0):
        raise invalid(field, "须为世界协调时", "it must be an instant in UTC")


def open_jurisdiction(stream: Stream, command: Open, context: Context) -> Iterable[Draft]:
    """Open a jurisdiction: only in the installation log, only by the operator."""
    request = context.request
    if request.jurisdiction != INSTALLATION or stream.stream != jurisdiction_stream(command.code):
        raise invalid(
            "target",
            "只能在安装日志中以其代码派生的编号开通",
            "a jurisdiction is opened in the installation log, in the stream of its code",
        )
    _check_clock(command.clock, command.starts)
    account = Account(stream, context)
    account.tell(
        Opened(
            **account.plain(),
            code=command.code,
            title_zh=command.title_zh,
            title_en=command.title_en,
            source=command.source,
            partition=command.partition,
            clock=command.clock,
            starts=command.starts,
            founder=command.founder,
            founding_party=command.founding_party,
            operator=context.actor,
        )
    )
    return account


def begin(stream: Stream, command: Begin, context: Context) -> Iterable[Draft]:
    """Begin a jurisdiction's own log: the founder does, as the installation log has it opened.

    The first event repeats the facts, so that this log is understood by itself.
    """
    code = context.request.jurisdiction
    if code == INSTALLATION or stream.stream != jurisdiction_stream(code):
        raise invalid(
            "target",
            "须为该辖区自身的编号",
            "it must be the jurisdiction's own stream",
        )
    if context.request.party != command.founding_party:
        raise context.refused(zh="须以创建单位名义", en="it is done for the founding party")
    opened = context.jurisdiction
    if (command.source, command.clock, command.starts) != (
        opened.source,
        opened.clock,
        opened.simulated_now,
    ):
        raise invalid(
            "source",
            "来源、时钟或起点与开通时不一致",
            "source, clock and start must be those with which it was opened",
        )
    occurred = context.occurred
    if command.starts is not None:
        occurred = Occurred(date=local_date(command.starts))
    account = Account(stream, context)
    account.tell(
        Begun(
            **account.plain(occurred),
            code=code,
            title_zh=command.title_zh,
            title_en=command.title_en,
            source=command.source,
            clock=command.clock,
            starts=command.starts,
            founder=context.actor,
            founding_party=command.founding_party,
        )
    )
    return account


def advance_clock(stream: Stream, command: AdvanceClock, context: Context) -> Iterable[Draft]:
    """Move the simulated clock; it never goes back, and a real one cannot be moved."""
    jurisdiction = context.jurisdiction
    founding = context.actor == jurisdiction.founder
    if not founding:
        context.require_administrator()
    _check_utc("to", command.to)
    if jurisdiction.clock != "simulated" or command.to <= context.now:
        raise invalid(
            "to",
            "只有模拟时钟可以拨动,而且只能向前",
            "only a simulated clock is moved, and only forward",
        )
    account = Account(stream, context)
    account.tell(
        ClockAdvanced(
            **account.plain(Occurred(date=local_date(command.to))),
            to=command.to,
        )
    )
    return account


def close(stream: Stream, command: Close, context: Context) -> Iterable[Draft]:
    """Close the log: every command after it is refused, until the log goes on where it is moved to."""
    if stream.state.stage != "begun":
        raise context.wrong_state(zh="尚未启用", en="not begun")
    if command.to == context.jurisdiction.installation:
        raise invalid(
            "to", "须为另一安装", "a jurisdiction is moved to another installation than it is in"
        )
    account = Account(stream, context)
    account.tell(Closed(**account.plain(), to=command.to, address=command.address))
    return account


def resume(stream: Stream, command: Resume, context: Context) -> Iterable[Draft]:  # noqa: ARG001
    """Go on with a log that was closed, in the installation that it was closed for and in no other."""
    here = context.jurisdiction.installation
    if stream.state.stage != "closed":
        raise context.wrong_state(zh="未移交", en="not moved")
    if context.jurisdiction.moved_to != here:
        require_open(context.jurisdiction)
    account = Account(stream, context)
    account.tell(Resumed(**account.plain(), installation=here))
    return account


def require_open(jurisdiction: Jurisdiction) -> None:
    """Raise `JurisdictionMoved` while the log is closed."""
    if jurisdiction.moved_to is not None:
        raise JurisdictionMoved(
            jurisdiction=jurisdiction.code,
            to=jurisdiction.moved_to,
            address=jurisdiction.moved_address or "–",
        )

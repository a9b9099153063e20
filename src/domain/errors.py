"""What the domain says when it refuses: one shape, a stable code, Chinese and English, what to do next."""

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar


class Status(IntEnum):
    """The HTTP status classes a refusal can have (RFC 9110)."""

    FORBIDDEN = 403
    NOT_FOUND = 404
    CONFLICT = 409
    PRECONDITION_FAILED = 412
    MISDIRECTED = 421
    UNPROCESSABLE = 422


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a text that people write (a scheme, a calendar): where, what, and the fix.

    ``path`` is the table path (``mechanism.receipt.due``), ``line`` counts from 1 where it is known.
    """

    path: str
    zh: str
    en: str
    fix_zh: str
    fix_en: str
    line: int | None = None

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path} (line {self.line})"
        return f"{where}: {self.en} {self.fix_en}"


class Explained(Exception):
    """Base of what any package says when it refuses. Subclasses fix code, status and the sentences.

    ``zh`` and ``en`` are format strings over the keyword arguments; ``next_zh`` and
    ``next_en`` say what to do;
    ``status`` is the HTTP status (RFC 9110) with which it reaches a client.
    """

    code: ClassVar[str]
    status: ClassVar[int]
    zh: ClassVar[str]
    en: ClassVar[str]
    next_zh: ClassVar[str]
    next_en: ClassVar[str]

    def __init__(self, **details: object) -> None:
        self.details = {name: str(value) for name, value in details.items()}
        super().__init__(self.details)

    def __str__(self) -> str:
        return f"{self.sentence_en} {self.next_en}"

    @property
    def sentence_zh(self) -> str:
        """What is wrong, in Chinese, with its details."""
        return self.zh.format(**self.details)

    @property
    def sentence_en(self) -> str:
        """What is wrong, in English, with its details."""
        return self.en.format(**self.details)


class Refusal(Explained):
    """A decision that says no."""


class StaleVersion(Refusal):
    """``If-Match`` named another version than the stream has."""

    code = "stale_version"
    status = Status.PRECONDITION_FAILED
    zh = "{stream}已变更:您依据的是第{expected}版,现为第{actual}版。"
    en = "{stream} has changed: you acted on version {expected}, it is now at version {actual}."
    next_zh = "请重新读取后再办理。"
    next_en = "Read it again, then decide again."


class VersionNotTold(Refusal):
    """``If-Match`` by an actor who may not read the matter itself, and so knows no version of it."""

    code = "version_not_told"
    status = Status.PRECONDITION_FAILED
    zh = "您不掌握{stream}的版本,不能以版本为条件办理。"
    en = "You are not told the version of {stream}: no decision of yours can rest on one."
    next_zh = "请去掉 If-Match 后再办理。"
    next_en = "Leave out If-Match."


class NotFound(Refusal):
    """The stream does not exist, or is not the caller's to know."""

    code = "not_found"
    status = Status.NOT_FOUND
    zh = "没有{stream},或者您无权知悉。"
    en = "There is no {stream}, or it is not yours to know."
    next_zh = "请核对编号;如确需知悉,请向承办部门申请。"
    next_en = "Check the identifier; if you need to know, ask the handling office."


class JurisdictionMoved(Refusal):
    """The jurisdiction was closed here and goes on in another installation."""

    code = "jurisdiction_moved"
    status = Status.MISDIRECTED
    zh = "辖区“{jurisdiction}”已移交至安装“{to}”({address})。"
    en = "Jurisdiction «{jurisdiction}» was moved to installation «{to}» ({address})."
    next_zh = "请向该处提交;移交完成前请稍候重试。"
    next_en = "Send it there; until the move is complete, try again later."


class AlreadyExists(Refusal):
    """An opening command named a stream that is already open."""

    code = "already_exists"
    status = Status.CONFLICT
    zh = "{stream}已经存在。"
    en = "{stream} exists already."
    next_zh = "请直接办理已有事项。"
    next_en = "Act on the existing one."


class WrongState(Refusal):
    """The action is not possible in the state the matter is in."""

    code = "wrong_state"
    status = Status.CONFLICT
    zh = "当前状态为“{state_zh}”,不能{action_zh}。"
    en = "The matter is «{state_en}»: «{action_en}» is not possible now."
    next_zh = "请按流程先完成前一环节。"
    next_en = "Complete the step before it first."


class NotAuthorised(Refusal):
    """The actor does not hold the role that the action needs, or does not act for the right party."""

    code = "not_authorised"
    status = Status.FORBIDDEN
    zh = "{actor}不能以{party}名义{action_zh}:{reason_zh}。"
    en = "{actor} may not do «{action_en}» for {party}: {reason_en}."
    next_zh = "请由有权限的人员办理,或先办理授权。"
    next_en = "Have someone with that authority act, or have it granted first."


class UnknownParty(Refusal):
    """A command names a party that the scheme in force does not have."""

    code = "unknown_party"
    status = Status.UNPROCESSABLE
    zh = "现行方案中没有单位“{party}”。"
    en = "The scheme in force has no party «{party}»."
    next_zh = "请使用方案中的单位代码。"
    next_en = "Use a party code of the scheme."


class UnknownPerson(Refusal):
    """A command names a person who is not registered in this jurisdiction."""

    code = "unknown_person"
    status = Status.UNPROCESSABLE
    zh = "未登记人员“{person}”。"
    en = "No person «{person}» is registered."
    next_zh = "请先登记人员。"
    next_en = "Register the person first."


class InvalidField(Refusal):
    """A field is well-formed but cannot be right."""

    code = "invalid_field"
    status = Status.UNPROCESSABLE
    zh = "字段“{field}”有误:{reason_zh}。"
    en = "Field «{field}» cannot be right: {reason_en}."
    next_zh = "请更正后重新提交。"
    next_en = "Correct it and send it again under a new command id."


class LateEntryNeedsReason(Refusal):
    """Business time lies further back than the scheme allows without a reason and a second person."""

    code = "late_entry_needs_reason"
    status = Status.UNPROCESSABLE
    zh = "发生于{occurred},超过允许的补录期限({limit})。"
    en = "It occurred on {occurred}, further back than late entry allows ({limit})."
    next_zh = "请填写补录原因和核对人(须为另一人)。"
    next_en = "Give «late»: a reason and the second person who checked it (not yourself)."


class TooManyEvents(Refusal):
    """One command would cause more events than one batch may hold."""

    code = "too_many_events"
    status = Status.UNPROCESSABLE
    zh = "一次操作产生{count}个事件,超过{limit}个。"
    en = "One command would cause {count} events; {limit} is the most."
    next_zh = "请分批办理。"
    next_en = "Split it into several commands."


class NothingToDo(Refusal):
    """The command would change nothing; accepted means at least one event."""

    code = "nothing_to_do"
    status = Status.CONFLICT
    zh = "“{action_zh}”不会带来任何变化。"
    en = "«{action_en}» would change nothing."
    next_zh = "请重新读取,可能已经办理。"
    next_en = "Read it again: it may have been done already."


ALL_REFUSALS: tuple[type[Refusal], ...] = (
    StaleVersion,
    VersionNotTold,
    NotFound,
    AlreadyExists,
    WrongState,
    NotAuthorised,
    UnknownParty,
    UnknownPerson,
    InvalidField,
    LateEntryNeedsReason,
    TooManyEvents,
    NothingToDo,
)

"""What is wrong in a command, field by field, in Chinese and English."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from eventlog.errors import FieldFault
from eventlog.pointers import pointer_of

_SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "missing": ("必须填写。", "is required."),
    "unexpected_keyword_argument": ("没有这个字段。", "is not a field of this command."),
    "no_such_attribute": ("没有这个字段。", "is not a field of this command."),
    "extra_forbidden": ("没有这个字段。", "is not a field of this command."),
    "string_type": ("应为文本。", "must be text."),
    "string_too_short": ("至少{min_length}个字符。", "must have {min_length} or more characters."),
    "string_too_long": ("最多{max_length}个字符。", "must have {max_length} or fewer characters."),
    "string_pattern_mismatch": ("格式应为 {pattern}。", "must match {pattern}."),
    "int_type": ("应为整数。", "must be an integer."),
    "int_parsing_size": ("整数过大。", "is too large an integer."),
    "bool_type": ("应为true或false。", "must be true or false."),
    "greater_than": ("应大于{gt}。", "must be greater than {gt}."),
    "greater_than_equal": ("不得小于{ge}。", "must be at least {ge}."),
    "less_than": ("应小于{lt}。", "must be less than {lt}."),
    "less_than_equal": ("不得大于{le}。", "must be at most {le}."),
    "multiple_of": ("应为{multiple_of}的倍数。", "must be a multiple of {multiple_of}."),
    "literal_error": ("只能是:{expected}。", "must be one of {expected}."),
    "enum": ("只能是:{expected}。", "must be one of {expected}."),
    "tuple_type": ("应为数组。", "must be an array."),
    "list_type": ("应为数组。", "must be an array."),
    "too_short": ("至少{min_length}项。", "must have {min_length} or more items."),
    "too_long": ("最多{max_length}项。", "must have {max_length} or fewer items."),
    "dict_type": ("应为对象。", "must be an object."),
    "mapping_type": ("应为对象。", "must be an object."),
    "dataclass_type": ("应为对象。", "must be an object."),
    "none_required": ("应为null。", "must be null."),
    "date_type": ("应为日期(2026-03-02)。", "must be a date (2026-03-02)."),
    "date_parsing": ("应为日期(2026-03-02)。", "must be a date (2026-03-02)."),
    "date_from_datetime_parsing": ("应为日期(2026-03-02)。", "must be a date (2026-03-02)."),
    "date_from_datetime_inexact": ("应为不带时间的日期。", "must be a date without a time of day."),
    "time_type": ("应为时刻(14:30:00)。", "must be a time of day (14:30:00)."),
    "time_parsing": ("应为时刻(14:30:00)。", "must be a time of day (14:30:00)."),
    "datetime_type": ("应为带时区的时间。", "must be a date and time with zone (RFC 3339)."),
    "datetime_parsing": ("应为带时区的时间。", "must be a date and time with zone (RFC 3339)."),
    "timezone_aware": ("时间须带时区。", "needs a time zone."),
    "uuid_type": ("应为UUID。", "must be a UUID."),
    "uuid_parsing": ("应为UUID。", "must be a UUID."),
}
_OTHER: Final = ("不符合要求。", "is not what this field takes ({kind}).")


def faults_of(error: ValidationError) -> tuple[FieldFault, ...]:
    """The faults that pydantic found, as sentences, each where it is and not again in what encloses it."""
    faults = tuple(
        _fault(each["type"], each["loc"], each.get("ctx", {}))
        for each in error.errors(include_url=False, include_input=False)
    )
    pointers = [fault.pointer for fault in faults]
    return tuple(
        fault
        for fault in faults
        if not any(pointer.startswith(f"{fault.pointer}/") for pointer in pointers)
    )


def _fault(kind: str, location: tuple[int | str, ...], context: Mapping[str, Any]) -> FieldFault:
    zh, en = _SENTENCES.get(kind, _OTHER)
    details = {"kind": kind, **context}
    in_zh = details | {"expected": str(context.get("expected", "")).replace(" or ", "、")}
    return FieldFault(pointer=pointer_of(location), zh=zh.format(**in_zh), en=en.format(**details))

"""Why bytes are refused: each reason a class, with its code and the place of the culprit.

All are a ``NotCanonical`` (no canonical JSON) or a ``RecordRefused`` (canonical, but no record of ours).
"""

from eventlog.errors import NotCanonical, RecordRefused


class MalformedJson(NotCanonical):
    """Not JSON in UTF-8 at all (RFC 8259)."""

    code = "malformed_json"
    status = 400
    zh = "不是有效的JSON({reason})。"
    en = "this is not JSON ({reason})."


class DuplicateKey(NotCanonical):
    """An object names one member twice; which one counts would be a matter of the reader."""

    code = "duplicate_key"
    status = 400
    zh = "同一对象中“{key}”出现两次。"
    en = "«{key}» stands twice in one object."


class FloatRefused(NotCanonical):
    """A number that is no integer, also ``1.0``, or too large for one."""

    code = "float_refused"
    zh = "数字必须为整数(金额以分计)。"
    en = "numbers must be integers (money in fen)."


class IntegerOutOfRange(NotCanonical):
    """An integer that JavaScript, and so RFC 8785, cannot hold exactly."""

    code = "integer_out_of_range"
    zh = "整数的绝对值须小于2的53次方。"
    en = "integers must be smaller than 2^53 in magnitude."


class KeyNotAscii(NotCanonical):
    """A member name that is not ASCII text: its sort order would depend on the encoding."""

    code = "key_not_ascii"
    zh = "字段名须为ASCII字符。"
    en = "member names must be ASCII text."


class TextNotNfc(NotCanonical):
    """Text that is not in Unicode normalization form C (UAX 15)."""

    code = "text_not_nfc"
    zh = "文本须为Unicode规范形式C(NFC)。"
    en = "text must be in Unicode normalization form C."


class TextUnassigned(NotCanonical):
    """A code point this software's Unicode tables do not know: its normal form may yet be decided."""

    code = "text_unassigned"
    zh = "含有本系统Unicode版本尚未收录的字符({character})。"
    en = "it has a character unknown to this system's Unicode version ({character})."


class TextHasNul(NotCanonical):
    """U+0000, which PostgreSQL's text cannot hold."""

    code = "text_has_nul"
    zh = "文本中不得含有U+0000。"
    en = "text must not contain U+0000."


class LoneSurrogate(NotCanonical):
    """Half of a surrogate pair: no Unicode text, and not expressible in UTF-8."""

    code = "lone_surrogate"
    zh = "文本中含有不成对的代理码位。"
    en = "text contains half of a surrogate pair."


class TooDeep(NotCanonical):
    """Nested deeper than any record is."""

    code = "too_deep"
    zh = "嵌套超过{limit}层。"
    en = "nested more than {limit} levels deep."


class TypeRefused(NotCanonical):
    """A Python value that JSON has no form for."""

    code = "type_refused"
    zh = "类型“{type}”不能写入JSON。"
    en = "a value of type «{type}» has no form in JSON."


class NotCanonicalBytes(NotCanonical):
    """The same data, but other bytes than canonical JSON has for it (order, spaces, escapes)."""

    code = "not_canonical"
    zh = "不是规范JSON字节(键序、空白或转义不同)。"
    en = "these are not the canonical bytes (key order, spaces or escapes differ)."


class NotAnObject(RecordRefused):
    """A record value that is JSON, but no object."""

    code = "record_not_an_object"
    zh = "记录不是JSON对象。"
    en = "The record is not a JSON object."


class AttributeMissing(RecordRefused):
    """A required attribute is absent."""

    code = "attribute_missing"
    zh = "缺少属性“{attribute}”。"
    en = "Attribute «{attribute}» is missing."


class AttributeUnknown(RecordRefused):
    """An attribute that the format does not have."""

    code = "attribute_unknown"
    zh = "未知属性“{attribute}”。"
    en = "Attribute «{attribute}» is unknown."


class AttributeInvalid(RecordRefused):
    """An attribute of the wrong type, form or range."""

    code = "attribute_invalid"
    zh = "属性“{attribute}”不符合要求({expected})。"
    en = "Attribute «{attribute}» is not {expected}."


class KeyMismatch(RecordRefused):
    """The record's Kafka key is not the code of the jurisdiction it speaks of."""

    code = "key_mismatch"
    zh = "记录键与辖区“{jurisdiction}”不符。"
    en = "The record's key is not its jurisdiction «{jurisdiction}»."


class HeaderMismatch(RecordRefused):
    """The sealed header is missing, doubled, or not the one that the value names."""

    code = "header_mismatch"
    zh = "密封头与记录不符({reason})。"
    en = "The sealed header does not belong to the value ({reason})."


class HeaderMalformed(RecordRefused):
    """The sealed header is not a canonical array of entries."""

    code = "header_malformed"
    zh = "密封头格式错误({reason})。"
    en = "The sealed header is malformed ({reason})."

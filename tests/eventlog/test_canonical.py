"""Canonical JSON against RFC 8785, and a museum of what it refuses."""

import json
import unicodedata

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from eventlog import canonical, errors, refusals
from eventlog.pointers import Json

INTEGERS = st.integers(-canonical.INTEGER_MAX, canonical.INTEGER_MAX)
KEYS = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E))
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\0")).map(
    lambda text: unicodedata.normalize("NFC", text)
)
VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | INTEGERS | TEXTS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


@given(VALUES)
def test_bytes_are_those_of_rfc_8785(value: Json) -> None:
    assert canonical.encode(value) == rfc8785.dumps(value)


@given(VALUES)
def test_what_is_encoded_is_decoded_to_the_same(value: Json) -> None:
    assert canonical.decode(canonical.encode(value)) == value


@given(VALUES)
def test_people_may_write_it_otherwise(value: Json) -> None:
    written = json.dumps(value, indent=3).encode()
    assert canonical.parse(written) == value


@given(st.binary(max_size=40))
def test_decoding_accepts_canonical_bytes_only(text: bytes) -> None:
    try:
        value = canonical.decode(text)
    except errors.NotCanonical:
        return
    assert canonical.encode(value) == text


def nested(levels: int) -> Json:
    value: Json = 0
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "code", "pointer"),
    [
        (1.0, "float_refused", ""),
        ({"fen": 12.5}, "float_refused", "/fen"),
        ([0, float("nan")], "float_refused", "/1"),
        ({"n": 2**53}, "integer_out_of_range", "/n"),
        ({"n": [-(2**53)]}, "integer_out_of_range", "/n/0"),
        ({"姓名": 1}, "key_not_ascii", "/姓名"),
        ({"a\0": 1}, "key_not_ascii", "/a\0"),
        ({1: 1}, "key_not_ascii", "/1"),
        ({"a/b": {"m~n": "e\u0301"}}, "text_not_nfc", "/a~1b/m~0n"),
        ("\ud83d", "lone_surrogate", ""),
        (["a\0b"], "text_has_nul", "/0"),
        ({"t": b"bytes"}, "type_refused", "/t"),
        ({"t": {1, 2}}, "type_refused", "/t"),
        (nested(canonical.DEPTH_MAX + 1), "too_deep", "/0" * canonical.DEPTH_MAX),
    ],
)
def test_what_has_no_canonical_form_is_refused_with_code_and_place(
    value: Json, code: str, pointer: str
) -> None:
    with pytest.raises(errors.NotCanonical) as refused:
        canonical.encode(value)
    assert (refused.value.code, refused.value.pointer) == (code, pointer)
    assert pointer in refused.value.sentence_zh
    assert pointer in refused.value.sentence_en


def test_the_greatest_depth_is_allowed() -> None:
    value = nested(canonical.DEPTH_MAX)
    assert canonical.decode(canonical.encode(value)) == value


def test_a_character_the_tables_do_not_know_may_be_read_but_not_enter() -> None:
    unknown = "\U000e0fff"  # a code point that Unicode may yet assign
    assert unicodedata.category(unknown) == "Cn"
    canonical.decode(canonical.encode(unknown))
    with pytest.raises(refusals.TextUnassigned) as refused:
        canonical.check({"name": unknown}, entering=True)
    assert refused.value.pointer == "/name"


def test_rare_characters_of_names_may_enter() -> None:
    canonical.check("㛃 𠮷 \U000300b1 \ue000 ·", entering=True)


@pytest.mark.parametrize(
    ("text", "code", "pointer"),
    [
        (b"", "malformed_json", ""),
        (b"{", "malformed_json", ""),
        (b"\xff", "malformed_json", ""),
        (b'"\\ud800"', "malformed_json", ""),
        (b"NaN", "malformed_json", ""),
        (b"01", "malformed_json", ""),
        (b'\xef\xbb\xbf""', "malformed_json", ""),
        (b'{"a":1,"a":2}', "duplicate_key", ""),
        (b'{"a":{"b":1,"b":1}}', "duplicate_key", ""),
        (b'{"b":1,"a":2}', "not_canonical", ""),
        (b'{"a": 1}', "not_canonical", ""),
        (b'"\\u0041"', "not_canonical", ""),
        (b'"\\/"', "not_canonical", ""),
        (b"[1]\n", "not_canonical", ""),
        (b"1.0", "float_refused", ""),
        (b"[1e2]", "float_refused", "/0"),
        (b"-0", "not_canonical", ""),
        (b"123456789012345678901234567890", "float_refused", ""),
        (b"[9007199254740992]", "integer_out_of_range", "/0"),
        ('"e\u0301"'.encode(), "text_not_nfc", ""),
        (b'{"a":"\\u0000"}', "text_has_nul", "/a"),
        (b"[" * 40 + b"]" * 40, "too_deep", "/0" * canonical.DEPTH_MAX),
        (b"[" * 5000 + b"]" * 5000, "malformed_json", ""),
    ],
)
def test_forged_bytes_are_refused(text: bytes, code: str, pointer: str) -> None:
    with pytest.raises(errors.NotCanonical) as refused:
        canonical.decode(text)
    assert (refused.value.code, refused.value.pointer) == (code, pointer)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b'{"a":1,"a":2}', "duplicate_key"),
        (b'{"a":1.0}', "float_refused"),
        (b"Infinity", "float_refused"),
        (b"[" + b"1" * 5000 + b"]", "integer_out_of_range"),
        (b"[" * 5000 + b"]" * 5000, "too_deep"),
        (b'{"a":\xff}', "malformed_json"),
        (b"'a'", "malformed_json"),
    ],
)
def test_people_may_not_write_what_would_be_lost(text: bytes, code: str) -> None:
    with pytest.raises(errors.NotCanonical) as refused:
        canonical.parse(text)
    assert refused.value.code == code

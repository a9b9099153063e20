"""Position tokens give nothing away and cannot be forged."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.errors import BadHeader
from api.tokens import PositionTokens
from domain.ids import JurisdictionCode

LINYI = JurisdictionCode("linyi")
WUHU = JurisdictionCode("wuhu")
TOKENS = PositionTokens(b"secret")


@given(position=st.integers(0, 2**53), extra=st.binary(max_size=600))
def test_a_token_opens_to_what_was_sealed(position: int, extra: bytes) -> None:
    token = TOKENS.seal(LINYI, position, extra=extra)
    assert TOKENS.open(LINYI, token, name="after") == (position, extra)


@given(position=st.integers(0, 2**53), key=st.integers(0, 2**53))
def test_a_token_is_as_long_whatever_the_position(position: int, key: int) -> None:
    """Of a timeline's cursor the position is the key: its digits would tell the volume."""
    extra, first = orjson.dumps(["timeline", key]), orjson.dumps(["timeline", 1])
    assert len(TOKENS.seal(LINYI, position)) == len(TOKENS.seal(LINYI, 0))
    assert len(TOKENS.seal(LINYI, 0, extra=extra)) == len(TOKENS.seal(LINYI, 0, extra=first))


def test_the_same_position_has_the_same_token() -> None:
    assert TOKENS.seal(LINYI, 7) == TOKENS.seal(LINYI, 7)


def test_neighbouring_positions_have_tokens_that_share_nothing_but_the_key_id() -> None:
    one, two = TOKENS.seal(LINYI, 7), TOKENS.seal(LINYI, 8)
    assert one[4:20] != two[4:20]


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "AQ",
        "7",
        "héllo",
        "AAAA",
        TOKENS.seal(LINYI, 7)[:-2],
        TOKENS.seal(LINYI, 7) + "A",
        "%00",
    ],
)
def test_a_forged_token_is_refused_by_name(forged: str) -> None:
    with pytest.raises(BadHeader) as refused:
        TOKENS.open(LINYI, forged, name="Last-Event-ID")
    assert "Last-Event-ID" in refused.value.sentence_en


def test_a_token_of_another_jurisdiction_is_refused() -> None:
    with pytest.raises(BadHeader):
        TOKENS.open(WUHU, TOKENS.seal(LINYI, 7), name="as_of")


def test_a_token_of_another_installation_is_refused() -> None:
    with pytest.raises(BadHeader):
        TOKENS.open(LINYI, PositionTokens(b"other").seal(LINYI, 7), name="as_of")


def test_a_token_has_one_spelling() -> None:
    token = TOKENS.seal(LINYI, 7)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    last = alphabet.index(token[-1])
    for other in alphabet[last ^ 1], alphabet[last ^ 2]:
        with pytest.raises(BadHeader):
            TOKENS.open(LINYI, token[:-1] + other, name="after")

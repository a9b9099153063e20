"""The sealed form of a file: its bytes never change, and nothing else than it opens."""

import hashlib
from collections.abc import Iterator
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventlog.attachments.chunks import CHUNK_BYTES, SEALED_BYTES, File, cut, seal, unseal
from eventlog.attachments.errors import AttachmentAltered
from tests.eventlog.attachments.files import ATTACHMENT, MIB, OTHER, SOURCE, collect, picture
from tests.tidy.sources import ROOT

KEY = bytes(range(32))
GOLDEN = ROOT / "tests" / "golden" / "attachment.sealed"


def file_for(content: bytes, attachment: str = ATTACHMENT) -> File:
    digest = hashlib.sha256(content).hexdigest()
    return File(source=SOURCE, attachment=attachment, digest=digest, size=len(content))


def sealed(content: bytes, attachment: str = ATTACHMENT) -> list[bytes]:
    return list(seal(file_for(content, attachment), [content], KEY))


def test_the_sealed_form_is_the_golden_one() -> None:
    assert b"".join(sealed("临沂市教育局配餐合同".encode())) == GOLDEN.read_bytes()


@settings(max_examples=20)
@given(st.integers(1, 3 * CHUNK_BYTES), st.integers(1, 2 * CHUNK_BYTES))
def test_what_was_sealed_is_unsealed_whatever_the_pieces(size: int, piece: int) -> None:
    content = picture(max(size, 3))
    file = file_for(content)
    whole = b"".join(seal(file, cut([content], piece), KEY))
    assert len(whole) == file.sealed_size
    assert b"".join(unseal(file, cut([whole], piece), KEY)) == content


def test_equal_files_under_two_attachments_have_nothing_in_common() -> None:
    content = picture(2 * MIB)
    one, other = sealed(content), sealed(content, OTHER)
    assert not set(one) & set(other)


CONTENT = picture(3 * MIB + 5)
GOOD = sealed(CONTENT)
ANOTHER = sealed(picture(3 * MIB + 5, seed=2))
TAMPERED = {
    "a bit flipped in the middle": [GOOD[0], bytes([GOOD[1][0] ^ 1]) + GOOD[1][1:], *GOOD[2:]],
    "two chunks swapped": [GOOD[1], GOOD[0], *GOOD[2:]],
    "a chunk left out": [GOOD[0], *GOOD[2:]],
    "a chunk doubled": [GOOD[0], GOOD[0], *GOOD[2:]],
    "the last chunk left out": GOOD[:-1],
    "cut off within a chunk": [*GOOD[:2], GOOD[2][:1000]],
    "one byte more": [*GOOD, b"\0"],
    "a chunk more": [*GOOD, GOOD[0]],
    "a chunk of another file": [GOOD[0], ANOTHER[1], *GOOD[2:]],
    "another file": ANOTHER,
    "nothing": [],
}


@pytest.mark.parametrize("pieces", TAMPERED.values(), ids=TAMPERED)
def test_tampering_is_found_and_no_wrong_byte_given_out(pieces: list[bytes]) -> None:
    given_out = bytearray()
    with pytest.raises(AttachmentAltered):
        collect(unseal(file_for(CONTENT), pieces, KEY), given_out)
    assert CONTENT.startswith(bytes(given_out))
    assert len(given_out) < len(CONTENT) or len(b"".join(pieces)) > len(b"".join(GOOD))


def test_another_key_or_another_attachment_opens_nothing() -> None:
    for file, key in ((file_for(CONTENT), bytes(32)), (file_for(CONTENT, OTHER), KEY)):
        with pytest.raises(AttachmentAltered):
            next(unseal(file, GOOD, key))


def test_a_digest_that_is_not_the_files_is_found_before_its_last_chunk_is_given_out() -> None:
    """The key follows from the digest, so this is found at once; the digest is proved all the same."""
    wrong = File(source=SOURCE, attachment=ATTACHMENT, digest="0" * 64, size=len(CONTENT))
    with pytest.raises(AttachmentAltered):
        next(unseal(wrong, GOOD, KEY))


def test_pieces_are_cut_to_one_length() -> None:
    pieces = list(cut([b"abc", b"", b"defgh", b"i"], 4))
    assert pieces == [b"abcd", b"efgh", b"i"]
    assert len(next(cut(chain([bytes(SEALED_BYTES)]), SEALED_BYTES))) == SEALED_BYTES


@pytest.mark.parametrize("opening", [False, True])
def test_sealing_and_unsealing_hold_one_chunk_at_a_time(opening: bool) -> None:
    taken = 0

    def pieces() -> Iterator[bytes]:
        nonlocal taken
        for piece in GOOD if opening else cut([CONTENT], MIB):
            taken += 1
            yield piece

    work = (
        unseal(file_for(CONTENT), pieces(), KEY)
        if opening
        else seal(file_for(CONTENT), pieces(), KEY)
    )
    for number, _ in enumerate(work, start=1):
        assert taken == number
    assert taken == len(GOOD)

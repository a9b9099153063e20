"""Segments: files of blocks, each a gzip member of its own, so that `zcat` reads what `kill -9` left.

The last line of a block is the SHA-256 of the sum of the block before it and of its own lines: one chain
from the first block to the last. A block is there as a whole or not at all.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from eventlog import forms
from eventlog.backup.errors import BackupDamaged, Flaw
from eventlog.backup.lines import Begun, Line, LineRefused, parse

_LEVEL: Final = 6
_SUM: Final = b"sum\t"
_HEAD: Final = struct.Struct("<4sIBBH2sHIH")
"""Header of a gzip member (RFC 1952) with an extra field, the member's length, and the header's CRC16."""
_TAIL: Final = struct.Struct("<II")


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one block, without its sum; ``offset`` and ``end`` in the bytes of the segment."""

    segment: str
    offset: int
    end: int
    lines: tuple[Line, ...]
    sum: str


def name_of(number: int) -> str:
    """The file of a segment, numbered from 1."""
    return f"{number:010d}.gz"


def pack(lines: Sequence[Line], previous: str) -> tuple[bytes, str]:
    """The bytes of a block, and its sum; ``previous`` is the sum of the block before, "" before the first."""
    text = b"".join(line.line() for line in lines)
    total = _sum(previous, text)
    text += _SUM + total.encode() + b"\n"
    packing = zlib.compressobj(_LEVEL, wbits=-zlib.MAX_WBITS)
    packed = packing.compress(text) + packing.flush()
    head = _head(_HEAD.size + len(packed) + _TAIL.size)
    return head + packed + _TAIL.pack(zlib.crc32(text), len(text) % 2**32), total


def blocks(path: Path) -> Iterator[Block]:
    """The whole blocks of a segment, in order; ``BackupDamaged`` at one that is not as it was written.

    What a block begun and not finished left at the end of the file is passed over: see ``Block.end``.
    """
    data = path.read_bytes()
    previous: str | None = None
    offset = 0
    while offset < len(data):
        end = _end(path.name, data, offset)
        if end is None:
            return
        text = _unpack(path.name, data[offset:end], offset)
        block = _block(path.name, text, offset, end, previous)
        yield block
        previous, offset = block.sum, end


def _head(length: int) -> bytes:
    """The header of a member of so many bytes. Extra field and CRC16 (flags 4 and 2), no time, no system."""
    head = _HEAD.pack(b"\x1f\x8b\x08\x06", 0, 0, 255, 8, b"GT", 4, length, 0)
    return head[:-2] + (zlib.crc32(head[:-2]) & 0xFFFF).to_bytes(2, "little")


def _end(segment: str, data: bytes, offset: int) -> int | None:
    """Where the block at an offset ends; None if the file ends before it does."""
    head = data[offset : offset + _HEAD.size]
    if len(head) < _HEAD.size:
        return None
    *_, length, _crc = _HEAD.unpack(head)
    if head != _head(length):
        if not any(data[offset:]):  # a machine that lost its power leaves zeros
            return None
        raise BackupDamaged(segment, offset, Flaw.BYTES)
    return None if offset + length > len(data) else offset + length


def _unpack(segment: str, packed: bytes, offset: int) -> bytes:
    member = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    try:
        text = member.decompress(packed)
    except zlib.error:
        raise BackupDamaged(segment, offset, Flaw.BYTES) from None
    if not member.eof or member.unused_data:
        raise BackupDamaged(segment, offset, Flaw.BYTES)
    return text


def _block(segment: str, text: bytes, offset: int, end: int, previous: str | None) -> Block:
    *texts, last = text.splitlines(keepends=True) or [b""]
    try:
        lines = tuple(map(parse, texts))
    except LineRefused:
        raise BackupDamaged(segment, offset, Flaw.LINE) from None
    if previous is None:
        if not lines or not isinstance(lines[0], Begun):
            raise BackupDamaged(segment, offset, Flaw.BEGINNING)
        previous = lines[0].previous
    total = _sum(previous, b"".join(texts))
    if last != _SUM + total.encode() + b"\n":
        raise BackupDamaged(segment, offset, Flaw.SUM)
    return Block(segment, offset, end, lines, total)


def _sum(previous: str, text: bytes) -> str:
    return forms.sha256(previous.encode() + text)

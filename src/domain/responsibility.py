"""Whose responsibility something is (两个责任, glossary)."""

from typing import Literal

Responsibility = Literal["principal", "supervisory"]
"""主体责任 of a unit · 监督责任 of the discipline body that is stationed there."""

"""Leads that split, merge or are linked; corrected and annulled ones: the decisions."""

from typing import Any


def split(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def merge(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def link(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def correct(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def annul(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError

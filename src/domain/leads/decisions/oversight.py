"""Urging, knowing and telling: the decisions."""

from typing import Any


def remind(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def answer_reminder(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def record_knowledge(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def inform_superior(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError

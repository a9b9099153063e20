"""Receiving, registering and checking for duplicates: the decisions."""

from typing import Any


def receive(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def register(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def confirm_duplicate(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def dismiss_duplicate(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def notify_reporter(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def grant_reporter_access(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError

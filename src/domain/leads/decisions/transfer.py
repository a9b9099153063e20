"""The hand-over between organisations: the decisions."""

from typing import Any


def transfer(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def acknowledge_transfer(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def accept(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def accept_part(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def return_transfer(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def feed_back(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def confirm_feedback(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError

"""Who handles a lead: the decisions."""

from typing import Any


def propose_allocation(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def allocate(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def propose_reallocation(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def acknowledge(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def return_lead(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def assign_handlers(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def declare_recusal(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def decide_recusal(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError

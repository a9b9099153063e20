"""The submission (呈批) of a disposal or an outcome: the decisions."""

from typing import Any


def propose_disposal(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def propose_outcome(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def opine(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def cosign(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def withdraw_submission(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def record_oral_opinion(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def sign_oral_opinion(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def sign_paper(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def confirm_paper(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError

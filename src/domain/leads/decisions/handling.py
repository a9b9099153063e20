"""Carrying out an approved way of disposal: the decisions."""

from typing import Any


def start_appropriate_inquiry(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def report_appropriate_inquiry(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def entrust_interview(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def record_interview(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def record_statement(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def send_written_inquiry(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def record_inquiry_delivery(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def record_inquiry_reply(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def start_verification(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def report_verification(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def review_shelved(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def reopen(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def file_case(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError


def inform_person(stream: Any, command: Any, context: Any) -> Any:
    raise NotImplementedError

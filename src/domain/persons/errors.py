"""Why something about a person is refused."""

from domain.errors import Refusal, Status


class SelfAppointment(Refusal):
    """Nobody appoints themself, under whatever pseudonym."""

    code = "self_appointment"
    status = Status.FORBIDDEN
    zh = "{person}不能任免本人或为本人授权。"
    en = "{person} may neither appoint nor grant anything to themself."
    next_zh = "请由另一名管理员办理。"
    next_en = "Have another administrator do it."


class UnknownRole(Refusal):
    """The scheme in force defines no such role."""

    code = "unknown_role"
    status = Status.UNPROCESSABLE
    zh = "现行方案没有角色“{role}”,只有:{known}。"
    en = "The scheme in force has no role «{role}», but: {known}."
    next_zh = "请使用方案中的角色。"
    next_en = "Use a role of the scheme."


class NoSuchAppointment(Refusal):
    """The person has no appointment of that number that could end on that day."""

    code = "no_such_appointment"
    status = Status.CONFLICT
    zh = "该人员没有可于{last_day}终止的第{appointment}号任职。"
    en = "The person has no appointment {appointment} that can end on {last_day}."
    next_zh = "请重新读取任职情况。"
    next_en = "Read the person's appointments again."


class NoSuchGrant(Refusal):
    """The person has no standing grant of that number."""

    code = "no_such_grant"
    status = Status.CONFLICT
    zh = "该人员没有第{grant}号有效的查阅授权。"
    en = "The person has no standing grant of reading {grant}."
    next_zh = "请重新读取授权情况。"
    next_en = "Read the person's grants again."

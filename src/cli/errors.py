"""What the command line itself says when it refuses, beside the errors of the packages it calls."""

from typing import ClassVar

from cli.exits import Exit
from domain.errors import Explained


class CliError(Explained):
    """A refusal of the command line. Subclasses also fix the exit code."""

    status = 400
    exit: ClassVar[Exit] = Exit.REFUSED


class NotRunning(CliError):
    """No `guantong up` runs on the data folder, and no addresses were given: `data`."""

    code = "not_running"
    status = 503
    exit = Exit.AWAY
    zh = "数据目录 {data} 上没有运行中的系统。"
    en = "Nothing runs on the data folder {data}."
    next_zh = "请先运行 guantong up,或用 --kafka 与 --postgres 指明外部服务。"
    next_en = "Run `guantong up` first, or name external services by --kafka and --postgres."


class BothAddresses(CliError):
    """Only one of `--kafka` and `--postgres` was given."""

    code = "both_addresses"
    exit = Exit.USAGE
    zh = "--kafka 与 --postgres 须同时指定。"
    en = "--kafka and --postgres belong together."
    next_zh = "请同时给出两者;都不给则使用内置的 Kafka 与 PostgreSQL。"
    next_en = "Give both, or neither to use the embedded Kafka and PostgreSQL."


class BuiltInKey(CliError):
    """Listening on `host` would let others use tokens signed with the key made by this program."""

    code = "built_in_key"
    zh = "内置签名密钥只能用于本机,不能监听 {host}。"
    en = "With the built-in signing key the API listens on this machine only, not on {host}."
    next_zh = "请用 --keys 指定存有自备密钥文件 token.key 的目录。"
    next_en = "Give --keys, a folder with a file token.key of your own."


class ApiPortTaken(CliError):
    """Another program listens on the `port` of the API."""

    code = "port_taken"
    exit = Exit.OBSTRUCTED
    zh = "端口 {port} 已被其他程序占用。"
    en = "Port {port} is taken by another program."
    next_zh = "请结束占用该端口的程序,或用 --port 另选端口。"
    next_en = "End the program that has it, or choose another with --port."


class NotReady(CliError):
    """What was started was not ready within `seconds`; its output is in `log`."""

    code = "not_ready"
    status = 503
    exit = Exit.OBSTRUCTED
    zh = "{service} 在 {seconds} 秒内未就绪。"
    en = "{service} was not ready within {seconds} s."
    next_zh = "请查看日志 {log}。"
    next_en = "See the log {log}."


class KafkaAway(CliError):
    """Kafka does not answer: `reason`."""

    code = "kafka_away"
    status = 503
    exit = Exit.AWAY
    zh = "Kafka 没有应答({reason})。"
    en = "Kafka does not answer ({reason})."
    next_zh = "请检查 --kafka 地址和服务状态后重试。"
    next_en = "Check the address given by --kafka and the service, then try again."


class PostgresAway(CliError):
    """PostgreSQL does not answer: `reason`."""

    code = "postgres_away"
    status = 503
    exit = Exit.AWAY
    zh = "PostgreSQL 没有应答({reason})。"
    en = "PostgreSQL does not answer ({reason})."
    next_zh = "请检查 --postgres 地址和服务状态后重试。"
    next_en = "Check the address given by --postgres and the service, then try again."


class WhoReads(CliError):
    """`replay` was not told in whose name it reads."""

    code = "who_reads"
    exit = Exit.USAGE
    zh = "须说明以谁的名义查阅。"
    en = "Say in whose name you read."
    next_zh = "请给出 --person 与 --party(按其权限显示),或 --auditor(全部事件,姓名保持密封)。"
    next_en = (
        "Give --person and --party (what they may read), or --auditor (all events, names sealed)."
    )


class WhatToTell(CliError):
    """`replay` was asked for something that is neither a stream nor a party: `what`."""

    code = "what_to_tell"
    exit = Exit.USAGE
    zh = "“{what}”既不是事项编号,也不是 party 加单位代码。"
    en = "«{what}» is neither a stream nor the word party with a code."
    next_zh = "请写 lead/… 等编号,或 party 加单位代码。"
    next_en = "Write a stream such as lead/…, or party and the party's code."


class BadMoment(CliError):
    """`--as-of` is neither a moment nor a position: `given`."""

    code = "bad_moment"
    exit = Exit.USAGE
    zh = "无法识别时刻“{given}”。"
    en = "«{given}» is no moment."
    next_zh = "请写日期(2026-03-31)、RFC 3339 时间或位置。"
    next_en = "Write a date (2026-03-31), an RFC 3339 time, or a position."


class NothingThere(CliError):
    """There is no such stream or party, or the reader may not know of it: `what`."""

    code = "nothing_there"
    status = 404
    zh = "没有 {what},或者查阅人无权知悉。"
    en = "There is no {what}, or it is not the reader's to know."
    next_zh = "请核对编号、--jurisdiction 与查阅人。"
    next_en = "Check the identifier, --jurisdiction and the reader."


class FileThere(CliError):
    """A new file would be written over `file`, which is there already."""

    code = "file_there"
    exit = Exit.REFUSED
    zh = "文件 {file} 已经存在,不会覆盖。"
    en = "{file} is there already and is not written over."
    next_zh = "请另选文件名,或先移走该文件。"
    next_en = "Name another file, or move this one away."


class FolderNotEmpty(CliError):
    """Files would be written among others, in `folder`."""

    code = "folder_not_empty"
    exit = Exit.REFUSED
    zh = "目录 {folder} 不是空的。"
    en = "{folder} is not empty."
    next_zh = "请指定一个新的或空的目录。"
    next_en = "Name a new folder, or an empty one."


class NoJurisdiction(CliError):
    """No jurisdiction is open yet."""

    code = "no_jurisdiction"
    exit = Exit.REFUSED
    zh = "尚未开通任何辖区。"
    en = "No jurisdiction is open yet."
    next_zh = "请先用 guantong load 载入情景,或开通辖区。"
    next_en = "Load a scenario with `guantong load` first, or open a jurisdiction."


class WhichJurisdiction(CliError):
    """Several jurisdictions are open, `codes`, and none was named."""

    code = "which_jurisdiction"
    exit = Exit.USAGE
    zh = "已开通的辖区:{codes};无法确定所指。"
    en = "It is not clear which jurisdiction is meant; open are: {codes}."
    next_zh = "请用 --jurisdiction 指明。"
    next_en = "Name one by --jurisdiction."


class UnknownRegister(CliError):
    """There is no register of that name; `known` are those there are."""

    code = "unknown_register"
    exit = Exit.USAGE
    zh = "没有台账“{register}”。可用:{known}。"
    en = "There is no register «{register}». There are: {known}."
    next_zh = "请改用其中之一。"
    next_en = "Name one of them."


class MapOfAnotherRegister(CliError):
    """The map of a ledger makes each row an `action`, which enters nothing in the `register` named."""

    code = "map_of_another_register"
    exit = Exit.USAGE
    zh = "对照表的每行为 {action},不属于台账“{register}”。"
    en = "By its map each row is {action}, which enters nothing in «{register}»."
    next_zh = "请改用对应的对照表或台账。"
    next_en = "Name the register of that map, or the map of that register."


class Unforeseen(CliError):
    """A fault of this program: `kind` of exception; the traceback is in `log`."""

    code = "internal"
    status = 500
    exit = Exit.INTERNAL
    zh = "程序内部错误({kind})。"
    en = "A fault of this program ({kind})."
    next_zh = "详情已写入 {log},请连同该文件报告。"
    next_en = "The details are in {log}: report it with that file."

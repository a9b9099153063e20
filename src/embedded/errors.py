"""What can stand in the way of the embedded servers: code, zh and en, what to do next."""

from pathlib import Path
from typing import ClassVar


class EmbeddedError(Exception):
    """The embedded servers cannot start or go on. Subclasses fix code and sentences.

    ``zh``, ``en``, ``next_zh`` and ``next_en`` are format strings over the keyword arguments.
    ``status`` is what a service that depends on the servers answers meanwhile (RFC 9110).
    """

    code: ClassVar[str]
    status: ClassVar[int] = 503
    zh: ClassVar[str]
    en: ClassVar[str]
    next_zh: ClassVar[str]
    next_en: ClassVar[str]

    def __init__(self, **details: object) -> None:
        self.details = {name: str(value) for name, value in details.items()}
        super().__init__(self.details)

    def __str__(self) -> str:
        return f"{self.sentence_en} {self.next_en}"

    @property
    def sentence_zh(self) -> str:
        """The error in Chinese, with its details."""
        return self.zh.format(**self.details)

    @property
    def sentence_en(self) -> str:
        """The error in English, with its details."""
        return self.en.format(**self.details)


class KafkaMissing(EmbeddedError):
    """A jar of the lock is not in the cache: `jar`."""

    code = "kafka_missing"
    zh = "缺少 Kafka 程序文件 {jar}。"
    en = "The Kafka file {jar} is missing."
    next_zh = "请运行 make setup。"
    next_en = "Run `make setup`."


class DownloadCorrupt(EmbeddedError):
    """A downloaded jar does not have the SHA-256 recorded in the lock: `jar`."""

    code = "download_corrupt"
    zh = "下载的 {jar} 与锁定的校验值不符,已删除。"
    en = "The downloaded {jar} does not have the locked checksum and was deleted."
    next_zh = "请再次运行 make setup;若仍不符,该软件源不可信。"
    next_en = "Run `make setup` again; if it repeats, the registry is not to be trusted."


class FolderLocked(EmbeddedError):
    """Another process owns the data folder: `folder`, `owner` (its process id)."""

    code = "folder_locked"
    zh = "数据目录 {folder} 正由进程 {owner} 使用。"
    en = "The data folder {folder} is in use by process {owner}."
    next_zh = "请先结束该进程,或用 --data 另选目录。"
    next_en = "End that process first, or choose another folder with --data."


class FolderUnusable(EmbeddedError):
    """The data folder cannot be made or written: `folder`, `reason`."""

    code = "folder_unusable"
    zh = "无法使用数据目录 {folder}({reason})。"
    en = "The data folder {folder} cannot be used ({reason})."
    next_zh = "请检查路径和权限,或用 --data 另选目录。"
    next_en = "Check the path and its permissions, or choose another with --data."


class DiskFull(EmbeddedError):
    """Too little space is left for the data folder: `folder`, `free` and `needed` in MiB."""

    code = "disk_full"
    zh = "数据目录 {folder} 所在磁盘仅剩 {free} MiB,至少需要 {needed} MiB。"
    en = "Only {free} MiB are free for the data folder {folder}; {needed} MiB are needed."
    next_zh = "请释放空间,或用 --data 选择其他磁盘上的目录。"
    next_en = "Free some space, or choose a folder on another disk with --data."


class PortTaken(EmbeddedError):
    """Another program listens on the `port` a server is to have."""

    code = "port_taken"
    zh = "端口 127.0.0.1:{port} 已被其他程序占用。"
    en = "Port 127.0.0.1:{port} is taken by another program."
    next_zh = "请结束占用该端口的程序;重新启动时会另选空闲端口。"
    next_en = "End the program that has it; a new start picks free ports."


class ServerDied(EmbeddedError):
    """A `server` ended by itself; the end of its `log` tells why (`lines`)."""

    code = "server_died"
    zh = "{server} 已自行退出,日志 {log} 末尾为:\n{lines}"
    en = "{server} ended by itself; the end of {log}:\n{lines}"
    next_zh = "请按日志所述处理后重新启动。"
    next_en = "Mend what the log says and start again."

    def __init__(self, *, server: str, log: Path) -> None:
        super().__init__(server=server, log=log, lines=_tail(log))


class ServerSilent(EmbeddedError):
    """A `server` runs but served nobody within `seconds`; the end of its `log` may tell why."""

    code = "server_silent"
    zh = "{server} 在 {seconds} 秒内未就绪,日志 {log} 末尾为:\n{lines}"
    en = "{server} was not ready within {seconds} s; the end of {log}:\n{lines}"
    next_zh = "机器可能过于繁忙,请稍后重新启动。"
    next_en = "The machine may be too busy: start again later."

    def __init__(self, *, server: str, log: Path, seconds: float) -> None:
        super().__init__(server=server, log=log, seconds=round(seconds), lines=_tail(log))


class AccountMissing(EmbeddedError):
    """Root started us, and no ordinary `account` could be made for PostgreSQL: `reason`."""

    code = "account_missing"
    zh = "PostgreSQL 不能以 root 运行,而系统用户 {account} 无法创建({reason})。"
    en = "PostgreSQL refuses to run as root, and no user {account} could be made ({reason})."
    next_zh = "请手工创建该系统用户,或以普通用户身份启动。"
    next_en = "Create that system user by hand, or start as an ordinary user."


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-12:])

"""What can stand in the way of the embedded servers.

Every error has a stable `code`, a sentence in zh and in en, and says what to do next (`advice`).
"""

from pathlib import Path


class EmbeddedError(Exception):
    """The embedded servers cannot start or go on.

    `status` is the HTTP status a service that depends on them answers with meanwhile.
    """

    code = "embedded"
    status = 503

    def __init__(self, *, zh: str, en: str, advice_zh: str, advice_en: str) -> None:
        super().__init__(f"{en} {advice_en}")
        self.zh, self.en = zh, en
        self.advice_zh, self.advice_en = advice_zh, advice_en


class KafkaMissing(EmbeddedError):
    """A jar of the locked list is not in the cache."""

    code = "embedded.kafka_missing"

    def __init__(self, jar: Path) -> None:
        super().__init__(
            zh=f"缺少 Kafka 程序文件 {jar.name}。",
            en=f"The Kafka file {jar.name} is missing.",
            advice_zh="请运行 make setup。",
            advice_en="Run `make setup`.",
        )


class DownloadCorrupt(EmbeddedError):
    """A downloaded jar does not have the SHA-256 recorded in the lock."""

    code = "embedded.download_corrupt"

    def __init__(self, jar: str) -> None:
        super().__init__(
            zh=f"下载的 {jar} 与锁定的校验值不符,已删除。",
            en=f"The downloaded {jar} does not have the locked checksum; it was deleted.",
            advice_zh="请再次运行 make setup;若仍不符,请检查软件源是否可信。",
            advice_en="Run `make setup` again; if it repeats, do not trust the registry.",
        )

"""What backup and restore say when they refuse."""

from enum import Enum

from eventlog.errors import LogError


class Flaw(Enum):
    """What is wrong with a block of a backup, in Chinese and English."""

    BYTES = "压缩数据已损坏", "its bytes cannot be unpacked"
    LINE = "其中有无法识别的行", "it has a line of no known form"
    BEGINNING = "该段没有以段首行开始", "the segment does not begin with its first line"
    SUM = "校验和不符", "its sum is another"
    GAP = "与前一段不相接", "the segment before it is missing or another"
    CHAIN = "其中的事件与前面的事件不相接", "it has events that do not follow those before"
    UNOPENED = "其中有未开通辖区的事件", "it has events of a jurisdiction that was not opened"
    CUT = "之后还有其他段,但该段不完整", "the segment is cut off, and another follows"

    @property
    def zh(self) -> str:
        """In Chinese."""
        return self.value[0]

    @property
    def en(self) -> str:
        """In English."""
        return self.value[1]


class BackupError(LogError):
    """Base of what backup and restore refuse."""


class BackupDamaged(BackupError):
    """A block of a backup is not as it was written."""

    code = "backup_damaged"
    zh = "备份已损坏:段 {segment} 第 {offset} 字节处的块:{reason_zh}。"
    en = "The backup is damaged: the block at byte {offset} of segment {segment}: {reason_en}."
    next_zh = "请改用另一份备份,或在系统仍可用时备份到新的目录;不会恢复已损坏的备份。"
    next_en = (
        "Take another copy, or back up into a new folder while the system lives; nothing is restored"
        " from a damaged one."
    )

    def __init__(self, segment: str, offset: int, flaw: Flaw) -> None:
        super().__init__(segment=segment, offset=offset, reason_zh=flaw.zh, reason_en=flaw.en)


class NoBackup(BackupError):
    """A folder that holds no backup."""

    code = "no_backup"
    status = 404
    zh = "{folder} 中没有备份。"
    en = "There is no backup in {folder}."
    next_zh = "请核对目录;备份用 guantong backup 建立。"
    next_en = "Check the folder; `guantong backup` makes one."


class BackupBusy(BackupError):
    """Another process writes to the same backup."""

    code = "backup_busy"
    status = 409
    zh = "另一进程正在写入备份 {folder}。"
    en = "Another process is writing the backup in {folder}."
    next_zh = "请等待其结束,或使用另一目录。"
    next_en = "Wait until it ends, or use another folder."


class LogNotEmpty(BackupError):
    """The cluster to restore into has been worked in, or holds what is not in the backup."""

    code = "log_not_empty"
    status = 409
    zh = "主题 {topic} 中已有记录({found}):只能恢复到空的集群。"
    en = "Topic {topic} has records ({found}): a backup is restored into an empty cluster only."
    next_zh = "请恢复到新的集群;若确要替换,须先停止全部进程并由管理员删除这三个主题。"
    next_en = (
        "Restore into a new cluster. To replace this one, stop every process, and delete its three"
        " topics first."
    )


class OtherInstallation(BackupError):
    """The backup is that of another installation than the one that shall go on with it."""

    code = "other_installation"
    status = 409
    zh = "备份属于安装“{backup}”,当前设置为“{here}”。"
    en = "The backup is of installation «{backup}», and this one is «{here}»."
    next_zh = "请设置环境变量 GUANTONG_INSTALLATION={backup} 后重试,并在所有进程中保持不变。"
    next_en = "Set GUANTONG_INSTALLATION={backup} here and for every process that goes on with it."


class TooFewPartitions(BackupError):
    """The topics to restore into have fewer partitions than those that were backed up."""

    code = "too_few_partitions"
    status = 409
    zh = "主题只有 {found} 个分区,备份需要 {needed} 个。"
    en = "The topics have {found} partitions; the backup needs {needed}."
    next_zh = "请删除这些空主题(恢复时会自动创建),或增加分区。"
    next_en = "Delete the empty topics (restore makes them itself), or add partitions."


class VaultsDiffer(BackupError):
    """A vault and what it is to be copied to have different master keys."""

    code = "vaults_differ"
    status = 409
    zh = "密钥库 {one} 与 {other} 的主密钥不同。"
    en = "The vaults {one} and {other} have different master keys."
    next_zh = "请核对两个目录:不会覆盖已有的密钥。尚无密钥的新密钥库可先删除。"
    next_en = (
        "Check both folders: keys that are there are never overwritten. A new vault without any key may"
        " be deleted first."
    )


ALL_BACKUP_ERRORS: tuple[type[BackupError], ...] = (
    BackupDamaged,
    NoBackup,
    BackupBusy,
    LogNotEmpty,
    OtherInstallation,
    TooFewPartitions,
    VaultsDiffer,
)

"""What the log says when it refuses: a stable code, Chinese and English, what to do next."""

from dataclasses import dataclass

from domain.errors import Explained
from eventlog.pointers import pointer_of


class LogError(Explained):
    """Base of every error of this package."""

    status = 500


class NotCanonical(LogError):
    """A value or a text that canonical JSON does not allow: see ``refusals``.

    ``pointer`` names the culprit (RFC 6901).
    """

    status = 422
    next_zh = "请更正该处后重新提交。"
    next_en = "Correct that place and send it again."

    def __init__(self, **details: object) -> None:
        super().__init__(**details)
        self._location: list[int | str] = []

    def within(self, key: str | int) -> None:
        """Say that the culprit lies under ``key`` of the enclosing object or array."""
        self._location.append(key)

    @property
    def pointer(self) -> str:
        """JSON pointer of the culprit; empty for the whole document."""
        return pointer_of(reversed(self._location))

    @property
    def sentence_zh(self) -> str:
        """The error in Chinese, with the place."""
        return f"“{self.pointer}”处:" + self.zh.format(**self.details)

    @property
    def sentence_en(self) -> str:
        """The error in English, with the place."""
        return f"At «{self.pointer}»: " + self.en.format(**self.details)


class RecordRefused(LogError):
    """A record that is none of ours, or was forged: no reader counts it. See ``refusals``."""

    next_zh = "该记录不计入;请查明其来源。"
    next_en = "The record does not count; find out who wrote it."


# --- codec ----------------------------------------------------------------------------------------


class NewerVersionNeeded(LogError):
    """The log holds a type of event that this version of the software does not know."""

    code = "newer_version_needed"
    status = 503
    zh = "日志中有本版本不认识的事件类型“{type}”。"
    en = "The log has events of type «{type}», which this version does not know: it needs a newer version."
    next_zh = "请先升级本系统;该辖区暂停读取。"
    next_en = "Upgrade first; reading of this jurisdiction has stopped."


class EventDataInvalid(LogError):
    """Data of a known type of event that do not fit the type: the catalogue was broken."""

    code = "event_data_invalid"
    zh = "事件“{type}”的数据与其类型不符:{faults}"
    en = "The data of an event of type «{type}» do not fit it: {faults}"
    next_zh = "请检查catalogue.json和升级函数;该辖区暂停读取。"
    next_en = "Check catalogue.json and the upcasters; reading of this jurisdiction has stopped."


class UnknownAction(LogError):
    """A command of a type that no family has."""

    code = "unknown_action"
    status = 404
    zh = "没有操作“{type}”。"
    en = "There is no action «{type}»."
    next_zh = "请查阅接口文档中的操作列表。"
    next_en = "See the list of actions in the API document."


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFault:
    """One thing wrong with one field. ``pointer`` is a JSON pointer (RFC 6901) into the command's data."""

    pointer: str
    zh: str
    en: str

    def __str__(self) -> str:
        return f"{self.pointer or '/'}: {self.en}"

    def to_json(self) -> dict[str, str]:
        """The fault as it stands in a problem's ``details``."""
        return {"pointer": self.pointer, "zh": self.zh, "en": self.en}


class CommandInvalid(LogError):
    """The data of a command do not have the command's shape; ``faults`` say where and how."""

    code = "command_invalid"
    status = 422
    zh = "提交的数据有{count}处错误。"
    en = "The data are wrong in these places: {count}."
    next_zh = "请按所列各处更正后重新提交。"
    next_en = "Correct each of them and send it again."

    def __init__(self, faults: tuple[FieldFault, ...]) -> None:
        super().__init__(count=len(faults))
        self.faults = faults

    def __str__(self) -> str:
        return " ".join([self.sentence_en, *(str(fault) for fault in self.faults)])


# --- Kafka ----------------------------------------------------------------------------------------


class CommitUncertain(LogError):
    """The connection broke while a transaction was being ended: nobody knows whether it was."""

    code = "commit_uncertain"
    status = 503
    zh = "提交事务时连接中断({reason}),结果未知。"
    en = "The connection broke while a transaction was committed ({reason}): its fate is unknown."
    next_zh = "写入进程将重新开始,并从日志得知结果。"
    next_en = "The writer starts over and learns it from the log."


class TopicsWrong(LogError):
    """Topics are missing or have settings that could lose or reorder events."""

    code = "topics_wrong"
    status = 503
    zh = "Kafka主题设置有误:{faults}"
    en = "Kafka's topics are not as they must be: {faults}"
    next_zh = "运行 guantong topics --create 建立缺少的主题;已有主题请按所列命令更正。"
    next_en = "Run «guantong topics --create» for missing ones; correct the others as listed."


class PartitionMissing(LogError):
    """A jurisdiction lives on a partition that this process has not heard of (yet)."""

    code = "partition_missing"
    status = 503
    zh = "辖区“{jurisdiction}”所在的分区{partition}尚未找到。"
    en = "Partition {partition}, on which jurisdiction «{jurisdiction}» lives, is not there yet."
    next_zh = "请稍后以同一命令编号重试;如一直如此,请用 guantong topics --partitions 增加分区。"
    next_en = "Retry later with the same command id; if it stays so, «guantong topics --partitions» adds it."


class LogDiverged(LogError):
    """Kafka holds another history than the one that was read before: it was restored from elsewhere."""

    code = "log_diverged"
    status = 503
    zh = "辖区“{jurisdiction}”第{position}号事件与此前读取的不同。"
    en = "Jurisdiction «{jurisdiction}» has another event at position {position} than was read before."
    next_zh = "请查明Kafka的恢复情况;确认后删除读模型和索引重建。"
    next_en = "Find out how Kafka was restored; then drop what was derived and rebuild it."


class LogCutShort(LogError):
    """Kafka holds less than was read before: what came after the last backup was lost. ``lost`` lists it."""

    code = "log_cut_short"
    status = 503
    zh = "日志比此前读取的短,已丢失:{lost}。"
    en = "The log ends before what was read from it; lost were: {lost}."
    next_zh = "请记录丢失的事件,再换用空的数据库:其中的内容会由日志重建。"
    next_en = (
        "Take note of what was lost; then give it an empty database: all in it is built again."
    )


class LogOvertaken(LogError):
    """What this writer wrote was read back as void: another one, or something foreign, came before it."""

    code = "log_overtaken"
    status = 503
    zh = "分区{partition}中本进程写入的记录未被计入。"
    en = "What this process wrote to partition {partition} does not count."
    next_zh = "写入进程将从已计入的末尾重新开始。"
    next_en = "The writer starts over from the counted head."


class LogUnreadable(LogError):
    """The reading thread of a partition ended; the cause is chained."""

    code = "log_unreadable"
    status = 503
    zh = "无法读回分区{partition}。"
    en = "Partition {partition} cannot be read back."
    next_zh = "请查看原因;写入进程须重新启动。"
    next_en = "See the cause; the writer must be started again."


# --- intake ---------------------------------------------------------------------------------------


class CommandTooLarge(LogError):
    """A command greater than a record may be."""

    code = "too_large"
    status = 413
    zh = "提交的数据有{size}字节,超过{most}字节。"
    en = "The command has {size} bytes; {most} is the most."
    next_zh = "请将附件单独上传,或分批提交。"
    next_en = "Send attachments apart, or split it into several commands."


class TargetMissing(LogError):
    """A command that acts on something names nothing."""

    code = "target_missing"
    status = 422
    zh = "操作“{type}”须指明办理对象。"
    en = "The action «{type}» needs a target."
    next_zh = "请指明办理对象的编号。"
    next_en = "Name the stream it acts on."


class ExpiryInvalid(LogError):
    """A command that expires in the past, or too late."""

    code = "expiry_invalid"
    status = 422
    zh = "有效期“{expires}”须晚于现在且不超过{days}天。"
    en = "It must expire after now and within {days} days, not at {expires}."
    next_zh = "请重新设定有效期,或不填(24小时)。"
    next_en = "Give another time, or none (24 hours)."


# --- sealing and the vault ------------------------------------------------------------------------


class SealBroken(LogError):
    """A sealed text that is not what its record committed to: header, key or record was changed."""

    code = "seal_broken"
    zh = "“{path}”处的密封内容与承诺值不符(密钥{keyid})。"
    en = "The sealed text at «{path}» is not what was committed to (key {keyid})."
    next_zh = "请立即核查该记录和密钥库。"
    next_en = "Examine the record and the vault at once."


class KeyErased(LogError):
    """Personal text about a subject whose key was erased: it can never be sealed under it again."""

    code = "key_erased"
    status = 410
    zh = "“{keyid}”的个人信息已依法删除。"
    en = "The personal data of «{keyid}» were erased."
    next_zh = "如确需重新登记,请以新的人员标识提交。"
    next_en = "If the person must be recorded anew, send it under a new person id."


class MasterKeyExposed(LogError):
    """The vault's master key can be read by others than its owner."""

    code = "master_key_exposed"
    zh = "主密钥文件{path}的权限过宽。"
    en = "The master key {path} can be read by others."
    next_zh = "请执行 chmod 600,并评估是否泄露。"
    next_en = "Run chmod 600 on it, and consider whether it has leaked."


class MasterKeyMissing(LogError):
    """A vault with keys, but without the master key that opens them."""

    code = "master_key_missing"
    zh = "密钥库中有密钥,但缺少主密钥文件{path}。"
    en = "The vault has keys, but the master key {path} that opens them is gone."
    next_zh = "请从备份恢复主密钥;不会自动新建。"
    next_en = "Restore it from the backup; a new one is never made over existing keys."


class VaultDamaged(LogError):
    """A file of the vault that cannot be opened with the master key."""

    code = "vault_damaged"
    zh = "密钥“{keyid}”的文件损坏或不属于本密钥库。"
    en = "The file of key «{keyid}» is damaged, or belongs to another vault."
    next_zh = "请从备份恢复该文件。"
    next_en = "Restore that file from the backup."


class IndexMoved(LogError):
    """The index is not as this writer left it: another one took over, or it was dropped and made anew."""

    code = "index_moved"
    status = 503
    zh = "分区{partition}的索引已不是本写入进程留下的状态：由另一进程推进，或被清空重建。"
    en = "The index of partition {partition} is not as this writer left it: moved on, or made anew."
    next_zh = "本进程将重新打开该分区。"
    next_en = "This one opens the partition again."


# --- answers of the writer ------------------------------------------------------------------------


class CommandFailed(LogError):
    """A decision failed in a way nobody foresaw; the incident id finds it in the writer's log."""

    code = "command_failed"
    zh = "办理时系统内部出错(事件编号{incident}),未作任何改动。"
    en = "Deciding it failed (incident {incident}); nothing was changed."
    next_zh = "请将事件编号告知管理员;修复后以新的命令编号重新提交。"
    next_en = (
        "Give the incident id to the operator; once it is repaired, send it under a new command id."
    )


class CommandExpired(LogError):
    """The command waited until after its ``expires``: it is refused, never decided."""

    code = "command_expired"
    status = 409
    zh = "命令已于{expires}过期,未予办理。"
    en = "The command expired at {expires} and was not decided."
    next_zh = "如仍需办理,请重新提交。"
    next_en = "Send it again if it is still wanted."


class CommandIdReused(LogError):
    """The same command id came before with another content."""

    code = "command_id_reused"
    status = 422
    zh = "命令编号{id}此前已用于另一内容。"
    en = "Command id {id} was used before for another content."
    next_zh = "请为新的内容使用新的编号。"
    next_en = "Use a new id for a new content."


class CommandMalformed(LogError):
    """A record on the commands topic that is no command."""

    code = "malformed_command"
    status = 400
    zh = "命令记录格式错误:{reason}"
    en = "The command record is malformed: {reason}"
    next_zh = "请通过接口提交命令。"
    next_en = "Send commands through the interface."


class NotPlacedHere(LogError):
    """The jurisdiction was not opened, or lives on another partition than the command was sent to."""

    code = "not_placed_here"
    status = 404
    zh = "分区{partition}没有辖区“{jurisdiction}”。"
    en = "Partition {partition} has no jurisdiction «{jurisdiction}»."
    next_zh = "请核对辖区代码,并按安装日志所载的分区发送。"
    next_en = "Check its code, and send to the partition that the installation log names."


class Busy(LogError):
    """As many commands of a jurisdiction are waiting for their outcome as may."""

    code = "busy"
    status = 429
    zh = "辖区“{jurisdiction}”待办命令过多。"
    en = "Too many commands of jurisdiction «{jurisdiction}» are waiting."
    next_zh = "请在{retry_after}秒后重试。"
    next_en = "Try again after {retry_after} s."


class IndexDiverged(LogError):
    """The index was made from another log than the one Kafka holds now."""

    code = "index_diverged"
    status = 503
    zh = "辖区“{jurisdiction}”的索引与Kafka不符。"
    en = "The index of jurisdiction «{jurisdiction}» was made from another log than Kafka's."
    next_zh = "请查明Kafka的恢复情况;删除eventlog模式后将自动重建。"
    next_en = "Find out how Kafka was restored; drop schema «eventlog», and it is built again."


class ClientStopped(LogError):
    """The client was closed, or can no longer read outcomes (the cause is chained)."""

    code = "client_stopped"
    status = 503
    zh = "命令客户端已停止。"
    en = "The command client has stopped."
    next_zh = "请稍后以同一命令编号重试,不会重复办理。"
    next_en = "Retry later with the same command id: nothing is done twice."

"""What the recorder says when it refuses. Each is also the error that eventsourcing has for the case."""

from eventsourcing.persistence import (
    DataError,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
)

from eventlog.errors import LogError


class AddressMissing(LogError, InterfaceError):
    """The environment does not say where Kafka is."""

    code = "address_missing"
    zh = "环境变量{variable}未设置。"
    en = "The environment variable {variable} is not set."
    next_zh = "请设为Kafka的引导地址(host:port)。"
    next_en = "Set it to Kafka's bootstrap address (host:port)."


class TopicNameRefused(LogError, InterfaceError):
    """The application's name cannot be part of a topic's name, or the topic belongs to an installation."""

    code = "topic_name_refused"
    zh = "应用名“{application}”不能用于主题名:{reason}。"
    en = "The application name «{application}» cannot name a topic: {reason}."
    next_zh = "请为应用类设置另一name(字母、数字、点、下划线、连字符)。"
    next_en = "Give the application class another «name»: letters, digits, dot, underscore, hyphen."


class HistoryMissing(LogError, InternalError):
    """The first records of the topic were deleted: what is left cannot be counted."""

    code = "history_missing"
    zh = "主题{topic}最前面的{count}条记录已被删除。"
    en = "The first {count} records of topic {topic} were deleted."
    next_zh = "请恢复该主题的备份,或另设应用名重新开始。"
    next_en = "Restore the topic from a backup, or begin anew under another application name."


class OwnedElsewhere(LogError, OperationalError):
    """Another recorder holds the topic: one writes, and it is not this one."""

    code = "owned_elsewhere"
    status = 503
    zh = "主题{topic}由{owner}写入。"
    en = "Topic {topic} is written by {owner}."
    next_zh = "请先停止该进程;进程异常终止的,6秒后自动让出。"
    next_en = "Stop that process first; the place of one that died is free after 6 s."


class OwnershipUnsettled(LogError, OperationalError):
    """The group did not say in time who holds the topic."""

    code = "ownership_unsettled"
    status = 503
    zh = "{limit}秒内未能确定主题{topic}由谁写入。"
    en = "Who writes topic {topic} was not settled within {limit} s."
    next_zh = "请检查Kafka后重试。"
    next_en = "Check Kafka, then try again."


class VersionConflict(LogError, IntegrityError):
    """The aggregate has an event of this version already: somebody decided first."""

    code = "version_conflict"
    status = 409
    zh = "{originator}已有第{version}版事件。"
    en = "{originator} has an event of version {version} already."
    next_zh = "请重新读取后再办理。"
    next_en = "Read it again, then decide again."


class NotStorable(LogError, DataError):
    """An event that the record format has no place for, or that is too large."""

    code = "not_storable"
    status = 422
    zh = "{originator}第{version}版事件无法记录:{reason}"
    en = "Version {version} of {originator} cannot be recorded: {reason}"
    next_zh = "请更正该事件后重新保存。"
    next_en = "Correct the event and save it again."


class NotRecorded(LogError, OperationalError):
    """Kafka failed, and nothing of the events was recorded."""

    code = "not_recorded"
    status = 503
    zh = "事件未被记录({reason})。"
    en = "The events were not recorded ({reason})."
    next_zh = "请重新保存。"
    next_en = "Save them again."


class FateUnknown(LogError, OperationalError):
    """Kafka failed while events were being recorded, and does not tell whether they were."""

    code = "fate_unknown"
    status = 503
    zh = "事件是否已被记录尚不可知({reason})。"
    en = "Whether the events were recorded is not known yet ({reason})."
    next_zh = "请重新保存;若已记录,将以版本冲突拒绝,不会重复。"
    next_en = "Save them again: if they were, that is refused as a version conflict, never doubled."


class RecorderClosed(LogError, ProgrammingError):
    """The recorder was closed, or ended by an error (the cause is chained)."""

    code = "recorder_closed"
    status = 503
    zh = "主题{topic}的记录器已关闭。"
    en = "The recorder of topic {topic} is closed."
    next_zh = "请重新构造应用。"
    next_en = "Construct the application again."


class RecorderUnsupported(LogError, NotSupportedError):
    """A kind of recorder that this module does not have."""

    code = "recorder_unsupported"
    zh = "本模块没有{kind}。"
    en = "This module has no {kind}."
    next_zh = "读模型请另设持久化模块,如eventsourcing.postgres(见docs/recorder.md)。"
    next_en = "Give the view a persistence module of its own, as eventsourcing.postgres: docs/recorder.md."

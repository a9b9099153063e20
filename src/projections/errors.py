"""What the projections say when they cannot go on."""

from domain.errors import Explained


class ProjectionError(Explained):
    """Base of them all."""


class Moved(ProjectionError):
    """The rows were moved on by somebody else, or other versions went live: look again and go on."""

    code = "projections_moved"
    status = 503
    zh = "读模型已由其他进程更新:{what}。"
    en = "The read models were moved on by another process: {what}."
    next_zh = "将自动重新读取。"
    next_en = "It is read anew by itself."


class OtherVersionLive(ProjectionError):
    """A version of a read model is live that is newer than this software."""

    code = "other_version_live"
    status = 503
    zh = "读模型“{model}”的在用版本新于本软件。"
    en = "The live version of read model «{model}» is newer than this software."
    next_zh = "请停止旧版本进程,以新版本启动。"
    next_en = "Stop this process and start the newer release."


class DiskTooSmall(ProjectionError):
    """Beside the live rows there is no room for another copy."""

    code = "disk_too_small"
    status = 503
    zh = "重建约需{needed}字节,磁盘仅余{free}字节。"
    en = "Building anew needs about {needed} bytes; {free} are free."
    next_zh = "请先腾出空间,或逐个读模型重建。"
    next_en = "Free some space, or rebuild one read model at a time."


class CannotRebuild(ProjectionError):
    """Access could not be folded anew: the live rows stay as they are."""

    code = "cannot_rebuild"
    status = 503
    zh = "辖区“{jurisdiction}”第{position}个事件无法重建:{error}。在用数据未变。"
    en = "Event {position} of «{jurisdiction}» cannot be folded anew: {error}. Nothing was swapped."
    next_zh = "请修正软件后重建。"
    next_en = "Repair the software, then rebuild."


class UnknownModel(ProjectionError):
    """There is no read model of that name."""

    code = "unknown_read_model"
    status = 404
    zh = "没有读模型“{model}”,现有:{known}。"
    en = "There is no read model «{model}»; there are {known}."
    next_zh = "请使用现有读模型的名称。"
    next_en = "Name one of these."


class NotParked(ProjectionError):
    """The stream is not parked in any live read model."""

    code = "not_parked"
    status = 404
    zh = "{stream}未被暂停。"
    en = "{stream} is not parked."
    next_zh = "用“guantong status”查看暂停的对象。"
    next_en = "`guantong status` lists what is parked."


class HistoryMissing(ProjectionError):
    """The writer's index, whose history a stream is folded from, is not complete."""

    code = "history_missing"
    status = 503
    zh = "{stream}的历史记录不全:索引有{found}个事件,应为{expected}个。"
    en = "The history of {stream} is not complete: {found} events are indexed, {expected} expected."
    next_zh = "请待索引重建完成后再试。"
    next_en = "Wait until the writer has rebuilt its index, then try again."


ALL_PROJECTION_ERRORS: tuple[type[ProjectionError], ...] = (
    Moved,
    OtherVersionLive,
    DiskTooSmall,
    CannotRebuild,
    UnknownModel,
    NotParked,
    HistoryMissing,
)

"""What the processes say when they cannot go on."""

from domain.errors import Explained


class ProcessError(Explained):
    """Base of the errors of this package."""

    status = 503


class ReadModelsBehind(ProcessError):
    """The read models did not reach a `position` of a `jurisdiction` within `seconds`."""

    code = "read_models_behind"
    zh = "辖区 {jurisdiction} 的读模型在 {seconds} 秒内未到达所需位置 {position}。"
    en = "The read models of «{jurisdiction}» did not reach position {position} within {seconds} s."
    next_zh = "请用 guantong status 查看投影进程是否在运行。"
    next_en = "See with `guantong status` whether the projector runs."


class JurisdictionStopped(ProcessError):
    """The read models of a `jurisdiction` stand still: `reason`."""

    code = "jurisdiction_stopped"
    zh = "辖区 {jurisdiction} 已停止投影:{reason}。"
    en = "The read models of «{jurisdiction}» stand still: {reason}."
    next_zh = "请用 guantong status 查看原因;处理后重新启动投影进程。"
    next_en = "See the reason with `guantong status`; mend it and start the projector again."

"""What the processes say when they cannot go on."""

from collections.abc import Iterable

from domain.errors import Explained, Fault


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


class ScenarioInvalid(ProcessError):
    """The text of a scenario has faults: ``faults`` lists all of them, each with place and fix."""

    code = "scenario_invalid"
    status = 422
    zh = "方案脚本有{count}处错误。{list_zh}"
    en = "The scenario has {count} fault(s).\n{list_en}"
    next_zh = "请逐处更正后重新加载;尚未提交任何内容。"
    next_en = "Correct each of them and load it again; nothing was sent."

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        list_zh = " ".join(f"{each.path}:{each.line} {each.zh}{each.fix_zh}" for each in self.faults)
        list_en = "\n".join(
            f"{each.path}:{each.line}: {each.en} {each.fix_en}" for each in self.faults
        )
        super().__init__(count=len(self.faults), list_zh=list_zh, list_en=list_en)

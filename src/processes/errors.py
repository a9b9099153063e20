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


class IncludedFileMissing(ProcessError):
    """A scheme's `file` includes one that is not there: `included`, a path from its folder."""

    code = "included_file_missing"
    status = 422
    zh = "{file} 引用的文件“{included}”不存在。"
    en = "{file} includes «{included}», and there is no such file."
    next_zh = "请改正 include 中的路径(从该文件所在目录算起)。"
    next_en = "Correct the path in `include`; it begins in the folder of that file."


class IndexBehind(ProcessError):
    """The writer did not index a `jurisdiction` up to a `position` within `seconds`."""

    code = "index_behind"
    zh = "写入进程在 {seconds} 秒内未将辖区 {jurisdiction} 索引至位置 {position}。"
    en = "The writer did not index «{jurisdiction}» up to position {position} within {seconds} s."
    next_zh = "请用 guantong status 查看写入进程是否在运行,然后再次运行同一命令。"
    next_en = "See with `guantong status` whether the writer runs, then run the same command again."


class SameCluster(ProcessError):
    """A jurisdiction was to be moved to where it is."""

    code = "same_cluster"
    status = 409
    zh = "辖区 {jurisdiction} 已在该处:两端是同一日志。"
    en = "Jurisdiction «{jurisdiction}» is there already: both ends are the same log."
    next_zh = "请核对原处与新处的地址。"
    next_en = "Check the addresses of both ends."


class CodeTaken(ProcessError):
    """Another jurisdiction of the same code was opened where one is to be moved: `source`."""

    code = "code_taken"
    status = 409
    zh = "新处已有另一辖区使用代码 {jurisdiction}(来源 {source})。"
    en = "Another jurisdiction has the code «{jurisdiction}» there (source {source})."
    next_zh = "辖区移交不改代码与来源;请先解决代码冲突。"
    next_en = "A move changes neither code nor source; settle who keeps the code first."


class NotAnswered(ProcessError):
    """A command of a move was not decided within `seconds`: no writer of a `jurisdiction` answers."""

    code = "not_answered"
    zh = "辖区 {jurisdiction} 的命令在 {seconds} 秒内未得到办理。"
    en = "A command of «{jurisdiction}» was not decided within {seconds} s."
    next_zh = "请查看两端的写入进程是否在运行,然后再次运行同一命令。"
    next_en = "See whether the writers run at both ends, then run the same command again."


class MoveRefused(ProcessError):
    """A command of a move was refused: `reason`."""

    code = "move_refused"
    status = 409
    zh = "移交辖区 {jurisdiction} 时被拒绝:{reason}"
    en = "The move of «{jurisdiction}» was refused: {reason}"
    next_zh = "请按所述原因处理后再次运行同一命令。"
    next_en = "Mend what it says, then run the same command again."


class TextErased(ProcessError):
    """A personal text that was to go to another jurisdiction was erased meanwhile: in a `stream`."""

    code = "text_erased"
    status = 410
    zh = "{stream} 中提供给其他辖区的个人信息已被清除。"
    en = "Personal text of {stream} that was released to another jurisdiction has been erased."
    next_zh = "清除的信息不再发送;请告知移送单位。"
    next_en = "What was erased is not sent; its sender is told."


class FileDamaged(ProcessError):
    """A file that goes to another jurisdiction is not as it was: an `attachment`, and its `fault`."""

    code = "file_damaged"
    zh = "附件 {attachment} 在存储中缺失或被改动({fault}),不予传递。"
    en = "The store does not hold {attachment} as it was ({fault}): it is not carried."
    next_zh = "请从备份恢复附件存储,然后再次发送。"
    next_en = "Restore the store from its backup, then send again."

    def __init__(self, *, attachment: str, fault: str) -> None:
        super().__init__(attachment=attachment, fault=fault)
        self.attachment, self.fault = attachment, fault


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
        list_zh = " ".join(
            f"{each.path}:{each.line} {each.zh}{each.fix_zh}" for each in self.faults
        )
        list_en = "\n".join(
            f"{each.path}:{each.line}: {each.en} {each.fix_en}" for each in self.faults
        )
        super().__init__(count=len(self.faults), list_zh=list_zh, list_en=list_en)


class FileChanged(ProcessError):
    """A `file` that a line names is not what it was when it was read, or when it was first loaded."""

    code = "file_changed"
    status = 409
    zh = "文件“{file}”与读取时或首次加载时不同。"
    en = "The file «{file}» is not what it was when it was read, or first loaded."
    next_zh = "请恢复原文件后重新加载;新文件请另写一行,用 replaces 注明替换哪一附件。"
    next_en = (
        "Put the file back and load again; a better one gets a line of its own, with `replaces`."
    )


class OpeningRefused(ProcessError):
    """A `jurisdiction` could not be opened: `reason`."""

    code = "opening_refused"
    status = 409
    zh = "辖区 {jurisdiction} 未能开通:{reason}。"
    en = "The jurisdiction «{jurisdiction}» could not be opened: {reason}"
    next_zh = "请换用新的数据目录,或由开通安装的人员办理。"
    next_en = "Use a new data folder, or have whoever opened the installation's first one do it."


class AcceptedUnexpectedly(ProcessError):
    """A line expects to be refused as `expected`, and was accepted."""

    code = "accepted_unexpectedly"
    status = 409
    zh = "该行应被拒绝({expected}),却被接受。"
    en = "This line expects the refusal «{expected}», and was accepted."
    next_zh = "请更正情景文本,并在新的数据目录中重新加载。"
    next_en = "Correct the scenario, and load it into a new data folder."

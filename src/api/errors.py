"""What the HTTP interface says when it refuses, beside the refusals of the domain and of the event log."""

from domain.errors import Explained


class ApiError(Explained):
    """A refusal of the HTTP interface, with the response headers that belong to it."""

    def __init__(self, *, headers: dict[str, str] | None = None, **details: object) -> None:
        super().__init__(**details)
        self.headers = headers or {}


class Unauthenticated(ApiError):
    """No bearer token, or one that does not verify (RFC 6750)."""

    code = "unauthenticated"
    status = 401
    zh = "缺少访问令牌或令牌无效:{reason}。"
    en = "The bearer token is missing or does not verify: {reason}."
    next_zh = "请在 Authorization 头中使用有效令牌;可用“guantong token”签发。"
    next_en = "Send «Authorization: Bearer …» with a valid token; `guantong token` issues one."


class OtherJurisdiction(ApiError):
    """The token was issued for another jurisdiction."""

    code = "other_jurisdiction"
    status = 403
    zh = "该令牌不适用于辖区“{jurisdiction}”。"
    en = "This token is not for jurisdiction «{jurisdiction}»."
    next_zh = "请使用该辖区签发的令牌。"
    next_en = "Use a token issued for it."


class UnknownJurisdiction(ApiError):
    """No jurisdiction of that code has been opened."""

    code = "unknown_jurisdiction"
    status = 404
    zh = "没有开通辖区“{jurisdiction}”。"
    en = "No jurisdiction «{jurisdiction}» has been opened."
    next_zh = "请核对辖区代码。"
    next_en = "Check the code; jurisdictions are opened by the installation's operator."


class NotFound(ApiError):
    """There is nothing there that the reader may know of: one answer for absent and for denied."""

    code = "not_found"
    status = 404
    zh = "没有{what},或者您无权知悉。"
    en = "There is no {what}, or it is not yours to know."
    next_zh = "请核对编号。"
    next_en = "Check the identifier."


class BadHeader(ApiError):
    """A request header or query parameter has a form that is not understood."""

    code = "bad_parameter"
    status = 400
    zh = "参数“{name}”的值无法识别:{value}。"
    en = "Parameter «{name}» cannot be read: {value}."
    next_zh = "应为:{expected_zh}。"
    next_en = "Expected: {expected_en}."


class BodyTooLarge(ApiError):
    """The request body is longer than a command may be."""

    code = "too_large"
    status = 413
    zh = "请求体超过{limit}字节。"
    en = "The body is longer than {limit} bytes."
    next_zh = "请缩短内容,或分批提交。"
    next_en = "Shorten it, or send it in parts."


class TooManyToPrint(ApiError):
    """More matters answer the filters than one document takes."""

    code = "too_many_to_print"
    status = 422
    zh = "符合筛选条件的事项超过{limit}件,一次最多打印{limit}件。"
    en = "More than {limit} matters answer the filters; one document takes {limit} at most."
    next_zh = "请进一步筛选,分批打印。"
    next_en = "Filter further, and print them in parts."


class UploadBroken(ApiError):
    """The client went away before the whole file was here; nothing of it was kept."""

    code = "upload_broken"
    status = 400
    zh = "文件未传完,连接已断开。"
    en = "The connection ended before the whole file was here."
    next_zh = "请以同一 Idempotency-Key 重新上传。"
    next_en = "Upload it again with the same Idempotency-Key."


class AttachmentGone(ApiError):
    """The attachment was withdrawn or annulled: its record stays, its file is not served."""

    code = "attachment_gone"
    status = 410
    zh = "{attachment}已撤回或作废,不再提供内容。"
    en = "{attachment} was withdrawn or annulled: its file is no longer served."
    next_zh = "可查阅其登记记录及原因。"
    next_en = "Its record says why."


class ReadingNotRecorded(ApiError):
    """The reading could not be put on record in time, so nothing was served."""

    code = "reading_not_recorded"
    status = 503
    zh = "未能及时记录本次查阅,未提供内容。"
    en = "The reading could not be put on record in time: nothing was served."
    next_zh = "请稍后重试。"
    next_en = "Try again later."


class NotYetReached(ApiError):
    """The read models have not reached the position that the reader asked to see."""

    code = "not_yet_reached"
    status = 503
    zh = "数据尚未更新到所要求的时点。"
    en = "The read models have not reached the requested position."
    next_zh = "请稍后重试。"
    next_en = "Try again after the seconds in Retry-After."


class Parked(ApiError):
    """The read model could not fold this stream; an operator must look at it."""

    code = "parked"
    status = 503
    zh = "{stream}的视图已暂停更新。"
    en = "The view of {stream} is parked: it could not be brought up to date."
    next_zh = "请联系管理员;修复后执行“guantong unpark”。"
    next_en = "Ask the operator, who repairs it with `guantong unpark`."


class Unavailable(ApiError):
    """A service behind the interface is away."""

    code = "unavailable"
    status = 503
    zh = "服务暂不可用:{service}。"
    en = "{service} is not available now."
    next_zh = "请稍后以同一 Idempotency-Key 重试,不会重复办理。"
    next_en = "Retry later with the same Idempotency-Key: nothing is done twice."


class Internal(ApiError):
    """Something failed that should not have; the incident id finds it in the service's log."""

    code = "internal"
    status = 500
    zh = "系统内部错误(事件编号{incident})。"
    en = "Internal error (incident {incident})."
    next_zh = "请将事件编号告知管理员。"
    next_en = "Give the incident id to the operator."

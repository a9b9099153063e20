"""What is said when a file cannot be taken, or not be given out."""

from eventlog.errors import LogError


class AttachmentTooLarge(LogError):
    """A file longer than this installation takes."""

    code = "attachment_too_large"
    status = 413
    zh = "文件超过{most}字节。"
    en = "The file is longer than {most} bytes."
    next_zh = "请压缩或分成几个文件后上传。"
    next_en = "Compress it, or upload it in several files."


class AttachmentEmpty(LogError):
    """An upload without a single byte."""

    code = "attachment_empty"
    status = 422
    zh = "文件为空。"
    en = "The file is empty."
    next_zh = "请选择有内容的文件重新上传。"
    next_en = "Upload a file that holds something."


class MediaTypeNotTaken(LogError):
    """A kind of file that is not taken: `taken` lists those that are."""

    code = "media_type_not_taken"
    status = 415
    zh = "不接收类型为“{media_type}”的文件。"
    en = "Files of type «{media_type}» are not taken."
    next_zh = "可接收:{taken}。"
    next_en = "Taken are: {taken}."


class MediaTypeWrong(LogError):
    """The bytes are not what the media type says."""

    code = "media_type_wrong"
    status = 415
    zh = "文件内容与类型“{media_type}”不符。"
    en = "The bytes are not those of a file of type «{media_type}»."
    next_zh = "请以文件的真实类型上传;带宏的文档请先另存为不带宏的。"
    next_en = "Upload it as what it is; save a document with macros without them."


class AttachmentMissing(LogError):
    """The store has nothing under the address that the log names."""

    code = "attachment_missing"
    status = 503
    zh = "附件内容在存储中缺失,已作记录。"
    en = "The store has lost this attachment; that is on record."
    next_zh = "请联系管理员从备份恢复该文件。"
    next_en = "Ask the operator to restore it from the backup of the store."


class AttachmentAltered(LogError):
    """What the store holds is not what was attached: not one byte of it is served."""

    code = "attachment_altered"
    status = 503
    zh = "附件内容与登记的校验值不符,已停止提供并作记录。"
    en = "What the store holds is not what was attached: it is not served; that is on record."
    next_zh = "请联系管理员从备份恢复该文件。"
    next_en = "Ask the operator to restore it from the backup of the store."


class AttachmentErased(LogError):
    """The key of the attachment was erased: nobody can read it any more."""

    code = "attachment_erased"
    status = 410
    zh = "附件内容已依法删除,不能恢复。"
    en = "The content of this attachment was erased and cannot be restored."
    next_zh = "其登记记录仍可查阅。"
    next_en = "What the log says about it can still be read."


class StoreAway(LogError):
    """The store does not answer, has no room, or refuses the credentials: `reason`."""

    code = "store_away"
    status = 503
    zh = "附件存储不可用({reason})。"
    en = "The store of attachments cannot be used ({reason})."
    next_zh = "请稍后重试;如一直如此,请检查存储地址、凭据和空间。"
    next_en = "Try again later; if it stays so, check its address, credentials and room."


class StoreUnknown(LogError):
    """An address that names no store this program can use, or holds a secret: `url`."""

    code = "store_unknown"
    status = 400
    zh = "不能使用附件存储地址“{url}”。"
    en = "«{url}» names no store of attachments."
    next_zh = "请写目录、file:///目录 或 s3://桶/前缀;凭据只从环境变量 AWS_… 读取。"
    next_en = (
        "Write a folder, file:///folder or s3://bucket/prefix; credentials are in AWS_… variables."
    )


ALL_ATTACHMENT_ERRORS: tuple[type[LogError], ...] = (
    AttachmentTooLarge,
    AttachmentEmpty,
    MediaTypeNotTaken,
    MediaTypeWrong,
    AttachmentMissing,
    AttachmentAltered,
    AttachmentErased,
    StoreAway,
    StoreUnknown,
)

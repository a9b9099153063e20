"""What requests to departments refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class FieldsMissing(Refusal):
    """Something is supplied or shared without a field that is asked or that the scheme needs."""

    code = "fields_missing"
    status = Status.UNPROCESSABLE
    zh = "缺少字段:{fields}。"
    en = "Fields are missing: {fields}."
    next_zh = "请逐项填写;确无数据的,写明原因。"
    next_en = "Fill in each; where there is none, say why."


REFUSALS: tuple[type[Refusal], ...] = (FieldsMissing,)

"""What training sessions refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NoSuchBrand(Refusal):
    """A session of a brand that the scheme does not have."""

    code = "no_such_training_brand"
    status = Status.UNPROCESSABLE
    zh = "方案中没有培训品牌“{brand}”,可选:{brands}。"
    en = "The scheme has no training brand «{brand}»; it has: {brands}."
    next_zh = "请选用方案所列品牌,或者先在方案中增加。"
    next_en = "Choose a brand of the scheme, or add it to the scheme first."


class NotAnOrganiser(Refusal):
    """A body that does not organise a brand plans a session of it, or one changes another's."""

    code = "not_an_organiser"
    status = Status.FORBIDDEN
    zh = "“{party}”不举办该培训,不能办理此项。"
    en = "{party} does not organise this training and cannot do this."
    next_zh = "请由方案规定的举办单位办理。"
    next_en = "Have the body do it that organises the brand by the scheme."


REFUSALS: tuple[type[Refusal], ...] = (NoSuchBrand, NotAnOrganiser)

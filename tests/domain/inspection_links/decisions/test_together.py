"""信息共享、问题共商、核实联动: what both sides do together."""

import datetime

from domain.errors import InvalidField, NotFound
from domain.inspection_links import commands, errors
from tests.domain.inspection_links.given import DUE, INSPECTION, TEAM, UNTIL, linked
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, stream

SHARE = commands.Share(title="资料库摘要", text="配餐采购情况")


def test_what_one_side_shares_the_other_signs_for() -> None:
    desk = linked()
    desk.act(EDUCATION_GROUP, "share", SHARE)
    assert (TEAM, "receipt") in desk.owed
    got = commands.Receive(share=1)
    desk.refuses(errors.NotForThisSide, EDUCATION_GROUP, "receive", got)
    desk.act(TEAM, "receive", got)
    desk.refuses(errors.NoSuchStep, TEAM, "receive", got)
    desk.refuses(errors.NotForThisSide, INSPECTION, "share", SHARE)
    desk.refuses(NotFound, HEALTH_GROUP, "share", SHARE)


def test_both_sides_consult() -> None:
    """A meeting that was held formally is named by its stream, by who took part in it."""
    desk = linked()
    agreed = commands.RecordConsultation(title="配餐", agreed="分工了解")
    desk.act(TEAM, "record_consultation", agreed)
    for other in (stream("consultation", "x"), stream("notice", "x")):
        named = commands.RecordConsultation(title="配餐", agreed="分工", consultation=other)
        desk.refuses(NotFound, TEAM, "record_consultation", named)


def test_a_verification_is_reported_by_one_side_and_confirmed_by_the_other() -> None:
    desk = linked()
    plan = commands.PlanVerification(subject="招标资料", reporter=EDUCATION_GROUP, due=DUE)
    beyond = commands.PlanVerification(
        subject="招标资料", reporter=TEAM, due=UNTIL + datetime.timedelta(days=1)
    )
    outsider = commands.PlanVerification(subject="招标资料", reporter=HEALTH_GROUP, due=DUE)
    desk.refuses(InvalidField, TEAM, "plan_verification", beyond)
    desk.refuses(errors.NotForThisSide, TEAM, "plan_verification", outsider)
    desk.act(TEAM, "plan_verification", plan)
    report = commands.ReportVerification(verification=1, result="程序缺失")
    confirm = commands.ConfirmVerification(verification=1)
    desk.refuses(errors.NotForThisSide, TEAM, "report_verification", report)
    desk.refuses(errors.NoSuchStep, TEAM, "confirm_verification", confirm)
    desk.act(EDUCATION_GROUP, "report_verification", report)
    desk.refuses(errors.NotForThisSide, EDUCATION_GROUP, "confirm_verification", confirm)
    desk.act(TEAM, "confirm_verification", confirm)
    assert (TEAM, "confirmation") not in desk.owed

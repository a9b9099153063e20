"""信息共享、问题共商、核实联动: what both sides do together."""

import datetime

from domain.errors import InvalidField, NotFound
from domain.inspection_links import commands, errors
from domain.obligations.events import Arisen, Withdrawn
from tests.domain.inspection_links.given import DUE, INSPECTION, TEAM, UNTIL, linked
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, stream

AGREED = commands.RecordConsultation(title="配餐", agreed="分工了解")
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
    desk.act(TEAM, "record_consultation", AGREED)
    assert (EDUCATION_GROUP, "consultation") in desk.owed
    for other in (stream("consultation", "x"), stream("notice", "x")):
        named = commands.RecordConsultation(title="配餐", agreed="分工", consultation=other)
        desk.refuses(NotFound, TEAM, "record_consultation", named)


def test_what_was_agreed_the_other_side_confirms_or_sends_back() -> None:
    """Who recorded it corrects it until it is confirmed; the other side has its days anew."""
    desk = linked()
    desk.act(TEAM, "record_consultation", AGREED)
    confirm = commands.ConfirmConsultation(record=1)
    back = commands.ReturnConsultation(record=1, reason="分工不符")
    right = commands.CorrectConsultation(record=1, title="配餐", agreed="分工核实")
    for name, command in (("confirm_consultation", confirm), ("return_consultation", back)):
        desk.refuses(errors.NotForThisSide, TEAM, name, command)
    desk.refuses(errors.NotForThisSide, EDUCATION_GROUP, "correct_consultation", right)
    told = desk.act(TEAM, "correct_consultation", right)
    assert [type(event) for event in told[1:]] == [Withdrawn, Arisen]
    desk.act(EDUCATION_GROUP, "return_consultation", back)
    assert (TEAM, "better-consultation") in desk.owed
    assert (EDUCATION_GROUP, "consultation") not in desk.owed
    desk.refuses(errors.NoSuchStep, EDUCATION_GROUP, "confirm_consultation", confirm)
    desk.refuses(errors.NotForThisSide, EDUCATION_GROUP, "correct_consultation", right)
    desk.act(TEAM, "correct_consultation", right)
    assert (EDUCATION_GROUP, "consultation") in desk.owed
    desk.act(EDUCATION_GROUP, "confirm_consultation", confirm)
    assert not {rule for _, rule in desk.owed} & {"consultation", "better-consultation"}
    desk.refuses(errors.NoSuchStep, TEAM, "correct_consultation", right)


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


def test_a_report_that_comes_back_is_made_anew_by_who_made_it() -> None:
    """It counts once the other side confirmed it, and stays as it is from then on."""
    desk = linked()
    plan = commands.PlanVerification(subject="招标资料", reporter=EDUCATION_GROUP, due=DUE)
    report = commands.ReportVerification(verification=1, result="程序缺失")
    back = commands.ReturnVerification(verification=1, reason="未附资料")
    confirm = commands.ConfirmVerification(verification=1)
    desk.act(TEAM, "plan_verification", plan)
    desk.refuses(errors.NoSuchStep, TEAM, "return_verification", back)
    desk.act(EDUCATION_GROUP, "report_verification", report)
    desk.refuses(errors.NotForThisSide, EDUCATION_GROUP, "return_verification", back)
    desk.act(TEAM, "return_verification", back)
    assert (EDUCATION_GROUP, "better-verification") in desk.owed
    desk.refuses(errors.NoSuchStep, TEAM, "confirm_verification", confirm)
    desk.refuses(errors.NotForThisSide, TEAM, "report_verification", report)
    desk.act(EDUCATION_GROUP, "report_verification", report)
    assert (EDUCATION_GROUP, "better-verification") not in desk.owed
    desk.act(TEAM, "confirm_verification", confirm)
    desk.refuses(errors.NoSuchStep, TEAM, "return_verification", back)
    assert (TEAM, "confirmation") not in desk.owed

"""What reviews of case quality allow and refuse: given, when, then."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.errors import InvalidField, NotAuthorised, NotFound, WrongState
from domain.ids import StreamId
from domain.leads.state import Lead
from domain.model import Event
from domain.obligations.events import Fulfilled
from domain.quality_reviews import commands, errors, events
from domain.submission import Level, Route, Seat, Submission
from tests.domain.quality_reviews.desk import (
    CHIEF,
    Desk,
    complete,
    completed,
    dues,
    find,
    opened,
    opening,
    overdue,
)
from tests.domain.small import (
    ADJUDICATION,
    CASE_SUPERVISION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    person,
    stream,
)

EVIDENCE, FACTS, FILE = "evidence-unsupported", "facts-unclear", "file-incomplete"


def scored(told: list[Event]) -> tuple[int, str]:
    (found,) = (each for each in told if isinstance(each, events.Scored))
    return found.score, found.grade


class TestOpening:
    """Who reviews what (R 289, 291)."""

    def test_the_adjudication_office_reviews_a_bodys_matter(self) -> None:
        desk = opened()
        assert (desk.state.stage, desk.state.body) == ("opened", EDUCATION_GROUP)
        assert desk.owed == {(ADJUDICATION, "completion")}
        assert desk.state.concerns(None).parties == (ADJUDICATION, EDUCATION_GROUP)

    def test_nobody_else_does(self) -> None:
        desk = Desk()
        desk.refuses(NotAuthorised, HEALTH_GROUP, "open", opening(desk.lead()))

    def test_it_has_to_be_that_bodys_matter(self) -> None:
        desk = Desk()
        lead = desk.lead()
        for subject, body in (
            (stream("lead", "unheard-of"), EDUCATION_GROUP),
            (lead, HEALTH_GROUP),
        ):
            desk.refuses(NotFound, ADJUDICATION, "open", opening(subject, body=body))
        for subject, body in ((stream("person", "x"), EDUCATION_GROUP), (lead, ADJUDICATION)):
            desk.refuses(InvalidField, ADJUDICATION, "open", opening(subject, body=body))

    def test_those_it_names_learn_nothing_of_it(self) -> None:
        """R 299: also where the named person sits in the office that reviews."""
        desk = opened()
        jurisdiction = desk.world.jurisdiction.with_link(person("named"), person("group-head"))
        desk.world.jurisdiction = jurisdiction
        repair = commands.ReportRepair(criterion=FILE, text="已补")
        desk.refuses(NotFound, EDUCATION_GROUP, "report_repair", repair, actor="group-head")
        linked = jurisdiction.with_link(person("named"), person("reviewer"))
        desk.world.jurisdiction = linked
        desk.another("second")
        desk.refuses(NotFound, ADJUDICATION, "open", opening(desk.lead()))

    def test_a_handler_does_not_review_the_own_case(self) -> None:
        """R 289: they check each other."""
        desk = Desk()
        lead = desk.lead()
        state: Lead = desk.world.state(lead)
        handled = _with_lead(desk, lead, state, handlers=(person("reviewer"),))
        handled.refuses(errors.OwnCase, ADJUDICATION, "open", opening(lead))


def _with_lead(desk: Desk, lead: StreamId, state: Lead, **changes: Any) -> Desk:
    """The desk with the lead as it stands later."""
    found = desk.world.stream(lead)
    desk.world.streams[lead] = replace(found, state=replace(state, **changes))
    return desk


class TestDetection:
    """Running cases: overdue, returned, signature missing are found by themselves (mechanism 6)."""

    def test_a_submission_that_came_back_is_found(self) -> None:
        desk = Desk()
        lead = desk.lead()
        route = Route(code="r", levels=(Level(seats=(Seat(party=EDUCATION_GROUP, role="head"),)),))
        returned = Submission(
            route=route, party=EDUCATION_GROUP, submitter=person("group-clerk"), status="returned"
        )
        _with_lead(desk, lead, desk.world.state(lead), submission=returned)
        told = desk.act(ADJUDICATION, "open", opening(lead))
        found = [each for each in told if isinstance(each, events.FindingRecorded)]
        assert [(each.criterion, each.detected, each.deducted) for each in found] == [
            ("sent-back", "returned", 3)
        ]

    @pytest.mark.parametrize(
        ("cause", "criterion", "detected"),
        [
            ("lead.acknowledged", "step-overdue", "overdue"),
            ("lead.signature_awaited", "signature-missing", "signature_missing"),
        ],
    )
    def test_what_is_overdue_is_found_once_by_its_own_criterion(
        self, cause: str, criterion: str, detected: str
    ) -> None:
        desk = Desk()
        lead = desk.lead()
        owed = overdue(desk, lead, cause)
        told = desk.act(ADJUDICATION, "open", opening(lead))
        found = [each for each in told if isinstance(each, events.FindingRecorded)]
        assert [(each.criterion, each.detected, each.obligation) for each in found] == [
            (criterion, detected, owed)
        ]

    def test_another_partys_delay_is_not_the_bodys(self) -> None:
        desk = Desk()
        lead = desk.lead()
        overdue(desk, lead, "lead.acknowledged", owner=CASE_SUPERVISION)
        told = desk.act(ADJUDICATION, "open", opening(lead))
        assert not [each for each in told if isinstance(each, events.FindingRecorded)]


class TestScoring:
    """Scored by the scheme's points, in four grades (QR)."""

    @pytest.mark.parametrize(
        ("criteria", "expected"),
        [
            ((), (100, "excellent")),
            ((EVIDENCE,), (90, "excellent")),
            ((EVIDENCE, FILE), (86, "qualified")),
            ((EVIDENCE, EVIDENCE, FACTS), (65, "flawed")),
            ((FACTS,) * 3, (55, "unqualified")),
            ((FACTS,) * 9, (0, "unqualified")),
        ],
    )
    def test_the_score_is_what_the_findings_leave(
        self, criteria: tuple[str, ...], expected: tuple[int, str]
    ) -> None:
        """Never below nothing; one finding more or fewer, and grade and score follow."""
        desk = opened()
        find(desk, *criteria)
        assert scored(complete(desk)) == expected

    def test_a_fault_found_before_in_that_body_costs_twice(self) -> None:
        """QR: heavier for a repeated fault. Which review had it is computed, not typed."""
        desk = completed(EVIDENCE)
        first = desk.stream
        desk.another("second")
        desk.act(ADJUDICATION, "open", opening(desk.lead("other"), title="第二件"))
        find(desk, EVIDENCE, FILE)
        assert [(each.deducted, each.repeats) for each in desk.state.findings] == [
            (20, first),
            (4, None),
        ]
        assert scored(complete(desk)) == (76, "qualified")

    def test_another_bodys_fault_is_not_repeated(self) -> None:
        desk = completed(EVIDENCE)
        desk.another("second")
        lead = desk.lead("theirs", of=HEALTH_GROUP)
        desk.act(ADJUDICATION, "open", opening(lead, body=HEALTH_GROUP))
        find(desk, EVIDENCE)
        assert [each.repeats for each in desk.state.findings] == [None]

    def test_an_annulled_review_leaves_nothing_to_repeat(self) -> None:
        desk = completed(EVIDENCE)
        annul = commands.Annul(reason="误", approved_by=CHIEF)
        desk.act(ADJUDICATION, "annul", annul)
        assert desk.owed == set()
        assert desk.record().faults == ()
        desk.another("second")
        desk.act(ADJUDICATION, "open", opening(desk.lead()))
        find(desk, EVIDENCE)
        assert [each.repeats for each in desk.state.findings] == [None]

    def test_what_the_body_repaired_before_gives_points_back(self) -> None:
        """QR: bonus for self-repair; after it was found it is too late."""
        desk = opened()
        repair = commands.ReportRepair(criterion=EVIDENCE, text="已补证")
        desk.refuses(errors.NotTheReviewedBody, ADJUDICATION, "report_repair", repair)
        find(desk, FILE)
        desk.act(EDUCATION_GROUP, "report_repair", repair)
        late = commands.ReportRepair(criterion=FILE, text="已补卷")
        desk.act(EDUCATION_GROUP, "report_repair", late)
        find(desk, EVIDENCE)
        assert [each.given_back for each in desk.state.findings] == [0, 1]
        assert scored(complete(desk)) == (87, "qualified")

    def test_only_by_criteria_of_the_scheme(self) -> None:
        desk = opened()
        unknown = commands.RecordFinding(criterion="unheard-of", text="发现")
        desk.refuses(errors.NoScoring, ADJUDICATION, "record_finding", unknown)
        known = commands.RecordFinding(criterion=FILE, text="发现")
        desk.refuses(errors.NotTheReviewer, EDUCATION_GROUP, "record_finding", known)


class TestAnswers:
    """Each finding is answered by a day, judged, perhaps returned, perhaps objected to."""

    def test_each_finding_is_to_be_answered(self) -> None:
        desk = opened()
        find(desk, EVIDENCE, FILE)
        told = complete(desk)
        assert dues(told) == {datetime.date(2026, 1, 19)}
        rules = [each.arisen.rule for each in desk.world.stream(desk.stream).obligations.values()]
        assert rules == ["reply", "reply"]

    def test_an_answer_comes_back_and_is_given_anew(self) -> None:
        desk = completed(EVIDENCE)
        answer = commands.Reply(finding=1, text="已补证")
        desk.refuses(errors.NotTheReviewedBody, ADJUDICATION, "reply", answer)
        desk.act(EDUCATION_GROUP, "reply", answer)
        again = commands.ReturnReply(finding=1, reason="未附清单")
        desk.refuses(errors.NotTheReviewer, EDUCATION_GROUP, "return_reply", again)
        desk.act(ADJUDICATION, "return_reply", again)
        assert desk.owed == {(EDUCATION_GROUP, "better-reply")}
        desk.act(EDUCATION_GROUP, "reply", answer)
        desk.act(ADJUDICATION, "accept_reply", commands.AcceptReply(finding=1))
        assert desk.owed == set()
        desk.refuses(WrongState, EDUCATION_GROUP, "reply", answer)
        desk.refuses(InvalidField, EDUCATION_GROUP, "reply", commands.Reply(finding=2, text="无"))

    def test_an_answer_is_late_by_working_days(self) -> None:
        desk = completed(EVIDENCE)
        desk.world.pass_to(datetime.date(2026, 1, 21))
        told = desk.act(EDUCATION_GROUP, "reply", commands.Reply(finding=1, text="已补证"))
        assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [2]

    def test_an_objection_that_is_right_strikes_the_finding(self) -> None:
        """The score follows; the fault is not remembered; nothing is owed for it."""
        desk = completed(EVIDENCE, FILE)
        objection = commands.Object(finding=1, text="证据在补充卷")
        desk.refuses(errors.NotTheReviewedBody, ADJUDICATION, "object", objection)
        desk.act(EDUCATION_GROUP, "object", objection)
        desk.refuses(WrongState, EDUCATION_GROUP, "object", objection)
        upheld = commands.DecideObjection(finding=1, upheld=True, reason="确有")
        desk.refuses(errors.NotTheReviewer, EDUCATION_GROUP, "decide_objection", upheld)
        told = desk.act(ADJUDICATION, "decide_objection", upheld)
        assert scored(told) == (96, "excellent")
        assert [each.criterion for each in desk.record().faults] == [FILE]
        assert desk.owed == {(EDUCATION_GROUP, "reply")}
        desk.refuses(WrongState, EDUCATION_GROUP, "reply", commands.Reply(finding=1, text="无"))

    def test_an_objection_that_is_wrong_changes_nothing(self) -> None:
        desk = completed(EVIDENCE)
        desk.act(EDUCATION_GROUP, "object", commands.Object(finding=1, text="不认可"))
        refused = commands.DecideObjection(finding=1, upheld=False, reason="无新依据")
        desk.act(ADJUDICATION, "decide_objection", refused)
        assert (desk.state.score, desk.state.grade) == (90, "excellent")
        desk.refuses(WrongState, ADJUDICATION, "decide_objection", refused)

    def test_others_know_of_no_review(self) -> None:
        desk = completed(EVIDENCE)
        answer = commands.Reply(finding=1, text="已补证")
        desk.refuses(NotFound, HEALTH_GROUP, "reply", answer)


class TestCorrection:
    """更正 and 作废 with reason and approver (DOMAIN.md §1.12)."""

    def test_a_correction_says_what(self) -> None:
        desk = completed(EVIDENCE)
        plain: dict[str, Any] = {"reason": "误", "approved_by": CHIEF}
        for wrong in (
            commands.Correct(**plain),
            commands.Correct(**plain, text="改"),
            commands.Correct(**plain, finding=2, text="改"),
        ):
            desk.refuses(InvalidField, ADJUDICATION, "correct", wrong)
        right = commands.Correct(**plain, finding=1, text="改")
        desk.refuses(errors.NotTheReviewer, EDUCATION_GROUP, "correct", right)
        desk.act(ADJUDICATION, "correct", right)
        assert desk.state.score == 90

    def test_the_record_of_a_body_cannot_be_acted_on(self) -> None:
        desk = completed(EVIDENCE)
        record = next(
            found
            for found, each in desk.world.streams.items()
            if getattr(each.state, "stage", None) == "record"
        )
        desk.stream = record
        annul = commands.Annul(reason="误", approved_by=CHIEF)
        desk.refuses(WrongState, ADJUDICATION, "annul", annul)

"""Events as sentences in both languages."""

import pytest

from domain import catalogue
from projections.sentences import Language, Names, sentence, word

ACTOR = "person/7d9f5a0e-52a9-5d8e-8e61-0b7c3f0e9a11"


def test_parties_and_codes_are_told_by_their_names() -> None:
    data = {"holder": "cso", "source": "functional_department"}
    names = Names(parties={"cso": "案件监督管理室"})

    def told(language: Language) -> str:
        return sentence(
            "guantong.lead.received.v1",
            data,
            actor=ACTOR,
            party="cso",
            names=names,
            language=language,
        )

    assert told("zh") == "案件监督管理室收到问题线索(来源:职能部门移送)"
    assert told("en") == "案件监督管理室 received a lead (source: a functional department)"


def test_a_register_number_reads_as_on_paper() -> None:
    number = {"organ": "cso", "kind": "lead", "year": 2026, "serial": 7}
    told = sentence(
        "guantong.lead.registered.v1",
        {"holder": "cso", "number": number},
        actor=ACTOR,
        party="cso",
        names=Names(),
        language="zh",
    )
    assert told == "cso登记线索,编号〔2026〕7号"


@pytest.mark.parametrize(
    ("event_type", "data", "shown"),
    [
        ("rectification.money_recovered", {"amount": 1_250_000}, "挽回损失12,500.00元"),
        ("assessment.published", {"total_hundredths": 9_205}, "考核得分92.05分"),
    ],
)
def test_money_is_told_in_yuan_and_points_as_they_are_given(
    event_type: str, data: dict[str, int], shown: str
) -> None:
    told = sentence(
        f"guantong.{event_type}.v1", data, actor=ACTOR, party="cso", names=Names(), language="zh"
    )
    assert shown in told


def test_a_person_without_a_known_name_stays_a_pseudonym() -> None:
    assert Names().person(ACTOR) == "person/7d9f5a0e…"
    assert Names(persons={ACTOR: "张三"}).person(ACTOR) == "张三"


def test_an_unknown_type_is_told_by_its_name() -> None:
    told = sentence(
        "guantong.lead.beamed.v9", {}, actor=ACTOR, party="cso", names=Names(), language="en"
    )
    assert told == "guantong.lead.beamed.v9"


@pytest.mark.parametrize("event_type", catalogue.EVENTS)
@pytest.mark.parametrize("chosen", ["zh", "en"])
def test_every_template_can_be_filled(event_type: str, chosen: Language) -> None:
    assert sentence(event_type, {}, actor=ACTOR, party="cso", names=Names(), language=chosen)


def test_a_code_is_told_in_the_words_of_its_own_family_first() -> None:
    assert word("stage", "accepted", "zh", "complaint") == "已受理"
    assert word("stage", "accepted", "zh", "notice_reply") == "accepted"
    assert word("kind", "case", "en", "secondment") == "case"
    assert word("resolved_way", "interview", "zh", "lead") == "谈话"
    assert word("effect", "effective", "zh", "joint_theme") == "成效明显"
    assert word("way", "a_way_of_the_city", "zh", "lead") == "a_way_of_the_city"


@pytest.mark.parametrize(
    ("days", "told"), [(0, "on time."), (1, "1 working day late."), (3, "3 working days late.")]
)
def test_lateness_is_told_as_people_say_it(days: int, told: str) -> None:
    data = {"owner": "cs", "title_en": "Register", "late_working_days": days}
    line = sentence(
        "guantong.obligation.fulfilled.v1",
        data,
        actor="person/x",
        party="cs",
        names=Names(),
        language="en",
    )
    assert line == f"cs fulfilled «Register», {told}"

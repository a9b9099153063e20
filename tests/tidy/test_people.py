"""Whoever an event names stands in a known relation to the matter: it is in their hands, or they acted once.

An event that names people in a new field fails here, until it is said whether the matter is in their hands
(`domain.in_hand`), so that nobody's work is forgotten when they leave.
"""

import dataclasses
from collections.abc import Iterator
from typing import Any, Final, get_args, get_type_hints

from domain.catalogue import CATALOGUE
from domain.ids import PersonId
from domain.rectifications.commands import Responsible
from domain.work_hand_overs.matters import IN_HAND

HANDED: Final = {
    ("lead", "handlers"),
    ("lead", "keeper"),
    ("lead", "group"),
    ("case", "handlers"),
    ("case", "keeper"),
    ("case", "adjudicators"),
    ("reexamination", "examiners"),
    ("rectification", "person"),
    ("rectification", "responsible"),
}
"""In somebody's hands, and handed over by a list: by family and field."""

ENDS_BY_ITSELF: Final = {
    ("case", "handler"): "the sheet goes on with the group meeting",
    ("guidance_link", "leader"): "the commission names another for each link",
    ("inspection_link", "person"): "expires with the round",
    ("joint_operation", "person"): "goes home by being returned, or on the last day",
    ("pooled_stationing", "person"): "released by the group, or on the last day",
    ("recommendation", "drafter"): "the issuing party goes on with it",
    ("responsibility_chain", "answers"): "told of a step taken; who takes it anew is named anew",
    ("secondment", "person"): "sent back",
    ("secondment", "mentor"): "the host names another",
    ("talent_pool", "mentor"): "the leading body names another",
    ("talent_pool", "person"): "released by the keeper or their body",
    ("training", "persons"): "the training is held",
    ("unit_committee", "people"): "ended by the group, or on the last day",
}
"""A place given to somebody that ends by an act of its own, and what becomes of it."""

ACTED: Final = {
    "approved_by",
    "checked_by",
    "collectors",
    "entered_by",
    "founder",
    "given_by",
    "heard_by",
    "held_by",
    "interviewers",
    "operator",
    "read_by",
    "reported_by",
    "reviewer",
    "screened_by",
    "shown_by",
    "signed_by",
    "signer",
    "submitter",
    "visitors",
}
"""Who did something once, whatever the family."""

ABOUT: Final = {
    ("cadre_appraisal", "person"),
    ("case", "person"),
    ("lead", "person"),
    ("lead", "persons"),
    ("lead", "recused"),
    ("lead", "refused"),
    ("person", "other"),
    ("reexamination", "kept_out"),
    ("reexamination", "person"),
    ("work_hand_over", "leaver"),
    ("work_hand_over", "taker"),
}
"""Whom the matter is about, or who keeps out of it."""


def mentions(hint: Any) -> bool:
    """Whether a field holds ids of people who work here."""
    return hint in (PersonId, Responsible) or any(mentions(each) for each in get_args(hint))


def named() -> Iterator[tuple[str, str]]:
    """Family and field of whatever names somebody."""
    for family in CATALOGUE.family.values():
        for kind in family.events:
            hints = get_type_hints(kind.event)
            for field in dataclasses.fields(kind.event):
                if mentions(hints[field.name]):
                    yield family.name, field.name


def test_whoever_is_named_has_it_in_hand_or_nothing_is_left_when_they_leave() -> None:
    known = HANDED | ENDS_BY_ITSELF.keys() | ABOUT
    assert {each for each in named() if each not in known and each[1] not in ACTED} == set()
    assert known <= set(named())
    assert {family for family, _ in HANDED} == set(IN_HAND)

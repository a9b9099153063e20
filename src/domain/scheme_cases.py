"""Reads what a scheme says about cases: the three-level sign-off, and the table of approval chains."""

import re
from collections.abc import Iterable
from typing import Final, cast, get_args

from domain.ids import PartyId
from domain.scheme_parts import ApprovalChain, PartyKind, Phrase, SignOffRule
from domain.submission import Seat
from domain.toml_text import Table

MATTERS: Final = ("filing", "sanction", "sending")
TRACKS: Final = ("party", "state")
ACTS: Final = ("reviews", "agrees", "decides")

ORGAN: Final = "organ"
"""In a chain: the organ that manages the post by which it is decided."""

SELF: Final = "self"
SELF_OFFICE: Final = "self.supervising_office"
"""In a sign-off: the party that handles the case, and the office that supervises it."""

HANDLING: Final = "handling"
"""In a chain: the party that handles the case."""

_KINDS: Final = get_args(PartyKind)
_QUORUM: Final = re.compile(r"([1-9][0-9]?)/([1-9][0-9]?)")


def sign_offs(
    table: Table, parties: Iterable[str], roles: Iterable[str]
) -> tuple[SignOffRule, ...]:
    """Every ``[[sign_off]]``: gates, reviewers, members, quorum."""
    parties, roles = tuple(parties), tuple(roles)
    return tuple(_sign_off(inner, parties, roles) for inner in table.tables("sign_off"))


def _sign_off(table: Table, parties: tuple[str, ...], roles: tuple[str, ...]) -> SignOffRule:
    begins, ends = table.span()
    reviewers = tuple(_seat(inner, parties, roles) for inner in table.tables("reviewers"))
    if not reviewers:
        table.note(
            "reviewers",
            says=("没有审核把关人。", "There is nobody to review."),
            fix=("至少写一个席位。", "Give one seat at least."),
        )
    found = SignOffRule(
        submitters=cast("tuple[PartyKind, ...]", _words(table, "for", _KINDS)),
        title=_phrase(table),
        matters=_words(table, "matters", MATTERS),
        reviewers=reviewers,
        members=_words(table, "members", roles),
        quorum=_quorum(table),
        basis=table.text("basis"),
        begins=begins,
        ends=ends,
    )
    table.refuse_rest()
    return found


def _seat(table: Table, parties: tuple[str, ...], roles: tuple[str, ...]) -> Seat:
    party = table.choice("party", (SELF, SELF_OFFICE, *parties))
    found = Seat(party=PartyId(party), role=table.choice("role", roles))
    table.refuse_rest()
    return found


def _quorum(table: Table) -> tuple[int, int]:
    """``2/3``: at most all."""
    text = table.text("quorum")
    form = _QUORUM.fullmatch(text)
    part, whole = (int(form[1]), int(form[2])) if form else (1, 1)
    if text and (form is None or part > whole):
        table.note(
            "quorum",
            says=(f"“{text}”不是不大于1的分数。", f"«{text}» is no fraction up to 1."),
            fix=("请写成 2/3 的形式。", "Write it like 2/3."),
        )
    return part, whole


def approval_chains(
    table: Table, parties: Iterable[str], levels: Iterable[str]
) -> tuple[ApprovalChain, ...]:
    """Every ``[[approval_chain]]``: for what it holds, and its steps; the last of them decides."""
    parties, levels = tuple(parties), tuple(levels)
    rows = table.tables("approval_chain", named="code")
    return tuple(_approval_chain(inner, parties, levels) for inner in rows)


def _approval_chain(
    table: Table, parties: tuple[str, ...], levels: tuple[str, ...]
) -> ApprovalChain:
    begins, ends = table.span()
    found = ApprovalChain(
        code=table.text("code"),
        title=_phrase(table),
        track=table.choice("track", TRACKS),
        sanctions=table.texts("sanctions", needed=True),
        post_levels=_words(table, "post_levels", levels),
        organs=cast("tuple[PartyKind, ...]", _words(table, "organs", _KINDS)),
        steps=tuple(_step(inner, parties) for inner in table.tables("steps")),
        basis=table.text("basis"),
        begins=begins,
        ends=ends,
    )
    acts = [act for _, act in found.steps]
    if not acts or acts[-1] != "decides" or "decides" in acts[:-1]:
        table.note(
            "steps",
            says=("须有且仅有最后一步为 decides。", "The last step, and only it, has to decide."),
            fix=('请以 act = "decides" 的一步结尾。', 'End with one step of act = "decides".'),
        )
    table.refuse_rest()
    return found


def _step(table: Table, parties: tuple[str, ...]) -> tuple[str, str]:
    found = table.choice("body", (ORGAN, HANDLING, *parties)), table.choice("act", ACTS)
    table.refuse_rest()
    return found


def _phrase(table: Table) -> Phrase:
    inner = table.table("title")
    found = Phrase(zh=inner.text("zh"), en=inner.text("en"))
    inner.refuse_rest()
    return found


def _words(table: Table, key: str, known: Iterable[str]) -> tuple[str, ...]:
    """A list of known words."""
    found, known = table.texts(key), tuple(known)
    for name in found:
        if name not in known:
            table.unknown(key, name, known)
    return found

"""Which chain a sanction climbs: the highest post decides, by the table of the day (PS 5-7; PGR 3-4)."""

import datetime

from domain.cases import errors
from domain.cases.account import Account
from domain.cases.state import Person
from domain.cases.values import Chain, ChainStep, Post, Track
from domain.ids import PartyId
from domain.scheme_cases import HANDLING, ORGAN
from domain.scheme_parts import ApprovalChain


def deciding_post(account: Account, person: Person) -> Post:
    """Of several posts the highest by the scheme's table (PS 7); of equal ones the first named."""
    return min(person.posts, key=lambda post: account.scheme.rank(post.post_level))


def chain_of(
    account: Account, person: Person, track: Track, sanction: str, on: datetime.date
) -> Chain:
    """The chain of a sanction of a person on a day; raises `NoApprovalChain`."""
    post = deciding_post(account, person)
    organ = account.jurisdiction.party(post.organ)
    row = account.scheme.approval_chain(
        track, sanction, post_level=post.post_level, organ=organ.kind, on=on
    )
    if row is None:
        raise errors.NoApprovalChain(
            on=on, post_level=post.post_level, sanction=sanction, organ=organ.code
        )
    return Chain(
        code=row.code,
        rule_set=row.basis,
        organ=organ.code,
        steps=tuple(_step(account, row, place, organ.code) for place in range(len(row.steps))),
    )


def _step(account: Account, row: ApprovalChain, place: int, organ: PartyId) -> ChainStep:
    body, act = row.steps[place]
    places = {ORGAN: organ, HANDLING: account.case.handling_party}
    party = places.get(body, PartyId(body))
    match act:
        case "reviews" | "agrees" | "decides":
            return ChainStep(body=account.jurisdiction.party(party).code, act=act)
        case _:
            raise AssertionError(f"the scheme lets no step «{act}» through")

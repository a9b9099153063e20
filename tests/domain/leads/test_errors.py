"""Every refusal says what to do."""

from domain.leads import errors
from domain.leads.errors import REFUSALS


def test_every_refusal_of_leads_is_listed_and_says_what_to_do() -> None:
    own = {
        item for item in vars(errors).values() if getattr(item, "__module__", "") == errors.__name__
    }
    assert {item.__name__ for item in own if isinstance(item, type)} == {
        refusal.__name__ for refusal in REFUSALS
    }
    assert len({refusal.code for refusal in REFUSALS}) == len(REFUSALS)
    assert all(refusal.next_zh and refusal.next_en for refusal in REFUSALS)

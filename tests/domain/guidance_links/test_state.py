"""Random histories of a guidance link: whatever parties try, the fold and what is owed stay right."""

from hypothesis import given
from hypothesis import strategies as st

from domain.guidance_links import FAMILY, commands
from domain.model import Command
from tests.domain.guidance_links.test_decisions import CONTACT, Desk, link
from tests.domain.histories import attempt, check
from tests.domain.small import COMMISSION, EDUCATION_GROUP, FIRST_DAY, OFFICE, person

PARTIES = (EDUCATION_GROUP, COMMISSION, OFFICE)
CHIEF = person("chief")
CONTACTS = st.integers(1, 3)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "link": st.just(link()),
    "name_leader": st.just(commands.NameLeader(leader=CHIEF, document="试纪〔2026〕2号")),
    "contact": st.just(CONTACT),
    "send_back": CONTACTS.map(lambda contact: commands.SendBack(contact=contact, reason="未到组")),
    "end": st.just(commands.End(last_day=FIRST_DAY, reason="调整")),
    "correct": CONTACTS.map(
        lambda contact: commands.Correct(contact=contact, reason="误", approved_by=CHIEF, text="改")
    ),
    "annul_contact": CONTACTS.map(
        lambda contact: commands.AnnulContact(contact=contact, reason="误", approved_by=CHIEF)
    ),
    "annul": st.just(commands.Annul(reason="误", approved_by=CHIEF)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act(COMMISSION, "link", link())
    attempt(data, desk, ATTEMPTS, PARTIES)
    check(desk.world)

"""Where a guidance link stands, folded from its events.

linked → ended; any → annulled. Contacts are only added: counted → sent_back → counted; any → annulled.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.guidance_links import events
from domain.ids import NOBODY, PartyId
from domain.model import Event
from domain.serials import put

Stage = Literal["new", "linked", "ended", "annulled"]
ContactStage = Literal["counted", "sent_back", "annulled"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未建立联系", "not linked yet"),
    "linked": ("联系中", "linked"),
    "ended": ("联系已结束", "ended"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

CONTACT_NAMES: Final[dict[ContactStage, tuple[str, str]]] = {
    "counted": ("联系记录有效", "the contact counts"),
    "sent_back": ("联系记录已退回", "the contact was sent back"),
    "annulled": ("联系记录已作废", "the contact was annulled"),
}
"""How a contact stands, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact: whose record it is, and whether it counts."""

    by: PartyId
    stage: ContactStage = "counted"


@dataclass(frozen=True, slots=True)
class GuidanceLink:
    """One link between an office and a group; ``maker`` made it."""

    stage: Stage = "new"
    office: PartyId = NOBODY
    group: PartyId = NOBODY
    maker: PartyId = NOBODY
    begins: datetime.date = datetime.date.min
    contacts: tuple[Contact, ...] = ()


def evolve(state: GuidanceLink, event: Event) -> GuidanceLink:
    """The link after one of its events; any other event is a fault in the log."""
    match event:
        case events.Linked(office=office, group=group, linked_by=maker, begins=day):
            return GuidanceLink("linked", office, group, maker, day)
        case events.Contacted(by=party):
            return replace(state, contacts=(*state.contacts, Contact(party)))
        case events.ContactSentBack(contact=serial):
            return _contact(state, serial, "sent_back")
        case events.Corrected(contact=serial):
            return _contact(state, serial, "counted")
        case events.ContactAnnulled(contact=serial):
            return _contact(state, serial, "annulled")
        case events.Ended():
            return replace(state, stage="ended")
        case events.LeaderNamed():
            return state
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            raise TypeError(f"no event of a guidance link: {type(event).__name__}")


def _contact(state: GuidanceLink, serial: int, stage: ContactStage) -> GuidanceLink:
    contact = replace(state.contacts[serial - 1], stage=stage)
    return replace(state, contacts=put(state.contacts, serial, contact))

"""Whom the events of a person concern."""

from typing import Final

from domain import account
from domain.checks import ORGANISATION
from domain.ids import PartyId, StreamId, family_of
from domain.model import Concerns, Event
from domain.persons.events import LendingEnded, Lent, Linked, ReadingGranted, ReadingRevoked
from domain.persons.state import PersonState

LINK: Final = "link"
"""The visibility class of who is whom, which no scheme opens."""


class Account(account.Account[PersonState]):
    """What a decision adds to one person."""

    def concerns(self, event: Event, after: PersonState) -> Concerns:
        """The founding party, and every party in which the person holds or held office.

        A grant concerns who gave it, in the class of the matter: that there is one is as secret as
        the matter (R 299). Who is whom concerns nobody but the party that says so.
        """
        match event:
            case ReadingGranted() | Lent():
                return _of_grant(event.stream, event.grant, self.acting)
            case ReadingRevoked() | LendingEnded():
                given = self.state.grants[event.grant].concerns.parties
                return _of_grant(event.stream, event.grant, *given, self.acting)
            case Linked():
                return Concerns(parties=(self.acting,), visibility=LINK)
            case _:
                held = (appointment.party for appointment in after.appointments.values())
                parties = tuple(dict.fromkeys((self.founding, *held)))
                return Concerns(parties=parties, visibility=ORGANISATION)


def _of_grant(matter: StreamId, grant: int, *parties: PartyId) -> Concerns:
    return Concerns(
        parties=tuple(dict.fromkeys(parties)), visibility=f"{family_of(matter)}:grant-{grant}"
    )

"""Drawing people from the pool of an area: the decision.

Their group agreed when it gave them into the pool for its time (DOMAIN.md §5 mechanism 15); from then on they
are lent as anybody, and recusal is checked as for anybody.
"""

from collections.abc import Iterable

from domain.context import Context
from domain.joint_operations import commands, events, guards
from domain.joint_operations.decisions.lending import frame, take_in
from domain.joint_operations.state import JointOperation
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[JointOperation]


def draw_person(stream: Stream, command: commands.DrawPerson, context: Context) -> Iterable[Draft]:
    """Lend and take in somebody of the area's pool; they go home as whoever is lent.

    Raises `NotFound`, `NotInThePool`, `InvalidField`, `HandlerMayNotAdjudicate`, `KeepsOutOfTheMatter`.
    """
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.by_those_who_run_it(account)
    member = guards.pooled(account, command)
    guards.adjudicated_by_others(account, (member.party,))
    guards.lends(account, member.person, member.party)
    guards.within_the_operation(account, command.until)
    serial = len(account.state.lendings) + 1
    account.tell(
        events.PersonOffered(
            **frame(account, member.party),
            lending=serial,
            person=member.person,
            duty=command.duty,
            until=command.until,
            pool=command.pool,
        )
    )
    return take_in(account, guards.lending(account, serial, "offered"))

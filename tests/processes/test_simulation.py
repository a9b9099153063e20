"""A simulation fills jurisdictions over real Kafka; the same again changes nothing."""

import threading

from processes.loading import Progress
from processes.simulation import Simulated, code_of, simulate
from tests.processes.city import City


def simulated(city: City, told: list[Progress] | None = None) -> Simulated:
    def report(progress: Progress) -> None:
        if told is not None:
            told.append(progress)

    return simulate(
        city.settings, jurisdictions=2, leads=12, seed=5, report=report, stop=threading.Event()
    )


def heads(city: City) -> dict[str, int]:
    rows = city.ask("select jurisdiction, position from eventlog.heads")
    return {row["jurisdiction"]: row["position"] for row in rows}


def test_a_simulation_is_all_legal_and_repeats_to_nothing(city: City) -> None:
    told: list[Progress] = []
    first = simulated(city, told)
    assert (first.rejected, first.problems) == (0, [])
    assert first.accepted > 2 * 12 * 5
    assert told[-1].done == told[-1].total == 24
    before = heads(city)
    assert {code_of(5, 12, 1), code_of(5, 12, 2)} <= set(before)
    again = simulated(city)
    assert (again.accepted, again.rejected, again.known) == (0, 0, first.accepted)
    assert heads(city) == before

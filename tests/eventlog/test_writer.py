"""The writer on real Kafka and PostgreSQL: one outcome per command, decided once."""

from tests.eventlog.town import Town, answer


def test_a_command_travels_to_its_event_and_its_outcome(town: Town) -> None:
    with town.writer(), town.client() as client:
        town.found(client)
        opened = answer(client, town.diary())
        assert opened.status == "accepted"
        assert opened.stream is not None
        written = answer(client, town.entry(opened.stream))
        assert (written.stream, written.version) == (opened.stream, 2)
        assert written.first_position == written.last_position == 3

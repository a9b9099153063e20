"""Kafka and PostgreSQL killed and started again under load; the index dropped."""

import random

from tests.eventlog.town import drop_index
from tests.faults.site import Site


def test_the_broker_killed_and_restarted(site: Site, seed: int) -> None:
    chance = random.Random(f"{seed}/broker")
    with site.load:
        for _ in range(2):
            site.load.wait_answers(chance.randint(20, 60))
            site.servers.kafka.kill()
            site.servers.kafka.start()
        site.load.wait_answers(60)
    site.check()


def test_postgresql_killed_and_restarted(site: Site, seed: int) -> None:
    chance = random.Random(f"{seed}/postgresql")
    with site.load:
        for _ in range(2):
            site.load.wait_answers(chance.randint(20, 60))
            site.servers.postgres.kill()
            site.servers.postgres.start()
        site.load.wait_answers(60)
    site.check()
    site.check_index()


def test_the_index_dropped_under_load(site: Site) -> None:
    with site.load:
        site.load.wait_answers(30)
        drop_index(site.town.settings.postgres)
        site.load.wait_answers(60)
    site.check()
    site.check_index()


def test_the_index_dropped_while_no_writer_runs(site: Site) -> None:
    site.stop_writers()
    drop_index(site.town.settings.postgres)
    with site.load:
        site.start_writer()
        site.load.wait_answers(60)
    site.check()
    site.check_index()


def test_broker_postgresql_and_writer_killed_at_once(site: Site) -> None:
    with site.load:
        site.load.wait_answers(30)
        for process in site.running_writers():
            process.kill()
        site.servers.postgres.kill()
        site.servers.kafka.kill()
        site.servers.kafka.start()
        site.servers.postgres.start()
        site.start_writer()
        site.load.wait_answers(60)
    site.check()
    site.check_index()

"""The projector, PostgreSQL and writers killed under load: read models are what building them anew gives."""

import random
from collections.abc import Iterator

import pytest

from embedded import Embedded
from tests.faults.load import Registrations
from tests.faults.site import Site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """An installation with real families under load, and its projector."""
    folder = tmp_path_factory.mktemp("projecting")
    with (
        Embedded(folder, lambda _: None) as servers,
        Site(folder, servers, seed=1, load=Registrations) as site,
    ):
        yield site


def test_the_projector_killed_and_restarted(site: Site, seed: int) -> None:
    chance = random.Random(f"{seed}/projector")
    projector = site.start_projector()
    with site.load:
        for _ in range(3):
            site.load.wait_answers(chance.randint(30, 80))
            projector.kill()
            projector.wait()
            projector = site.start_projector()
        site.load.wait_answers(30)
    site.check()
    site.check_read_models()


def test_projector_writer_and_postgresql_killed_under_load(site: Site, seed: int) -> None:
    chance = random.Random(f"{seed}/together")
    with site.load:
        site.load.wait_answers(chance.randint(30, 80))
        for process in site.running_writers():
            process.kill()
        site.servers.postgres.kill()
        site.servers.postgres.start()
        site.start_writer()
        site.load.wait_answers(50)
        site.servers.kafka.kill()
        site.servers.kafka.start()
        site.load.wait_answers(50)
    site.check()
    site.check_index()
    site.check_read_models()

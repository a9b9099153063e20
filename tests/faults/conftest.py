"""The site, one for all cases of a module: the log grows, and every case adds to what must hold."""

import logging
import os
from collections.abc import Iterator
from typing import Final

import pytest

from embedded import Embedded
from tests.faults.site import Site

SEED: Final = int(os.environ.get("FAULTS_SEED", "20260302"))
"""Failures are reproduced from it."""

log = logging.getLogger(__name__)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """An installation under load, with a projector; after all cases its rows are those of a rebuild."""
    log.warning("FAULTS_SEED=%d", SEED)
    folder = tmp_path_factory.mktemp("site")
    with Embedded(folder, log.info) as servers, Site(folder, servers, seed=SEED) as site:
        site.start_projector()
        yield site
        if not site.running_writers():
            site.start_writer()
        site.check_read_models()


@pytest.fixture
def seed() -> int:
    """The seed of this run."""
    return SEED

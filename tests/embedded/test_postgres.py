"""What all servers of a machine share is made by one of them."""

import fcntl
import os

import pytest

from embedded import postgres


def test_one_server_at_a_time_makes_the_system_user() -> None:
    other = os.open(postgres._programs(), os.O_RDONLY)
    try:
        with postgres._alone(), pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    finally:
        os.close(other)

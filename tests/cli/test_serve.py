"""Where a process may be reached."""

import pytest
import typer

from cli.serve import metrics_address


def test_metrics_are_served_to_this_machine_unless_told_otherwise() -> None:
    assert metrics_address("9100") == ("127.0.0.1", 9100)
    assert metrics_address("192.0.2.1:9100") == ("192.0.2.1", 9100)


@pytest.mark.parametrize("given", ["", "host", "host:", "192.0.2.1:http"])
def test_a_port_is_a_number(given: str) -> None:
    with pytest.raises(typer.BadParameter):
        metrics_address(given)

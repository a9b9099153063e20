import socket

import pytest

from embedded.errors import PortTaken
from embedded.ports import HOST, free_ports, require_free


def test_free_ports_differ_and_can_be_listened_on() -> None:
    ports = free_ports(3)
    assert len(set(ports)) == 3
    for port in ports:
        require_free(port)


def test_a_port_with_a_listener_is_not_free() -> None:
    [port] = free_ports(1)
    with socket.create_server((HOST, port)), pytest.raises(PortTaken, match=str(port)):
        require_free(port)
    require_free(port)

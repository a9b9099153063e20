"""Free TCP ports on 127.0.0.1."""

import random
import socket

from embedded.errors import PortTaken

HOST = "127.0.0.1"
# Below the range from which systems take the ports of outgoing connections: a client that keeps
# trying to reach a stopped server there could otherwise end up connected to itself.
CANDIDATES = range(20_000, 32_000)


def free_ports(count: int) -> list[int]:
    """Return `count` different ports nobody listens on."""
    shuffled = random.SystemRandom().sample(CANDIDATES, len(CANDIDATES))
    free = (port for port in shuffled if is_free(port))
    return [next(free) for _ in range(count)]


def is_free(port: int) -> bool:
    """Tell whether a server could listen on the port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def require_free(port: int) -> None:
    """Raise `PortTaken` unless a server could listen on the port now."""
    if not is_free(port):
        raise PortTaken(port=port)

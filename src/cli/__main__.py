"""`python -m cli` is `guantong`: how the supervisor starts its children."""

from cli.main import app

app()

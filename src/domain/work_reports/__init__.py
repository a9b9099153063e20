"""The family; see commands.py, events.py, state.py, decisions.py."""

"""One worked story for each mechanism: its parties act over HTTP, and end in exactly these read models."""

"""Faults: real processes killed, paused and restarted; afterwards every acknowledged command counts once."""

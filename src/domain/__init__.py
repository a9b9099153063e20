"""The domain: commands, events, decisions and what follows from them.

Pure code: no input or output, no clock, no randomness. Identifiers and times come in as arguments.
"""

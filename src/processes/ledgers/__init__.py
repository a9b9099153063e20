"""Ledgers that people keep in spreadsheets: what columns mean, rows as commands, and taking them in."""

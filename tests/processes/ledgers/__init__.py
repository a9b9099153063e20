"""Ledgers in spreadsheets."""

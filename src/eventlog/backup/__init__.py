"""Backup and restore of the truth: what counts on the log, and the vault apart (docs/backup.md)."""

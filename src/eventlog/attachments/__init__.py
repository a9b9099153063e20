"""Attachments: the bytes beside the log – received, sealed, kept in a store, served piece by piece."""

"""Attachments of a matter, and the originals they were made from."""

"""Bulletins on case quality: what is allowed and refused, and histories by chance."""

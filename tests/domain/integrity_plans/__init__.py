"""Integrity plans: what is allowed and refused, and histories by chance."""

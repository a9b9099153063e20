"""Urging by hand: what is allowed and refused, and histories by chance."""

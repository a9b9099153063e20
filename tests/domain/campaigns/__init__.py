"""Campaigns: what is allowed and refused, what is counted, and histories by chance."""

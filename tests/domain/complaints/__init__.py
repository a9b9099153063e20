"""Complaints (检举控告): what they allow and refuse, and how they fold."""

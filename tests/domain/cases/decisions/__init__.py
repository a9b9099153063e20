"""What cases allow and refuse, concern by concern."""

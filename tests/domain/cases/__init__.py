"""Cases in a small world."""

"""What campaigns allow and refuse, by kind of action."""

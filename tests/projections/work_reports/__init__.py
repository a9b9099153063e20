"""What a report says, and what the registers count."""

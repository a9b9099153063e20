"""What is read on record."""

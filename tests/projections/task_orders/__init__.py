"""What the register of task orders says, and what was owed."""

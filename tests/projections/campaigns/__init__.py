"""What the register of campaigns says, and what the campaign itself counts."""

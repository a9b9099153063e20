"""What the read models are asked: every answer joined with permission, as of any position."""

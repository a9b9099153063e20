"""The family of daily supervision: what is allowed and refused, and histories by chance."""

"""The family of selections: what is allowed and refused, and histories by chance."""

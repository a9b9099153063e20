"""The family of talent pools: what is allowed and refused, and histories by chance."""

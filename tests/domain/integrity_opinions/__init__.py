"""The family of integrity opinions: what is allowed and refused, and histories by chance."""

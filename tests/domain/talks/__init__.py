"""The family of talks: what is allowed and refused, and histories by chance."""

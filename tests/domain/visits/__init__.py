"""The family of visits: what is allowed and refused, and histories by chance."""

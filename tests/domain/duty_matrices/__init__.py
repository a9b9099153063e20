"""The family of duty matrices: what is allowed and refused, and histories by chance."""

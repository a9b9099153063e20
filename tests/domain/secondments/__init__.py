"""The family of secondments: what is allowed and refused, and histories by chance."""

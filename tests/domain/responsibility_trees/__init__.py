"""The family of trees of responsibility: what is allowed and refused, and histories by chance."""

"""The family of training sessions: what is allowed and refused, and histories by chance."""

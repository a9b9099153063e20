"""The family of unit committees: what is allowed and refused, who learns what, and histories by chance."""

"""Case quality reviews: what is allowed and refused, and histories by chance."""

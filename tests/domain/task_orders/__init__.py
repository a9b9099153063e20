"""Task orders: what is allowed and refused, and histories by chance."""

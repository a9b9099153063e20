"""Reports of the level above: what is allowed and refused, and histories by chance."""

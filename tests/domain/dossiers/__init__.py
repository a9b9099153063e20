"""The family of dossiers: what is allowed and refused, and histories by chance."""

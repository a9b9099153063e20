"""The family of assessments: what is allowed and refused, how points follow, histories by chance."""

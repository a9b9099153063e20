"""The family of cadre appraisals: what is allowed and refused, who learns what, and histories by chance."""

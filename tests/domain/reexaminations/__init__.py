"""Re-examinations in the small world of cases."""

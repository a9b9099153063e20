"""Files beside the log: sealed, stored, served."""

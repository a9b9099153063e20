"""Event stores of others beside ours, each started by the benchmark: ``make bench-peers``."""

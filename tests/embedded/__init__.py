"""The servers that tests and `make run` use, killed and started again."""

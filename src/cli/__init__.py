"""The command line `guantong`: the composition root, where processes are put together and started."""

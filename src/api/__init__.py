"""The HTTP interface: command routes, queries, the event stream, problems and identity."""

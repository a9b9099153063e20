"""The rules of the domain, proved as given/when/then without any server."""

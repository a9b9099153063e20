"""The decisions about complaints, concern by concern."""

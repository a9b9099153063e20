"""Responsibility chains."""

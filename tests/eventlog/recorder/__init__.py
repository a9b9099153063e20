"""The recorder, part by part."""

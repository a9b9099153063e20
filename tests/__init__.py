"""The tests, laid out like ``src``: ``tests/domain`` proves ``domain``, and so on."""

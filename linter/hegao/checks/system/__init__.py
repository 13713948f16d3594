"""Checks of the rules SYS: what the tool says of its own reading."""

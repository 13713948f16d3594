"""Checks that an office gives its own words and patterns to."""

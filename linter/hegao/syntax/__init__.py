"""Syntax: physical lines become logical lines of a kind, and these a tree."""

"""Checks: named functions that look at one node; they know no code, no severity and no prose."""

"""Findings (问题): what one is, where it stands, how it is worded, and what excuses it."""

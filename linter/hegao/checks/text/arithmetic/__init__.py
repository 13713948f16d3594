"""Checks of figures against one another (勾稽): sums, shares, counts, lengths of time (rule total, norms FIG-16)."""

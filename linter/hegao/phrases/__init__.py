"""Phrases: readers of what stands inside a line: numbers, dates, units, clauses, citations."""

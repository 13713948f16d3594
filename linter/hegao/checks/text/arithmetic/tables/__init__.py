"""Figures of tables, alone and against the text."""

"""Counts against what is listed: names, items, rows, attachments."""

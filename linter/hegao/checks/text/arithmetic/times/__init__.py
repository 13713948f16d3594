"""How long things last, against the days and hours between which they do."""

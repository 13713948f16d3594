"""Checks of the rules TXT: marks, figures, words, sums."""

"""Checks of the rules DAT: dates (日期)."""

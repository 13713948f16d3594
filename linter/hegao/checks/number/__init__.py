"""Checks of the rules NUM: document numbers (发文字号)."""

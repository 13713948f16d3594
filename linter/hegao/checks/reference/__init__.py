"""Checks of the rules REF: citations (引用)."""

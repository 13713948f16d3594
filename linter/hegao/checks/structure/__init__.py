"""Checks of the rules STR: elements (要素) and headings (层次)."""

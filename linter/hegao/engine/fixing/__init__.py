"""Safe edits (改正) applied to files."""

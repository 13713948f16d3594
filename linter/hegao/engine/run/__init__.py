"""A run: files in, findings out."""

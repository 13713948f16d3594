"""OpenDocument texts (.odt) read as lines."""

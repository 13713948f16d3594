"""Sources: a file on disk becomes text whose every character knows its place."""

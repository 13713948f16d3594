"""Reports as a page (HTML): self-contained, offline, for people who would rather look than read."""

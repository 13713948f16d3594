"""Web pages: what stands in them beside navigation becomes lines."""

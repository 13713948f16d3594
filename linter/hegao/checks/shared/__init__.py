"""What checks of several areas use."""

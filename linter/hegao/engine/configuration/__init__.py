"""Configuration (设置): what the office and the caller ask, and which rules follow from it for each file."""

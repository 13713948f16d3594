"""Rules (规则): their files, read, validated, and kept."""

"""Checks of the rules ATT: attachments (附件)."""

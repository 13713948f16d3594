"""The report that is written into a Word document: findings as comments, safe edits as revisions, all else as it was."""

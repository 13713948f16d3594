"""The register of document numbers (发文登记簿): what was issued, what is reserved, what may not be used again."""

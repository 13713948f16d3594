"""Relations (关系) that figures of one reading must bear out, whatever words stand between: balance, product, band, part and whole."""

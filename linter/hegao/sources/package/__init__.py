"""What ZIP packages of XML have in common: Word, OpenDocument and OFD files."""

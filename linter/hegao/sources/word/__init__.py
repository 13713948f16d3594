"""Word documents (``.docx``): a package of XML parts becomes lines that know their runs."""

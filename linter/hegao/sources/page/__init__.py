"""Documents as pages (版式文件): PDF and OFD, of which only marks at places are known; what is on the pages becomes lines again."""

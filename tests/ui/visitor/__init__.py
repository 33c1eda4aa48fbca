"""The visitor's pages, driven by accessible names in the real shell."""

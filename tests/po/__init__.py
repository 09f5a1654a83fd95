"""Catalogs: read, written, merged, counted."""

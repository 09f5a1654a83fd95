"""build: every variant that is ready, in build/; nothing else changes."""

"""l10n: one article in several languages, reviewed on record."""

"""Builds the bundled model from public data: `python -m checker.training --help`. Nothing else imports this."""

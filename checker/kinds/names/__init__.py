"""Names with a version, a number or a rank."""

"""Days, years and hours."""

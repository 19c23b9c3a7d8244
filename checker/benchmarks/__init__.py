"""Measures the tool on data that is given by a path; nothing of it is shipped, nothing is tuned by it."""

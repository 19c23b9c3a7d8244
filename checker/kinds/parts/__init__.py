"""Parts of a whole and multiples."""

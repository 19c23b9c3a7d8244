"""`checker corpus`: aligned segments checked row by row, over processes or machines, in constant memory."""

from checker.corpus.checking import RowResult, check_rows

__all__ = ["RowResult", "check_rows"]

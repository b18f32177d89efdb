"""Names of columns: cleaned, understood, and parted into the stem of a question and the item of a column."""

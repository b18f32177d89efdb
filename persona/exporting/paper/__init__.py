"""Results on paper: sheets, the method page and cards, set by typst, which needs the `export` extra."""

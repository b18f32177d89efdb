"""Pages of experiments: the list, the way from a file to checked data, the data itself."""

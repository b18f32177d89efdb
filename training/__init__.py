"""How the data files of the library are made: scripts that are run by hand, never by the product."""

"""Write: a segment becomes a persona of computed facts and verbatim passages with counted support."""

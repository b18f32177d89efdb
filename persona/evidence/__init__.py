"""What people say, found over a whole data set and counted by people: topics, and claims inside them."""

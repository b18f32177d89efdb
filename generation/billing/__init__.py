"""Money: estimate, budget, usage."""

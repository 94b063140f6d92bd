"""What happens: one use case per function, each with the session it works in and the moment it happens at."""

"""Pages over many networks, for advisers: what needs them, networks side by side, how they develop."""

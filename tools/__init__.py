"""What sets the project up, runs it and guards its quality; nothing here is part of the application."""

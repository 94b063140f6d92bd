"""Administrators look after support organisations, accounts, questionnaires, retention, the log and the system."""

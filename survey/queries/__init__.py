"""All SQL. Functions are verbs with keyword-only arguments; what comes back has a fixed order."""

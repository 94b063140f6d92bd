"""What the pages over many networks are made of: read within what somebody may open, for ``reports.dashboards``."""

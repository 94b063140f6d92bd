"""What the rows of a file mean for the networks that are there: planned, shown, and carried out as a whole or not.

``wishes`` reads one row; ``planning`` holds all of them against what is known; ``carrying_out`` writes the plan;
``staging`` keeps a file between the two.
"""

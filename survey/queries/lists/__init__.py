"""The SQL of the staff's lists, a file each: which rows match, by what they can be sorted, what a row shows."""

"""The machinery of the staff's lists: what is asked in the address bar, the page, the workbook. No SQL here."""

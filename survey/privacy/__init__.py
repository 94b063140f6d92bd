"""What is stored of whom, why, how long and who sees it: said once, for the pages and the tests.

The terms are the constants by which things are deleted; nothing here deletes anything.
"""

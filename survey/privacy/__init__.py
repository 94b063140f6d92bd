"""What is stored of whom, why, how long and who sees it: said once, for the pages that tell it and the tests that check.

The terms are the constants by which things are deleted; nothing here deletes anything.
"""

"""A handbook becomes finished page data: sorted, grouped, worded; targets are ids.

Every output (site, JSON, printed book) is made from these views, so that the
same thing is said in the same words everywhere.
"""

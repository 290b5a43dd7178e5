"""The pages in a real browser, against a really served library."""

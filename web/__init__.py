"""The shells: command line, JSON API and pages. They parse, call `qa` and `index`, and write."""

"""The JSON API: one blueprint per file. Views parse, call, write; they decide nothing."""

"""What the Makefile calls: installing, and writing the generated pages of docs/."""

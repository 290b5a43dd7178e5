"""Articles in, hits out."""

import os

# ONNX Runtime's builds for Linux and macOS report use to Microsoft unless this is set before
# they are loaded; importing this package comes before that, and nothing here is sent anywhere.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

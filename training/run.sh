#!/bin/sh
# From the data sets to the shipped reader, in one command: make reader.
# Needs DATELINE_DATASETS. A run that was cut off goes on where it was: start it again.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
work=build/reader
export HF_HUB_OFFLINE=1

# 1. Read the sets, mine hard negatives with our own retriever, make rule-made questions.
[ -f $work/groups.json.gz ] || $python -m training.prepare --to $work/groups.json.gz

# 2. Train from the embedder's encoder. About 26 million window tokens.
$python -m training.train --groups $work/groups.json.gz --to $work/run --tokens-m 26

# 3. Average the last snapshots, export to ONNX and int8.
$python -m training.averaging $work/run --to $work/averaged
$python -m training.export_reader $work/averaged --to models/reader

# 4. Fit the confidence, the refusal threshold and the null threshold on the even articles.
$python -m training.fit_reading
$python -m training.fit_calibration --runs $work/runs.pkl --questions 120

# 5. Score what came out, int8 and fp32, and pin the quality gate.
$python -m training.evaluate models/reader
$python -m training.evaluate models/reader --fp32
$python -m benchmarks.gate --pin

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

# 2. Train from the embedder's encoder, and average the last snapshots.
$python -m training.train --tokens-m 26 --last-step 3700 --to $work/run
$python -m training.averaging $work/run --last 5 --to $work/averaged

# 3. Once more over the last phase, and average again.
$python -m training.train --round again --start-from $work/averaged --tokens-m 3.8 \
    --learning-rate 1e-4 --decay 0.96 --seed 1 --to $work/again
$python -m training.averaging $work/again --last 5 --to $work/again-averaged

# 4. A longer round, with dropout, most of its draws with an answer; average a last time, also
#    with what it began with. (jemalloc with huge pages in front: a third faster, LOG.md.)
$python -m training.train --round longer --start-from $work/again-averaged --tokens-m 28 \
    --last-step 3800 --learning-rate 1.5e-4 --decay 0.6 --dropout 0.1 --seed 2 --to $work/longer
$python -m training.averaging $work/longer --last 5 --with $work/again-averaged 0.5 --to $work/final

# 5. From there two ways: the same round again, and one with our own questions about passages
#    (training/written_questions), nearly two in five without an answer.
$python -m training.train --round longer --start-from $work/final --tokens-m 16 --no-bf16 \
    --last-step 2050 --learning-rate 1.5e-4 --decay 0.52 --dropout 0.1 --seed 3 --to $work/longer-still
$python -m training.averaging $work/longer-still --last 5 --to $work/still-averaged
$python -m training.train --round written --start-from $work/final --tokens-m 10 --no-bf16 \
    --last-step 1560 --learning-rate 1.5e-4 --decay 0.6 --dropout 0.1 --seed 4 --to $work/written
$python -m training.averaging $work/written --last 5 --with $work/final 0.6 --to $work/written-averaged

# 6. From the second, once more with whole articles and encyclopedia paragraphs; half of it and a
#    quarter of two rounds before in the mean.
$python -m training.train --round articles --start-from $work/written-averaged --tokens-m 11 \
    --no-bf16 --last-step 1350 --learning-rate 1.2e-4 --decay 0.6 --dropout 0.1 --seed 5 \
    --to $work/articles
$python -m training.averaging $work/articles --last 5 --with $work/final 0.25 \
    --with $work/still-averaged 0.25 --to $work/shipped

# 7. Export to ONNX and int8; fit what the form of a span adds to its score, the null threshold,
#    the confidence and the refusal threshold.
$python -m training.export_reader $work/shipped --to models/reader
$python -m training.fit_forms
$python -m training.fit_reading
$python -m training.fit_calibration --runs $work/runs.pkl --questions 60

# 8. Score what came out, int8 and fp32, and pin the quality gate.
$python -m training.evaluate models/reader
$python -m training.evaluate models/reader --fp32
$python -m benchmarks.gate --pin

#!/bin/sh
# Makes .venv, installs Dateline and its models into it. `install.sh dev` adds what the tests need.
#
# A stamp in .venv holds what the last complete install was made from; while it still holds,
# there is nothing to do. It is removed first and written last, so an install that failed is
# done again. One that was killed while packages were being written leaves a mark, and starts
# over with an empty .venv.
set -eu
cd "$(dirname "$0")/.."

python=.venv/bin/python
stamp=.venv/dateline-installed
mark=.venv/dateline-installing
lock=.venv.lock
dev=no
if [ "${1:-}" = dev ]; then
    dev=yes
    stamp=$stamp-dev
fi

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# What an install is made from: this folder, its Python, its pins.
recipe() {
    pwd -P
    "$python" -V
    cat requirements.txt requirements-dev.txt pyproject.toml
}

# An install for the tests holds all that a plain one does.
is_installed() {
    [ -x .venv/bin/dateline ] || return 1
    for found in "$stamp" .venv/dateline-installed-dev; do
        [ -f "$found" ] && recipe 2>/dev/null | cmp -s - "$found" && return 0
    done
    return 1
}

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
has_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

# Prints the first Python >= 3.11 that can make a virtual environment.
find_python() {
    without_venv=
    for candidate in ${PYTHON:+"$PYTHON"} python3.11 python3 python3.12 python3.13 python3.14; do
        is_new_enough "$candidate" || continue
        if has_venv "$candidate"; then
            say "$candidate"
            return
        fi
        without_venv=${without_venv:-$candidate}
    done
    [ -n "$without_venv" ] || fail "Dateline needs Python 3.11 or newer and found none." \
        "Install one, or name it: make install PYTHON=/path/to/python3.11"
    name=$("$without_venv" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
    fail "$without_venv has no venv module. Add it with: sudo apt install $name-venv"
}

# A venv is tied to its folder; one that was moved, or whose pip does not run, is of no use.
is_venv_usable() {
    [ ! -e "$mark" ] && "$python" -m pip --version >/dev/null 2>&1 &&
        grep -qF " $(pwd -P)/.venv" .venv/pyvenv.cfg 2>/dev/null
}

# Twice quiet: errors only.
pip_install() {
    : >"$mark"
    status=0
    "$python" -m pip install -qq --disable-pip-version-check "$@" || status=$?
    rm -f "$mark"
    return "$status"
}

torch_pin() { sed -n 's/^torch==//p' requirements.txt; }

# The pinned version counts whatever its build: 2.13.0 and 2.13.0+cpu alike.
has_torch() {
    "$python" - "$(torch_pin)" <<'PY' 2>/dev/null
import sys
from importlib.metadata import version

sys.exit(version("torch").split("+")[0] != sys.argv[1])
PY
}

has_gpu() { [ -e /dev/nvidia0 ] || command -v nvidia-smi >/dev/null 2>&1; }

# On Linux the default PyTorch brings gigabytes of CUDA; without a GPU the CPU build will do.
# When its index cannot be reached, the plain pin follows with the other packages.
install_cpu_torch() {
    [ "$(uname -s)" = Linux ] || return 0
    has_gpu && return 0
    has_torch && return 0
    say "Installing PyTorch $(torch_pin), the build without CUDA ..."
    pip_install --timeout 5 --retries 0 --no-deps --index-url https://download.pytorch.org/whl/cpu \
        "torch==$(torch_pin)" >/dev/null 2>&1 ||
        say "PyTorch's own index gave none; the usual build follows, with gigabytes of CUDA."
}

# One install at a time: the lock is a link whose target is the process that holds it.
take_lock() {
    until ln -s "$$" "$lock" 2>/dev/null; do
        holder=$(readlink "$lock") || continue
        if ! kill -0 "$holder" 2>/dev/null; then
            rm -f "$lock"
            continue
        fi
        [ -n "${is_waiting:-}" ] || say "Waiting for another install of this folder ..."
        is_waiting=yes
        sleep 1
    done
    trap 'rm -f "$lock"' EXIT
    trap 'exit 130' INT TERM
}

is_installed && exit 0
take_lock
is_installed && exit 0
rm -f "$stamp"

if ! is_venv_usable; then
    base=$(find_python)
    say "Creating .venv with $("$base" -V) ..."
    "$base" -m venv --clear .venv
fi

install_cpu_torch
say "Installing the packages of requirements.txt (minutes, the first time) ..."
if [ "$dev" = yes ]; then
    pip_install -r requirements.txt -r requirements-dev.txt
else
    pip_install -r requirements.txt
fi
say "Installing Dateline ..."
pip_install --no-build-isolation --no-deps --editable .
say "Preparing the models ..."
"$python" -m index.prepare
recipe >"$stamp.part"
mv "$stamp.part" "$stamp"
say "Installed: .venv/bin/dateline"

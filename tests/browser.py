"""Find Chrome or Chromium for the page's tests, or have the package manager install it.

`python -m tests.browser` is part of `make test`: exit code 0 when there is a browser, or
when its tests will be skipped, which it says; 1 in CI (the variable CI is set) without one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NAMES = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# What Playwright itself installed for other projects.
PLAYWRIGHT_CACHES = (".cache/ms-playwright", "Library/Caches/ms-playwright")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
VERSION_TIMEOUT_S = 60
INSTALL_TIMEOUT_S = 900


@dataclass(frozen=True, slots=True)
class PackageManager:
    """A package manager and its commands that bring Chromium, in order."""

    program: str
    commands: tuple[tuple[str, ...], ...]
    needs_root: bool = True

    def shown(self) -> str:
        """Write the commands as a person types them."""
        prefix = "sudo " if self.needs_root else ""
        return " && ".join(prefix + " ".join(command) for command in self.commands)


MANAGERS = (
    PackageManager(
        "apt-get",
        (
            ("apt-get", "update"),
            ("apt-get", "install", "-y", "--no-install-recommends", "chromium"),
        ),
    ),
    PackageManager("dnf", (("dnf", "install", "-y", "chromium"),)),
    PackageManager("pacman", (("pacman", "-Sy", "--noconfirm", "chromium"),)),
    PackageManager("zypper", (("zypper", "--non-interactive", "install", "chromium"),)),
    PackageManager("apk", (("apk", "add", "chromium"),)),
    PackageManager("brew", (("brew", "install", "--cask", "google-chrome"),), needs_root=False),
)


def find_browser() -> str | None:
    """Give the path of a Chrome or Chromium that starts, or None.

    DATELINE_BROWSER names one; it wins over those on the PATH.
    """
    return next((path for path in _candidates() if _starts(path)), None)


def package_manager() -> PackageManager | None:
    """Give the package manager of this machine, or None when it is none we know."""
    return next((manager for manager in MANAGERS if shutil.which(manager.program)), None)


def install(manager: PackageManager) -> bool:
    """Install Chromium as root, or through `sudo -n`; say whether the last command worked.

    The ones before it only refresh lists, and one mirror out of reach need not matter.
    """
    prefix = _privilege(manager)
    if prefix is None:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return [_run([*prefix, *command], environment) for command in manager.commands][-1]


def is_ci() -> bool:
    """Say whether this is a CI run, where a missing browser is a failure."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false", "no")


def how_to_install() -> str:
    """Name the command that installs Chromium on this machine."""
    manager = package_manager()
    return manager.shown() if manager else "install Chrome or Chromium, or set DATELINE_BROWSER"


def main() -> int:
    """Make sure of a browser; print one line on what was found. Returns the exit code."""
    if path := find_browser():
        print(f"Browser for the page's tests: {path}")
        return 0
    manager = package_manager()
    if manager and (manager.needs_root or is_ci()):
        print("No Chrome or Chromium here; trying the package manager.", flush=True)
        if install(manager) and (path := find_browser()):
            print(f"Browser for the page's tests: {path}")
            return 0
    fate = "cannot run" if is_ci() else "are skipped"
    print(f"No Chrome or Chromium: the page's tests {fate}. To run them: {how_to_install()}")
    return 1 if is_ci() else 0


def _candidates() -> Iterator[str]:
    if named := os.environ.get("DATELINE_BROWSER"):
        yield named
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield from (path for path in APPLICATIONS if Path(path).exists())
    for cache in PLAYWRIGHT_CACHES:
        yield from map(str, sorted(Path.home().glob(f"{cache}/chromium-*/chrome-*/chrome")))


def _starts(path: str) -> bool:
    """Say whether a program tells its version: a stub that asks for a snap does not."""
    try:
        done = subprocess.run(
            [path, "--version"], capture_output=True, timeout=VERSION_TIMEOUT_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _privilege(manager: PackageManager) -> list[str] | None:
    """Give what stands before a command to run it as it must; None: not allowed here."""
    if not manager.needs_root or os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if allowed.returncode == 0 else None


def _run(command: list[str], environment: dict[str, str]) -> bool:
    print("+", " ".join(command), flush=True)
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            timeout=INSTALL_TIMEOUT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as exc:
        print(f"{command[0]} failed: {exc}")
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())

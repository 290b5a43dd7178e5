"""A browser, a served library of example articles, and a page that watches for trouble."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, expect, sync_playwright

from tests.browser import FLAGS, find_browser, how_to_install, is_ci
from tests.web.pages.served import Served, add, serving

EXAMPLES = Path(__file__).parents[3] / "examples"
EXPECT_TIMEOUT_MS = 30_000

# Kept across navigations by the test: a page's own record dies with it.
WATCH = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`CSP violation: ${event.violatedDirective} ${event.blockedURI}`);
});
"""


@dataclass
class Trouble:
    """What went wrong on a page. `expected` are parts of messages that a test provokes."""

    messages: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note errors of a page; dialogs are noted and accepted."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.messages.append(f"uncaught: {error}"))
        page.on("dialog", self._asked)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.messages.append(f"{message.text} {message.location.get('url', '')}")

    def _asked(self, dialog: Dialog) -> None:
        self.messages.append("a dialog opened")
        dialog.accept()

    def unexpected(self) -> list[str]:
        """Give the messages that hold no expected part."""
        return [
            message
            for message in self.messages
            if not any(part in message for part in self.expected)
        ]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser; without one, fail in CI and skip elsewhere."""
    path = find_browser()
    if path is None:
        (pytest.fail if is_ci() else pytest.skip)(
            f"No Chrome or Chromium. To run the page's tests: {how_to_install()}"
        )
    expect.set_options(timeout=EXPECT_TIMEOUT_MS)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def examples() -> Iterator[Served]:
    """Serve the story of Daraa and that of the flood. Tests here do not change them."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "examples"
        add(home, EXAMPLES / "daraa-2021", EXAMPLES / "lenne-flood-2023")
        with serving(home) as served:
            yield served


@pytest.fixture(scope="session")
def scratch() -> Iterator[Served]:
    """Serve a library for `empty` to empty: starting a server takes longer than a test."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "library") as served:
        yield served


@pytest.fixture
def empty(scratch: Served, page: Page) -> Served:
    """Give a served library that holds nothing."""
    articles = f"{scratch.url}/api/v1/articles"
    while found := page.request.get(articles).json()["articles"]:
        for article in found:
            page.request.delete(f"{articles}/{article['id']}")
    return scratch


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Served]:
    """Serve an empty library to this test alone."""
    with serving(tmp_path / "library") as served:
        yield served


@pytest.fixture
def trouble() -> Trouble:
    return Trouble()


@pytest.fixture
def page(browser: Browser, trouble: Trouble, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open a fresh tab. A dialog, an error or a CSP violation fails the test at its end.

    `@pytest.mark.parametrize("page", [{...}], indirect=True)` sets the context's options.
    """
    options: dict[str, Any] = getattr(request, "param", {})
    context = browser.new_context(**options)
    context.add_init_script(WATCH)
    tab = context.new_page()
    trouble.watch(tab)
    yield tab
    context.close()
    assert trouble.unexpected() == []

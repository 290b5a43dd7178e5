"""Pages saved as one file (.mht, .mhtml): a mail message whose first HTML part is the page."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from index.errors import InvalidArticleError, UnreadableFileError
from index.ingest.decode import binary_kind, decode, markup_kind, refuse
from index.ingest.html import extract
from index.ingest.metadata import Metadata, check_url


def read_mhtml(data: bytes) -> tuple[str, Metadata]:
    """Return the article's text and metadata; raises UnreadableFileError."""
    refuse(binary_kind(data) or markup_kind(data), "a saved page (MHTML)")
    try:
        message = message_from_bytes(data)
        page = _first_page(message)
    except (RecursionError, ValueError, LookupError) as error:
        raise UnreadableFileError("the saved page is damaged; save it as HTML") from error
    text, found = extract(page)
    return text, found.over(Metadata(url=_address(message)))


def _first_page(message: Message) -> str:
    for part in message.walk():
        payload = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(payload, bytes):
            return decode(payload, part.get_content_charset())
    raise UnreadableFileError("the saved page holds no HTML; save it as HTML")


def _address(message: Message) -> str | None:
    try:
        return check_url(str(message.get("Snapshot-Content-Location", "")))
    except InvalidArticleError:
        return None

"""The exceptions of Dateline.

    DatelineError
    ├── InputError              what the user gave cannot be used as it is
    │   ├── UnreadableFileError     a file is not what its suffix says, or cannot be read
    │   ├── InvalidArticleError     an article without text, with a bad date or address …
    │   ├── InvalidQuestionError    an empty or over-long question, broken characters
    │   ├── InvalidFilterError      a filter that cannot be understood
    │   └── InvalidSettingError     a flag or environment variable with an impossible value
    ├── NotFoundError           an id that names nothing
    │   ├── ArticleNotFoundError
    │   └── JobNotFoundError
    ├── ModelError              weights are missing, damaged or do not fit the library
    └── LibraryError            the library on disk cannot be opened, is locked or damaged
        └── DamagedIndexError       a search index cannot be read; it is rebuilt from the articles

Every message says what failed, names the offending value and says what to do.
`web/errors.py` maps each class to an HTTP status.
"""

from __future__ import annotations


class DatelineError(Exception):
    """Base of everything Dateline raises on purpose."""


class InputError(DatelineError):
    """What the user gave cannot be used as it is."""


class UnreadableFileError(InputError):
    """A file cannot be read, or is not what its suffix says."""


class InvalidArticleError(InputError):
    """An article lacks text or carries metadata that cannot be understood."""


class InvalidQuestionError(InputError):
    """A question is empty, too long or holds broken characters."""


class InvalidFilterError(InputError):
    """A filter cannot be understood."""


class InvalidSettingError(InputError):
    """A flag or an environment variable has a value that cannot be used."""


class NotFoundError(DatelineError):
    """An id names nothing."""


class ArticleNotFoundError(NotFoundError):
    """No article, or no such version of it, has this id."""


class JobNotFoundError(NotFoundError):
    """No job has this id."""


class ModelError(DatelineError):
    """Model files are missing, damaged, or do not fit the library."""


class LibraryError(DatelineError):
    """The library on disk cannot be opened, is locked, or is damaged."""


class DamagedIndexError(LibraryError):
    """A search index cannot be read; the caches rebuild it from the store."""

"""The building bricks of request schemas: clean text, and refusals that say what to do."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from apiflask import Schema
from apiflask.fields import String
from marshmallow import RAISE, ValidationError, pre_load

SURROGATE = re.compile(r"[\ud800-\udfff]")
# Line breaks and tabs are text; other control characters come from broken or hostile input.
BROKEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class Strict(Schema):
    """A request schema: fields it does not know are refused by name."""

    class Meta:
        unknown = RAISE

    error_messages = {  # noqa: RUF012 (marshmallow declares it so)
        "unknown": "this field is not known here; leave it out or check its spelling.",
        "type": "The body must be a JSON object with named fields.",
    }

    @pre_load
    def leave_out_nulls(self, data: Any, **_: Any) -> Any:
        """Take null for "not given" where a field may be left out."""
        if not isinstance(data, dict):
            return data
        wanted = {name for name, field in self.fields.items() if field.required}
        return {key: value for key, value in data.items() if value is not None or key in wanted}


class LongText(String):
    """A string of whole characters: no half of a surrogate pair."""

    refused: ClassVar[re.Pattern[str]] = SURROGATE
    default_error_messages = {  # noqa: RUF012 (marshmallow declares it so)
        "required": "this field is missing.",
        "null": "this field cannot be null.",
        "invalid": "this must be a string.",
        "invalid_utf8": "this must be text in UTF-8.",
    }

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        if found := self.refused.search(text):
            char = ord(found.group())
            kind = "half of a surrogate pair" if 0xD800 <= char <= 0xDFFF else "a control character"
            raise ValidationError(
                f"character {found.start() + 1} is U+{char:04X}, {kind}; remove it."
            )
        return text


class Text(LongText):
    """A string without control characters either: a question, a name."""

    refused = BROKEN


def note(description: str, example: Any = None) -> dict[str, Any]:
    """Metadata of a field for the API's documentation."""
    return {"description": description} | ({} if example is None else {"example": example})

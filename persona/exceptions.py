"""What can go wrong, as one tree.

PersonaError
├── ConfigurationError        a setting, a name or a column that cannot be used
├── DataError                 a file or its rows; `problems` says where and how to mend
├── ProviderError             a language model's provider
│   ├── ProviderBusy          try again after `retry_after` seconds
│   ├── ProviderAuthError     the key was refused
│   └── ProviderReplyError    the reply could not be used
├── BudgetExceededError       the next call could cost more than the budget allows
├── EditError                 a change of a result that cannot be made
│   └── EditConflict          somebody else changed the same thing before; both wordings are told
├── GenerationError           a step failed although data and settings were fine
└── Cancelled                 somebody asked to stop; finished personas are kept
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.models.reading import Problem
    from persona.models.stamps import Wording


class PersonaError(Exception):
    """Everything this library raises on purpose; its text may be shown to people.

    Attributes:
        code: stable, machine-readable name of what happened.
        hint: one plain sentence: what to do now.
        retryable: whether the same call can succeed later, unchanged.
    """

    code: str = "persona_error"
    retryable: ClassVar[bool] = False

    def __init__(self, message: str, *, hint: str = "", code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        if code is not None:
            self.code = code

    def __reduce__(self) -> tuple[Any, ...]:
        # The default would call __init__ with the message alone and lose the rest.
        return (_rebuild, (type(self), self.args, self.__dict__.copy()))


def _rebuild(kind: type[PersonaError], args: tuple[Any, ...], state: dict[str, Any]) -> PersonaError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class ConfigurationError(PersonaError):
    """A setting, a name or a column that cannot be used."""

    code = "configuration_error"


class DataError(PersonaError):
    """A file that cannot be read, or rows that cannot be used."""

    code = "data_error"

    def __init__(
        self, message: str, *, hint: str = "", code: str | None = None, problems: Sequence[Problem] = ()
    ) -> None:
        super().__init__(message, hint=hint, code=code)
        self.problems = tuple(problems)


class ProviderError(PersonaError):
    """A language model's provider could not be used."""

    code = "provider_error"


class ProviderBusy(ProviderError):
    """The provider asks to wait, for `retry_after` seconds if it says how long."""

    code = "provider_busy"
    retryable = True

    def __init__(
        self, message: str, *, hint: str = "", code: str | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(message, hint=hint, code=code)
        self.retry_after = retry_after


class ProviderAuthError(ProviderError):
    """The provider refused the key."""

    code = "provider_auth"


class ProviderReplyError(ProviderError):
    """The provider's reply could not be used."""

    code = "provider_reply"


class BudgetExceededError(PersonaError):
    """Raised before the call that could go over the budget, never after it."""

    code = "budget_exceeded"

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        code: str | None = None,
        spent: float = 0.0,
        budget: float = 0.0,
        estimate: float = 0.0,
    ) -> None:
        super().__init__(message, hint=hint, code=code)
        self.spent, self.budget, self.estimate = spent, budget, estimate


class EditError(PersonaError):
    """A change of a result that cannot be made: the thing is gone or locked, the text empty or too long."""

    code = "edit_error"


class EditConflict(EditError):
    """Somebody changed the same thing after the person had last seen it.

    Attributes:
        theirs: what the other person made of it, who and when.
        yours: the same of the edit that was not made.
    """

    code = "edit_conflict"

    def __init__(
        self, message: str, *, hint: str = "", code: str | None = None, theirs: Wording, yours: Wording
    ) -> None:
        super().__init__(message, hint=hint, code=code)
        self.theirs, self.yours = theirs, yours


class GenerationError(PersonaError):
    """A step failed although data and settings were fine."""

    code = "generation_error"


class Cancelled(PersonaError):
    """Somebody asked to stop; finished steps and personas are kept."""

    code = "cancelled"

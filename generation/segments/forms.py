"""Forms: what the page of groups sends. One button a change; names that were typed go with each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from persona.models import MAX_PERSONAS, Merge, Rename

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.models import Edit

LONGEST_NAME = 80
ACTIONS = (
    "merge",
    "split",
    "number",
    "describe",
    "keep",
    "undo",
    "cancel",
    "again",
    "split_keep",
    "split_leave",
    "write",
)


class GroupsForm(forms.Form):
    """The names of the groups, the version of them that was seen, and the button that was pressed."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    merge = forms.RegexField(r"^[0-9]{1,3}(,[0-9]{1,3})+$", required=False)
    split = forms.IntegerField(min_value=1, required=False)
    number = forms.IntegerField(min_value=1, max_value=MAX_PERSONAS, required=False)
    describe = forms.CharField(max_length=2_000, required=False)
    notify = forms.BooleanField(label="E-mail me when it is ready", required=False)

    def __init__(self, called: Sequence[str], data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self._called = called
        for number, name in enumerate(called, start=1):
            self.fields[f"name_{number}"] = forms.CharField(
                label=f"Name of group {number}",
                max_length=LONGEST_NAME,
                required=False,
                initial=name,
                error_messages={"max_length": f"A name has at most {LONGEST_NAME} characters."},
            )

    @property
    def action(self) -> str:
        """The button that was pressed; "" for names alone."""
        return next((name for name in ACTIONS if name in self.data), "")

    @property
    def renamed(self) -> Iterator[Rename]:
        """Groups whose name was changed; one that was emptied keeps its old name."""
        for number, wanted in self.typed.items():
            if name := " ".join(wanted.split()):
                yield Rename(segment=number, name=name)

    @property
    def merged(self) -> Edit:
        return Merge(segments=tuple(int(number) for number in self.cleaned_data["merge"].split(",")))

    @property
    def typed(self) -> dict[int, str]:
        """Names that differ from those that were on the page, as they were typed."""
        found = {}
        for number in range(1, len(self._called) + 1):
            name = str(self.data.get(f"name_{number}", ""))
            if name and name != self.data.get(f"was_{number}", ""):
                found[number] = name
        return found

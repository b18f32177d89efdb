"""Forms: what people type about an experiment and its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from experiments.models import Experiment
from persona.dialects import DELIMITERS, ENCODINGS, delimiter_word
from persona.filekinds import DELIMITED, LETTERED, WORKBOOKS
from persona.ids import uuid7
from persona.reading import DialectChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

GUESS = ("", "Find out for me")
# A sign has its name as its value: a tab would not come back from a form.
SIGNS = [
    (about.name, f"{about.name.capitalize()} {sign}".strip()) for sign, about in DELIMITERS.items() if about.is_offered
]
LETTERS = [(name, about.label) for name, about in ENCODINGS.items() if about.is_offered]
BIGGEST = ("", "The one with most answers")
# What a person may say about a file, and about which kinds.
CHOOSABLE = {"delimiter": DELIMITED, "encoding": LETTERED, "sheet": WORKBOOKS, "header": (*DELIMITED, *WORKBOOKS)}
HEADERS = {"yes": "The first row holds column names", "no": "There are no column names"}


class DescribeForm(forms.ModelForm):
    """What a person says of an experiment; `key` makes a form that is sent twice one experiment."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7, required=False)

    class Meta:
        model = Experiment
        fields = Experiment.DESCRIBED

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 4


class UploadKeyForm(forms.Form):
    """The one-time key of a button that makes something."""

    key = forms.UUIDField()


class DialectForm(forms.Form):
    """How a person says a file is written."""

    delimiter = forms.ChoiceField(label="Values are separated by", required=False, choices=[GUESS, *SIGNS])
    encoding = forms.ChoiceField(label="Letters are stored as", required=False, choices=[GUESS, *LETTERS])
    header = forms.ChoiceField(label="Column names", required=False, choices=[GUESS, *HEADERS.items()])

    def __init__(self, *args: Any, kind: str = "csv", sheets: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sheet"] = forms.ChoiceField(
            label="Sheet", required=False, choices=[BIGGEST, *((name, name) for name in sheets)]
        )
        self.order_fields(CHOOSABLE)
        for name, kinds in CHOOSABLE.items():
            if kind not in kinds or (name == "sheet" and len(sheets) < 2):
                del self.fields[name]
        for field in self.fields.values():  # they stand in the form of the questions, and belong to their own
            field.widget.attrs |= {"class": "s", "form": "dialect"}

    @classmethod
    def of(cls, choices: dict[str, Any], *, kind: str = "csv", sheets: Sequence[str] = ()) -> DialectForm:
        """The form as it was filled in the last time, with what can be chosen for such a file."""
        dialect = DialectChoice.model_validate(choices)
        header = {True: "yes", False: "no", None: ""}[dialect.header]
        delimiter = delimiter_word(dialect.delimiter or "")
        initial = {
            "delimiter": delimiter,
            "encoding": dialect.encoding or "",
            "sheet": dialect.sheet or "",
            "header": header,
        }
        return cls(initial=initial, kind=kind, sheets=sheets)

    def dialect(self) -> DialectChoice:
        """The choice as the library takes it; what was left open stays open."""
        chosen: dict[str, str] = {name: self.cleaned_data.get(name) or "" for name in CHOOSABLE}
        return DialectChoice(
            delimiter=next((sign for sign, about in DELIMITERS.items() if about.name == chosen["delimiter"]), None),
            encoding=chosen["encoding"] or None,
            sheet=chosen["sheet"] or None,
            header={"yes": True, "no": False}.get(chosen["header"]),
        )


class CodebookForm(forms.Form):
    """A code book, as a file or as pasted lines."""

    LONGEST = 500_000  # characters; a book of a thousand questions has a tenth of it

    book = forms.CharField(required=False, max_length=LONGEST)
    file = forms.FileField(required=False)

    def text(self) -> str:
        """What it says; a file goes before pasted lines. A file that is no text is none: it says nothing."""
        file = self.cleaned_data["file"]
        if file is None:
            return str(self.cleaned_data["book"])
        content = file.read(self.LONGEST)
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return "" if b"\0" in content else content.decode("cp1252", "replace")

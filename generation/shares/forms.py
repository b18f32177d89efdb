"""The form of a new link: whom it is for, how they get in, until when, and what they see."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from core.lengths import longest
from generation.shares.models import ShareLink
from generation.shares.services import CHOICES_OF_DAYS, DAYS, PASSWORD_LEAST, origins
from persona.exceptions import PersonaError
from persona.ids import uuid7
from persona.messages import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import QueryDict

    from persona.models import Column

_WORDS = (
    "apple anchor autumn basket beach bell bird blanket boat bottle bread bridge brush bucket butter button cabin "
    "candle canoe carpet castle chalk cherry circle cloud clover coffee copper corner cotton cradle curtain daisy "
    "dance desert dinner door dragon drum eagle echo ember engine fabric feather fiddle field flute forest fountain "
    "frost garden ginger glove goose grape gravel hammer harbor harvest hazel hill honey island ivory jacket jungle "
    "kettle kite ladder lantern lemon letter lily linen lizard maple marble meadow melon mirror mitten moss "
    "mountain needle nest noodle ocean olive onion orange orbit otter paddle panda paper parrot peach pebble pepper "
    "piano pigeon pillow planet pocket pond potato puzzle quilt rabbit ribbon river rocket saddle salmon sandal "
    "school shadow silver soup sparrow spoon spring stone summer sunset table teapot thunder tiger ticket tulip "
    "tunnel turtle valley velvet violin walnut water window winter wolf yellow zebra "
)
WORDS = _WORDS.split()
LETTERS_OF_PASSWORD = 100
HOSTS_LETTERS = 1000


def suggested() -> str:
    """A password that can be said on the phone: "soup-ladder-38-window-lily"."""
    words = [secrets.choice(WORDS) for _ in range(4)]
    return "-".join([*words[:2], str(10 + secrets.randbelow(90)), *words[2:]])


class ShareForm(forms.Form):
    """A new link; `key` makes a form that is sent twice one link."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    name = forms.CharField(label="Whom is it for?", max_length=longest(ShareLink, "name"), required=False)
    audience = forms.ChoiceField(choices=ShareLink.Audience, initial=ShareLink.Audience.PASSWORD)
    password = forms.CharField(
        label="Password",
        required=False,
        max_length=LETTERS_OF_PASSWORD,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text="Send it by another way than the link.",
    )
    days = forms.TypedChoiceField(label="Ends", coerce=int, initial=DAYS)
    comments = forms.BooleanField(label="Readers may comment", required=False)
    downloads = forms.BooleanField(label="Readers may save it as a file", required=False)
    quotes = forms.BooleanField(label="Quotes", required=False, initial=True)
    names = forms.BooleanField(label="First names and portraits", required=False, initial=True)
    hidden = forms.MultipleChoiceField(required=False)
    hosts = forms.CharField(
        label="Sites that may show it in a frame",
        required=False,
        max_length=HOSTS_LETTERS,
        widget=forms.TextInput(attrs={"placeholder": "www.notion.so, wiki.example.com"}),
        help_text="For Notion, Confluence and the like; only for links without a password.",
    )

    def __init__(self, *args: Any, columns: Sequence[Column], **kwargs: Any) -> None:
        """`columns`: those that can be hidden; personal ones are, until somebody says otherwise."""
        super().__init__(*args, **kwargs)
        self.columns = columns
        now = timezone.localtime()
        ends = {days: now + timedelta(days=days) for days in CHOICES_OF_DAYS}
        self.fields["days"].choices = [(days, f"In {days} days, {end:%-d %B %Y}") for days, end in ends.items()]  # type: ignore[attr-defined]
        self.fields["hidden"].choices = [(column.name, column.question) for column in columns]  # type: ignore[attr-defined]
        if not self.is_bound:
            self.initial.setdefault("password", suggested())
            self.initial.setdefault("hidden", [c.name for c in columns if c.personal or c.role == "personal_data"])

    @property
    def ticked(self) -> list[tuple[Column, bool]]:
        """Each column, and whether it is hidden."""
        chosen = set(self["hidden"].value() or ())
        return [(column, column.name in chosen) for column in self.columns]

    @property
    def hidden_count(self) -> int:
        return sum(is_hidden for _, is_hidden in self.ticked)

    def clean_hosts(self) -> list[str]:
        try:
            return origins(self.cleaned_data["hosts"].replace(",", " ").split())
        except PersonaError as problem:
            raise forms.ValidationError(f"{problem.message} {problem.hint}") from problem

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("audience") == ShareLink.Audience.PASSWORD and len(said.get("password", "")) < PASSWORD_LEAST:
            self.add_error("password", sentence("share_password_short", least=PASSWORD_LEAST))
        return said


def chosen_of(given: QueryDict) -> tuple[bool, bool, tuple[str, ...]]:
    """What a form shows, as far as it was filled in: quotes, names, hidden columns."""
    return "quotes" in given, "names" in given, tuple(sorted(given.getlist("hidden")))

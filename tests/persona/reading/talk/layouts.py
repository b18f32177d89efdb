"""One talk, written as many tools and people write transcripts."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Talk(NamedTuple):
    """Who says what, in order."""

    said: tuple[tuple[str, str], ...]

    def named(self, asks: str, answers: str) -> Talk:
        """The same with other names."""
        names = {ASKS: asks, ANSWERS: answers}
        return Talk(tuple((names[name], text) for name, text in self.said))


ASKS, ANSWERS = "Robin Berg", "Dana Maker"
TALK = Talk(
    (
        (ASKS, "How do you plan your week?"),
        (ANSWERS, "I write a list on Sunday, and I get up at 7:30 for it."),
        (ASKS, "What happens when you lose it?"),
        (ANSWERS, "I buy the same things twice: mostly milk."),
        (ASKS, "Did you try an app for that?"),
        (ANSWERS, "I did, but it wanted an account and I gave up."),
    )
)


def clock(number: int, *, hours: bool = True) -> str:
    return f"{'00:' if hours else ''}0{number}:0{number}"


def lines(talk: Talk, turn: str, *, between: str = "\n") -> str:
    """Each turn in one pattern of `{name}`, `{text}`, `{time}`, `{short}` and `{n}`."""
    return between.join(
        turn.format(name=name, text=text, time=clock(n), short=clock(n, hours=False), n=n, until=clock(n + 1))
        for n, (name, text) in enumerate(talk.said, 1)
    )


def document(paragraphs: Iterable[str]) -> bytes:
    """A word-processor document; a line feed is a break inside of a paragraph."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        body = "".join(map(_paragraph, paragraphs))
        made.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return target.getvalue()


def _paragraph(text: str) -> str:
    runs = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:p><w:r>{runs}</w:r></w:p>"


def _old_teams(talk: Talk) -> bytes:
    parts: list[str] = []
    for n, (name, text) in enumerate(talk.said):
        parts += [f"0:0:{n}.0 --> 0:0:{n}.790", name, text]
    return document(parts)


def _new_teams(talk: Talk) -> bytes:
    turns = [f"{name}   0:0{n}\n{text}" for n, (name, text) in enumerate(talk.said, 1)]
    return document(["Interview-20240503_101500-Meeting Recording", "May 3, 2024, 8:15AM", "12m 4s", *turns])


def _meet(talk: Talk) -> bytes:
    turns = [f"{name}: {text}" for name, text in talk.said]
    head = ["May 3, 2024", "Weekly plans - Transcript", "00:00:00"]
    foot = "This editable transcript was computer generated and might contain errors."
    return document([*head, *turns[:3], "00:05:00", *turns[3:], foot])


def _two_lines(talk: Talk) -> str:
    """Subtitles that break a turn in two, without blank lines between them."""
    cues = []
    for n, (name, text) in enumerate(talk.said, 1):
        words = text.split()
        cues += [f"{n}", f"00:00:0{n},100 --> 00:00:0{n},900", f"{name}: {' '.join(words[:3])}", " ".join(words[3:])]
    return "\n".join(cues)


GUID = "a7939eec-6426-b7bd-c586-66ccb1a4ab0{n}/{n}-0"
LAYOUTS: dict[str, tuple[str, Callable[[Talk], str | bytes]]] = {
    "vtt with names": (
        "talk.vtt",
        lambda t: "WEBVTT\n\n" + lines(t, "{n}\n{time}.790 --> {until}.514\n{name}: {text}\n"),
    ),
    "vtt with voices, saved as csv": (
        "talk.csv",
        lambda t: "WEBVTT\n\n" + lines(t, GUID + "\n{time}.790 --> {until}.514\n<v {name}>{text}</v>\n"),
    ),
    "vtt with notes and positions": (
        "talk.txt",
        lambda t: (
            "\ufeffWEBVTT - Talk\r\n\r\nNOTE made by a tool: x\r\n\r\nSTYLE\r\n::cue {color: red}\r\n\r\n"
            + lines(t, "{short}.790 --> {short}.990 align:start\r\n<v.loud {name}><i>{text}</i>\r\n", between="\r\n")
        ),
    ),
    "srt": ("talk.srt", lambda t: lines(t, "{n}\n{time},100 --> {until},000\n{name}: {text}\n")),
    "srt in two lines, saved as txt": ("talk.txt", _two_lines),
    "zoom, saved from the meeting": ("talk.txt", lambda t: lines(t, "[{name}] 10:0{n}:02\n{text}\n")),
    "otter": ("talk.txt", lambda t: lines(t, "{name}  0:0{n}\n{text}\n") + "\n\nTranscribed by https://otter.example"),
    "time before the name above": ("talk.txt", lambda t: lines(t, "[{time}] {name}\n{text}\n")),
    "name, then time, then text": ("talk.txt", lambda t: lines(t, "{name}\n{short}\n{text}\n")),
    "rev": ("talk.txt", lambda t: lines(t, "{name} ({short}):\n{text}\n")),
    "descript": ("talk.md", lambda t: lines(t, "[{time}] **{name}:** {text}\n")),
    "brackets": ("talk.txt", lambda t: lines(t, "[{name}] {text}\n")),
    "braces": ("talk.txt", lambda t: lines(t, "{{{name}}} {text}")),
    "full-width colon": ("talk.txt", lambda t: lines(t, "{name}：{text}")),
    "times at the ends": ("talk.txt", lambda t: lines(t, "{name}: {text} #{time}-3#\n")),
    "numbers of paragraphs": ("talk.txt", lambda t: lines(t, "{n} {name}: {text}")),
    "bold names in lines of their own": ("talk.md", lambda t: lines(t, "**{name}**\n{text}\n")),
    "names in lines of their own": ("talk.txt", lambda t: lines(t, "{name}\n{text}\n")),
    "dashes": ("talk.txt", lambda t: lines(t, "{name} – {text}\n")),
    "tabs": ("talk.md", lambda t: lines(t, "{time}\t{name}:\t{text}")),
    "spoken spans": ("talk.txt", lambda t: lines(t, "[{time}.000 --> {until}.000]  {name}: {text}")),
    "old Teams document": ("talk.docx", _old_teams),
    "new Teams document": ("talk.docx", _new_teams),
    "Meet document": ("talk.docx", _meet),
}


def many(names: Sequence[tuple[str, str]]) -> str:
    """A talk of several people, with names before colons."""
    return "".join(f"{name}: {text}\n\n" for name, text in names)

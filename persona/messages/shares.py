"""Messages about sharing: links of a result, passwords of links, comments and feedback."""

from __future__ import annotations

from persona.messages.message import Message

SHARES: dict[str, Message] = {
    "share_password_short": Message(
        "A password of a link needs at least {least} characters.", "Four words in a row are easy to say on the phone."
    ),
    "share_too_many": Message(
        "This study has {most} open links, as many as one may have.", "Close those that nobody needs any more."
    ),
    "share_host": Message(
        "“{host}” is no address of a site that could show this page.",
        "Write it as www.notion.so or https://wiki.example.com.",
    ),
    "share_hosts_many": Message(
        "A link names at most {most} sites that may show it.", "Make another link for the other sites."
    ),
    "share_wrong_password": Message(
        "Not the right password. {left} left, then a break of {minutes} minutes.",
        "Ask whoever sent you the link; it may have capital letters.",
    ),
    "share_wait": Message(
        "Too many wrong passwords from here.", "Wait {minutes} minutes, then try again: nothing is locked or lost."
    ),
    "comment_empty": Message("The comment is empty.", "Write a few words."),
    "comment_too_long": Message("A comment has at most {most} characters.", "Say it in fewer words."),
    "comment_too_many": Message("That were many comments in a short time.", "Wait a few minutes, then send this one."),
    "feedback_incomplete": Message("Some sentences have no answer yet.", "Choose a number from 1 to 7 for each."),
}

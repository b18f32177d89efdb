"""Messages about a server elsewhere."""

from __future__ import annotations

from persona.messages.message import Message

# -- a server elsewhere --------------------------------------------------------------------------------------
SERVERS: dict[str, Message] = {
    "bad_server": Message("“{url}” is no address of a server.", "It looks like https://persona.example.com."),
    "no_token": Message("A token is needed to speak with {url}.", "Make one there: Account, API and webhooks."),
    "server_unreachable": Message("{url} did not answer ({reason}).", "Check the address and your network; try again."),
    "not_a_server": Message(
        "{url} answered with {status}, but not as Persona does.", "Check the address; a proxy may stand in between."
    ),
    "server_newer": Message("This library cannot read what {url} sends.", "Bring both to the same version."),
    "not_on_server": Message("“{name}” cannot be used on a server.", "Leave it out, or generate on this computer."),
    "experiment_elsewhere": Message("There is no experiment “{name}” on {url}.", "Its list may help you find it."),
}

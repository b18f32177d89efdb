"""Devices and addresses as people are told of them."""

from __future__ import annotations

import re
from ipaddress import ip_address

BROWSERS = (
    ("Edge", r"Edg(?:e|A|iOS)?/"),
    ("Opera", r"OPR/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/|Chromium/"),
    ("Safari", r"Safari/"),
)
SYSTEMS = (
    ("an iPhone", r"iPhone"),
    ("an iPad", r"iPad"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("a Mac", r"Macintosh|Mac OS X"),
    ("ChromeOS", r"CrOS"),
    ("Linux", r"Linux|X11"),
)


def device_of(user_agent: str) -> str:
    """ "Firefox on Windows", as far as it can be told."""
    browser = next((name for name, mark in BROWSERS if re.search(mark, user_agent)), "")
    system = next((name for name, mark in SYSTEMS if re.search(mark, user_agent)), "")
    if browser and system:
        return f"{browser} on {system}"
    return browser or system or "A program"


def shortened(address: str) -> str:
    """Enough of an address to know one's own, and not the whole of it."""
    found = ip_address(address)
    if found.version == 4:
        return f"{address.rpartition('.')[0]}.x"
    return f"{':'.join(found.exploded.split(':')[:3])}:…"

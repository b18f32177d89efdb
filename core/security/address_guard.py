"""The guard: which addresses a webhook may reach. What is not plainly public is refused.

An address is read once when it is entered (`read`), and its host is resolved anew whenever something is sent
(`reachable`), so that a name which points inwards later reaches nothing.
"""

from __future__ import annotations

import re
import socket
from concurrent.futures import Future
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

PORTS = {"http": 80, "https": 443}
ALLOWED_PORTS = (80, 443, 8443)
LONGEST = 2000
# Plain letters only: other scripts and full-width dots turn into something else on the way to the resolver.
PRINTABLE = re.compile(r"[!-~]+")
LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
INNER_NAMES = ("localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp", "home.arpa", "onion")
# Where clouds hand out credentials to their machines; no setting opens these.
METADATA = tuple(
    map(
        ip_network,
        (
            "169.254.0.0/16",
            "100.100.100.200/32",
            "168.63.129.16/32",
            "192.0.0.192/32",
            "fd00:ec2::254/128",
            "fd20:ce::254/128",
        ),
    )
)
# Python calls several of these global. The IPv6 ones carry an IPv4 address inside, which could be any.
NOT_PUBLIC = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "192.0.0.0/24",
            "192.88.99.0/24",
            "240.0.0.0/4",
            "2001::/32",
            "2001:10::/28",
            "2001:20::/28",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
        ),
    )
)
UNICAST = ip_network("2000::/3")  # all that was ever given out for the public IPv6 internet

Address = IPv4Address | IPv6Address


class Refused(Exception):
    """An address that may not be reached; the text tells its owner why."""


@dataclass(frozen=True)
class Target:
    """A checked address, in the parts that a connection needs."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """As the Host header has it: the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def name(self) -> str:
        """As the operator's list has it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def is_listed(self) -> bool:
        """Whether the operator has opened exactly this host and port."""
        return self.name in settings.ENV.inner_receivers


def read(url: str) -> Target:
    """The parts of an address that webhooks may be sent to.

    Raises:
        Refused: it could lead somewhere else than to a public receiver.
    """
    if not PRINTABLE.fullmatch(url) or len(url) > LONGEST or "\\" in url:
        raise Refused("Use plain letters, without spaces; a name in another script in its “xn--” form.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Refused("This is no web address.") from None
    if parts.scheme not in PORTS:
        raise Refused("The address must start with https:// or http://.")
    if parts.scheme != "https" and settings.ENV.production:
        raise Refused("The address must start with https://.")
    if "@" in parts.netloc or "#" in url:
        raise Refused("Leave out names, passwords and “#”: a signature proves that a message is ours.")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    target = Target(parts.scheme, _host(parts.netloc), PORTS[parts.scheme] if port is None else port, path)
    _check(target)
    return target


def reachable(target: Target, seconds: float) -> list[str]:
    """The addresses that the host has now, each of them checked.

    Raises:
        Refused: one of them is not public.
        OSError: the name cannot be resolved.
    """
    literal = _literal(target.host)
    found = [literal] if literal else _resolve(target, seconds)
    if not found:
        raise socket.gaierror(socket.EAI_NONAME, "no address")
    for address in found:
        _check_address(address, target)
    return [str(address) for address in found]


def is_public(address: Address) -> bool:
    """Whether packets to the address leave for the public internet and nothing else."""
    if isinstance(address, IPv6Address) and address not in UNICAST:
        return False  # mapped, translated and site-local forms among them
    inner = any(address in network for network in NOT_PUBLIC if network.version == address.version)
    return address.is_global and not address.is_multicast and not inner


def is_metadata(address: Address) -> bool:
    """Whether a cloud's machine finds its own credentials there, also when written in an IPv6 form."""
    forms = list(_forms(address))
    return any(form in network for form in forms for network in METADATA if network.version == form.version)


def _host(netloc: str) -> str:
    """The host as it was written, in lower case; urlsplit's own takes some forms apart that others read otherwise."""
    match = re.fullmatch(r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+)(:[0-9]{1,5})?", netloc)
    if match is None:
        raise Refused("This is no web address.")
    return match[1].strip("[]").lower()


def _check(target: Target) -> None:
    """What can be said before the name is resolved."""
    if target.port not in ALLOWED_PORTS and not target.is_listed:
        raise Refused("Use port 443, 8443 or 80.")
    if literal := _literal(target.host):
        _check_address(literal, target)
        return
    labels = target.host.split(".")
    # Resolvers read 2130706433, 0x7f.1 and 017700000001 as numbers of a host.
    is_number = labels[-1].isdigit() or labels[-1].startswith("0x")
    if is_number or len(target.host) > 253 or not all(map(LABEL.fullmatch, labels)):
        raise Refused("This is no name of a host.")
    is_inner = len(labels) == 1 or any(f".{target.host}".endswith(f".{name}") for name in INNER_NAMES)
    if is_inner and not target.is_listed:
        raise Refused("This name is not public.")


def _check_address(address: Address, target: Target) -> None:
    if is_metadata(address) or not (is_public(address) or target.is_listed):
        raise Refused("This address is not public.")


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _forms(address: Address) -> Iterator[Address]:
    """The address, and the IPv4 addresses that an IPv6 one may carry."""
    yield address
    if isinstance(address, IPv6Address):
        if address.sixtofour:
            yield address.sixtofour
        if address not in UNICAST:  # mapped, compatible, translated: the last 32 bits
            yield IPv4Address(int(address) & 0xFFFFFFFF)


def _resolve(target: Target, seconds: float) -> list[Address]:
    """Ask the system, but no longer than there is time: its own patience cannot be set."""
    answer: Future[list[Address]] = Future()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
            answer.set_result(list(dict.fromkeys(ip_address(entry[4][0]) for entry in found)))
        except (OSError, ValueError) as error:  # a zone such as fe80::1%eth0 is no address either
            answer.set_exception(error if isinstance(error, OSError) else Refused("This address is not public."))

    Thread(target=ask, daemon=True).start()
    return answer.result(timeout=seconds)

"""Which addresses are on the public web: none of this machine, of the network about it, or kept for other uses."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

Address = IPv4Address | IPv6Address
# The whole of IPv6 that is given out (RFC 4291), and of it what is no place of its own: 6to4, which hides an address
# of IPv4, and documentation (RFC 9637). What translates IPv4 (RFC 6052) leads to the address in its last 32 bits.
UNICAST, NOT_UNICAST = IPv6Network("2000::/3"), (IPv6Network("2002::/16"), IPv6Network("3fff::/20"))
TRANSLATED = IPv6Network("64:ff9b::/96")
# Of IPv4 what Python's own list lacks or has only in newer versions: protocol assignments, 6to4 relays.
NOT_GLOBAL = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))


def is_public(address: Address) -> bool:
    """Whether anybody may be asked there: not private, loopback, link-local, shared, multicast, reserved."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if address in TRANSLATED:
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
        return address in UNICAST and address.is_global and not any(address in some for some in NOT_UNICAST)
    kept = address.is_multicast or address.is_reserved or any(address in some for some in NOT_GLOBAL)
    return address.is_global and not kept


def addresses_of(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order this system would ask them; OSError where it has none."""
    try:
        return [str(told[4][0]) for told in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except ValueError:
        raise OSError("no host is called so") from None

"""An audit hook that refuses connections; it can be set in any process and is never taken away again."""

LOOKED_UP = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")
ASKED = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg")


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Raises where a name is looked up or an address of a network is used; sockets of this machine alone are paths."""
    network = event in ASKED and isinstance(arguments[1], tuple)
    if network or event in LOOKED_UP or event in ("urllib.Request", "http.client.connect", "ftplib.connect"):
        raise ConnectionRefusedError(f"nothing here may open a connection: {event} {arguments[1:]}")

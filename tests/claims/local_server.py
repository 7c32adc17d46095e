"""A server of this machine, for tests of what is asked of the web."""

import contextlib
import ssl
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


@contextlib.contextmanager
def serving(answers: dict[str, Answer], context: ssl.SSLContext | None = None) -> Iterator[tuple[str, list[str]]]:
    """A server that answers each path so, its address, and the paths that were asked with the host that each named."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked.append(f"{self.headers['Host']} {self.path}")
            with contextlib.suppress(ConnectionError):
                answers[self.path](self)

        def log_message(self, *_: object) -> None:
            """Nothing is logged."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """One who hangs up is no error."""

    server = Server(("127.0.0.1", 0), Handler)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"{'https' if context else 'http'}://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def page(body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> Answer:
    """An answer with that body; `kind` blank says none, and headers are written with _ for -."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        if kind:
            handler.send_header("Content-Type", kind)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            if value:
                handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def sent_on(address: str, status: int = 302) -> Answer:
    """A redirect."""
    return page(b"", status=status, Location=address)


def slowly(signs: bytes, pause: float, ended: threading.Event) -> Answer:
    """Signs, one at a time, until they or the test have ended."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        for place in range(len(signs)):
            handler.wfile.write(signs[place : place + 1])
            handler.wfile.flush()
            if ended.wait(pause):
                return
        handler.close_connection = True

    return answer

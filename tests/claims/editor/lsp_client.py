"""An editor for tests: it starts the server as editors do and speaks plain JSON-RPC to it."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from typing import Any, NamedTuple

SERVER = [sys.executable, "-m", "hustings", "check", "--lsp"]
# What an answer may take on a machine that is busy with other things, the record being opened first.
PATIENCE = 60.0
MARKDOWN = {
    "textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}, "publishDiagnostics": {}},
    "workspace": {"workspaceEdit": {"documentChanges": True}},
}
DIAGNOSTICS = "textDocument/publishDiagnostics"


class Shown(NamedTuple):
    """What the server said of itself, at one moment."""

    method: str
    params: Any


class Editor:
    """A running server and what it has said; `say` tells it something, `ask` waits for the answer."""

    def __init__(self, *command: str) -> None:
        self.process = subprocess.Popen(
            command or SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.answers: dict[int, Any] = {}
        self.shown: queue.Queue[Shown] = queue.Queue()
        self.strays: list[bytes] = []
        self._last = 0
        self._came = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._errors: list[bytes] = []
        self._complaints = threading.Thread(target=lambda: self._errors.append(self.process.stderr.read()), daemon=True)
        self._complaints.start()

    def begin(self, capabilities: Any = MARKDOWN, **given: Any) -> Any:
        """Meet the server: its capabilities."""
        told = self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities, **given})
        self.say("initialized", {})
        return told["capabilities"]

    def open(self, uri: str, text: str, language: str = "markdown") -> None:
        self.say(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": language, "version": 1, "text": text}},
        )

    def change(self, uri: str, text: str, version: int) -> None:
        self.say(
            "textDocument/didChange",
            {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": text}]},
        )

    def findings(self, uri: str) -> Any:
        """The next diagnostics of a document; what is said of others before them is passed over."""
        while True:
            one = self.shown.get(timeout=PATIENCE)
            if one.method == DIAGNOSTICS and one.params["uri"] == uri:
                return one.params

    def message(self) -> str:
        """The next sentence that is shown to the writer."""
        while True:
            one = self.shown.get(timeout=PATIENCE)
            if one.method == "window/showMessage":
                return one.params["message"]

    def hover(self, uri: str, line: int, character: int) -> Any:
        at = {"line": line, "character": character}
        return self.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": at})

    def actions(self, uri: str, part: Any, **context: Any) -> Any:
        asked = {"textDocument": {"uri": uri}, "range": part, "context": {"diagnostics": [], **context}}
        return self.ask("textDocument/codeAction", asked)

    def end(self) -> int:
        """Say goodbye as editors do: the exit code."""
        assert self.ask("shutdown", None) is None
        self.say("exit", None)
        return self.process.wait(PATIENCE)

    def gone(self) -> tuple[bytes, bytes]:
        """What the server wrote that was no message, and its complaints, once it is gone."""
        self._reader.join(PATIENCE)
        self._complaints.join(PATIENCE)
        return b"".join(self.strays), b"".join(self._errors)

    def kill(self) -> None:
        """End a server that a test left running."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)

    def ask(self, method: str, params: Any) -> Any:
        self._last += 1
        number = self._last
        self._write({"id": number, "method": method, "params": params})
        with self._came:
            assert self._came.wait_for(lambda: number in self.answers, PATIENCE), f"no answer to {method}"
        answer = self.answers.pop(number)
        assert "error" not in answer, answer
        return answer["result"]

    def say(self, method: str, params: Any) -> None:
        self._write({"method": method, "params": params})

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _read(self) -> None:
        out = self.process.stdout
        length = 0
        while line := out.readline():
            if line.startswith(b"Content-Length: "):
                length = int(line.split()[1])
            elif line == b"\r\n" and length:
                self._take(json.loads(out.read(length)))
                length = 0
            elif not line.startswith(b"Content-Type: "):
                self.strays.append(line)

    def _take(self, message: dict[str, Any]) -> None:
        if "method" in message:
            self.shown.put(Shown(message["method"], message["params"]))
            return
        with self._came:
            self.answers[message["id"]] = message
            self._came.notify_all()

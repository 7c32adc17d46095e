"""The server that an editor starts and speaks to over standard input and output."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from lsprotocol import types
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer

from hustings import __version__
from hustings.claims.editor.actions import actions
from hustings.claims.editor.checks import Checks, Draft
from hustings.claims.editor.diagnostics import diagnostics
from hustings.claims.editor.hover import hover
from hustings.claims.editor.proof import UNITS, Proof
from hustings.errors import HustingsError
from hustings.record.open import Record

if TYPE_CHECKING:
    from pygls.server import ServerErrors

# How long nothing must be typed before a document is checked again, in seconds.
PAUSE = 0.3
QUICKFIX = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
# What a shell calls a process that was told to end.
STOPPED = 130


class EditorServer(LanguageServer):
    """One editor's documents, each with its newest proof.

    A document is sent whole at each change: pygls parts lines at signs that are no ends of lines to an editor, such as
    those of a page or a paragraph that word processors write, and would put a part in the wrong place.
    """

    def __init__(self, opened: Callable[[], Record], dated: date | None) -> None:
        super().__init__("hustings", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.checks = Checks(opened)
        self.dated = dated
        self.proofs: dict[str, Proof] = {}
        self.asked_to_end = False
        self._said = ""

    async def made_ready(self) -> None:
        """Open the record before it is needed, and say where it cannot be."""
        try:
            await self.checks.ready()
        except HustingsError as error:
            self.tell(str(error))

    async def check(self, uri: str, wait: float = 0.0) -> None:
        """Check a document and publish what was found, unless it was changed or closed meanwhile."""
        try:
            found = await self.checks.check(uri, partial(self._draft, uri), wait)
        except HustingsError as error:
            self.tell(str(error))
            return
        if found is not None:
            self.proofs[uri] = found
            self.publish(uri, diagnostics(found), found.version)

    def publish(self, uri: str, found: list[types.Diagnostic], version: int | None = None) -> None:
        """Have the editor show these findings of a document in place of those before."""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def forget(self, uri: str) -> None:
        """Take a document's findings back, as it is closed."""
        self.checks.forget(uri)
        self.proofs.pop(uri, None)
        self.publish(uri, [])

    def current(self, uri: str) -> Proof | None:
        """The proof of a document, where nothing was changed since: places of an older text would mislead."""
        found = self.proofs.get(uri)
        return found if found and found.text == self.text(uri) else None

    def edit(self, uri: str, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
        """Edits of a document, bound to its version where the editor knows of versions."""
        told = self.client_capabilities.workspace
        if told and told.workspace_edit and told.workspace_edit.document_changes:
            version = self.workspace.get_text_document(uri).version
            named = types.OptionalVersionedTextDocumentIdentifier(uri, version)
            return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(named, edits)])
        return types.WorkspaceEdit(changes={uri: edits})

    def hover_kind(self) -> types.MarkupKind:
        """Markdown, unless the editor says that it takes plain text before it, or alone."""
        told = self.client_capabilities.text_document
        liked = told.hover.content_format if told and told.hover else None
        return liked[0] if liked else types.MarkupKind.Markdown

    def tell(self, sentence: str) -> None:
        """Show the writer a sentence; not again what was said last, as it would be at every key."""
        if sentence != self._said:
            self._said = sentence
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"hustings: {sentence}"))

    def report_server_error(self, error: Exception, source: ServerErrors) -> None:
        """Say a defect of ours once, where no answer to a question says it."""
        if source is not FeatureRequestError:
            self.tell(f"a defect in Hustings, not in what you typed ({error}); please report it")

    def text(self, uri: str) -> str:
        """A document's text, its lines as the editor counts them."""
        return self.workspace.get_text_document(uri).source

    def _draft(self, uri: str) -> Draft:
        agreed = types.PositionEncodingKind(self.workspace.position_encoding)
        version = self.workspace.get_text_document(uri).version
        return Draft(self.text(uri), version, self.dated, UNITS[agreed.value])


def serve_editor(opened: Callable[[], Record], dated: date | None) -> NoReturn:
    """Serve an editor, and end with exit code 0 as it says to; 1 where it went away without a word."""
    # What anything else prints must not come amid what is said to the editor.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as editor:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        for sign in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sign, lambda *_: os._exit(STOPPED))
        server = EditorServer(opened, dated)
        for name, (handler, options) in FEATURES.items():
            server.feature(name, options)(handler)
        server.start_io(stdout=editor)
    # A check that is under way may take seconds yet, and nobody waits for it; nothing is to be cleared away.
    os._exit(0 if server.asked_to_end else 1)


def _initialize(ls: EditorServer, params: types.InitializeParams) -> None:
    """Take the day that stories are of from the editor's settings."""
    given = params.initialization_options
    day = given.get("date") if isinstance(given, dict) else None
    if day is None:
        return
    try:
        ls.dated = date.fromisoformat(day)
    except (TypeError, ValueError):
        ls.tell(f"the day {day!r} in the editor's settings is no date; write it as 2024-07-05")


async def _initialized(ls: EditorServer, _params: types.InitializedParams) -> None:
    await ls.made_ready()


async def _opened(ls: EditorServer, params: types.DidOpenTextDocumentParams) -> None:
    await ls.check(params.text_document.uri)


async def _changed(ls: EditorServer, params: types.DidChangeTextDocumentParams) -> None:
    await ls.check(params.text_document.uri, PAUSE)


async def _saved(ls: EditorServer, params: types.DidSaveTextDocumentParams) -> None:
    await ls.check(params.text_document.uri)


def _closed(ls: EditorServer, params: types.DidCloseTextDocumentParams) -> None:
    ls.forget(params.text_document.uri)


def _hover(ls: EditorServer, params: types.HoverParams) -> types.Hover | None:
    found = ls.current(params.text_document.uri)
    figure = found.figure(params.position) if found else None
    return hover(figure, ls.hover_kind()) if figure else None


def _actions(ls: EditorServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    found = ls.current(params.text_document.uri)
    only = params.context.only
    if found is None or (only and types.CodeActionKind.QuickFix not in only):
        return []
    return actions(found, params.range, partial(ls.edit, params.text_document.uri))


def _shutdown(ls: EditorServer, _params: None) -> None:
    ls.asked_to_end = True


FEATURES: dict[str, tuple[Callable[..., Any], Any]] = {
    types.INITIALIZE: (_initialize, None),
    types.INITIALIZED: (_initialized, None),
    types.TEXT_DOCUMENT_DID_OPEN: (_opened, None),
    types.TEXT_DOCUMENT_DID_CHANGE: (_changed, None),
    types.TEXT_DOCUMENT_DID_SAVE: (_saved, None),
    types.TEXT_DOCUMENT_DID_CLOSE: (_closed, None),
    types.TEXT_DOCUMENT_HOVER: (_hover, None),
    types.TEXT_DOCUMENT_CODE_ACTION: (_actions, QUICKFIX),
    types.SHUTDOWN: (_shutdown, None),
}

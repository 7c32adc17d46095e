// <hustings-embed src="…" title="…">: a frame as high as its content. Until this runs, or where it
// cannot, the plain frame inside the element stands. No module, which a site without leave may not ask for.
customElements.get("hustings-embed") || customElements.define("hustings-embed", class extends HTMLElement {
  connectedCallback() {
    const frame = this.querySelector("iframe") ?? this.appendChild(document.createElement("iframe"));
    if (!frame.src) frame.src = this.getAttribute("src");
    frame.title = this.getAttribute("title") ?? "Election result";
    Object.assign(frame.style, { border: "0", width: "100%", display: "block" });
    this.heard = (message) => {
      const height = message.data?.height;
      if (message.source === frame.contentWindow && message.data?.type === "hustings:height" && height > 0) {
        frame.style.height = `${Math.ceil(height)}px`;
      }
    };
    window.addEventListener("message", this.heard);
  }
  disconnectedCallback() { window.removeEventListener("message", this.heard); }
});

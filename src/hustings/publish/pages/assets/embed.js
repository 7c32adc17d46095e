// Tells the page around this frame how high its content is, whenever that changes.
const tell = () => parent.postMessage({ type: "hustings:height", height: document.documentElement.offsetHeight }, "*");
if (parent !== window) new ResizeObserver(tell).observe(document.documentElement);

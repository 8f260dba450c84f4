/**
 * The window of the page: whatever means the page (its document, address, events, size) is read from here. Our modules
 * may run in a realm of their own, a hidden frame with the browser's own built-ins, on whose window the loader has left
 * the page's; everything of the language, and what is sent or stored, is a plain global there.
 */
export const host: typeof window = (globalThis as { sgPomocPage?: typeof window }).sgPomocPage ?? (globalThis as never);

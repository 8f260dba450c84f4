// Shapes that the form checks before it sends and the API checks again. Free of any library.

/** The vendor's support numbers seem to be 8 letters and digits; one old sample is all there is, so the shape is wide. */
export const SUPPORT_NUMBER = /^[A-Za-z0-9-]{4,32}$/;

/** One `@` and a host with a dot: good enough to write to. Linear time. */
export const EMAIL = /^[^\s@<>,;:"()]+@[^\s@<>,;:"().]+(?:\.[^\s@<>,;:"().]+)+$/;

/** C0 control characters other than tab and line feed, and DEL: no keyboard types them, terminals and logs obey them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the list of what is refused
export const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** An `Idempotency-Key`: 16 to 255 visible ASCII characters. */
export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{16,255}$/;

/** The id of an upload: 128 random bits made by the browser, base64url. */
export const UPLOAD_ID = /^[A-Za-z0-9_-]{22}$/;

/**
 * A ticket token, which opens one ticket: 256 random bits made by the browser, base64url. The server keeps only its
 * hash.
 */
export const TICKET_TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A shop program's version such as `10.4.2`: numbers and dots. */
export const VERSION = /^\d{1,5}(\.\d{1,5}){0,4}$/;

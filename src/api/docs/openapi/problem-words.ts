import type { FieldErrorCode, ProblemCode } from '../../../contract/problem.ts';
import type { ProblemDetails } from '../../http/problem.ts';

interface ProblemWords {
  /** the cause, and what a client should do */
  words: string;
  /** the details of the example besides its code */
  details?: ProblemDetails;
}

/** The description of every refusal: a code without one does not compile. */
export const PROBLEM_WORDS: Record<ProblemCode, ProblemWords> = {
  'malformed-request': { words: 'What came is not a request of HTTP.' },
  'malformed-json': { words: 'The body is not JSON in UTF-8.' },
  'idempotency-key-missing': { words: 'Send an `Idempotency-Key` of 16 to 255 visible ASCII characters.' },
  unauthorised: { words: 'There is no token or session, or it is not valid any more.' },
  'newer-message': { words: 'The desk’s own: an answer would pass for one to a message that nobody has seen.' },
  'wrong-password': { words: 'The desk’s own: a new password takes the old one.' },
  'wrong-proof': {
    words: 'The desk’s own: a code, a passkey or a password that is not the agent’s, or was used before.',
  },
  'proof-needed': { words: 'The desk’s own: what an agent does only within 10 minutes of proving who they are.' },
  'second-factor-needed': { words: 'The desk’s own: an agent sets up a passkey or an authenticator app first.' },
  'follow-up-unfit': { words: 'The time by which a reply says that we write again is past, or too far.' },
  'last-factor': { words: 'The desk’s own: an agent of whom a second factor is required keeps one.' },
  overloaded: { words: 'The desk’s own: too many sign-ins wait. Try again after `Retry-After`.' },
  'address-taken': {
    words: 'An address of a panel belongs to one shop: `errors` names the address, and who has it.',
    details: {
      errors: [{ path: 'panelUrls', code: 'not-allowed', text: 'adres „panel.example” ma już sklep 4fMqZ8xB' }],
    },
  },
  'scope-missing': { words: 'The key is valid and may not do this: make one with the scope at the desk.' },
  'list-full': { words: 'The desk’s own: there are as many ready texts as there may be.' },
  forbidden: { words: 'The desk’s own: what only its admins may do.' },
  'foreign-page': { words: 'Only the desk’s own pages may ask the desk, whose addresses are not described here.' },
  'shop-unrecognised': {
    words: 'Number and address name no shop of ours together. Correct them, or write to the e-mail address.',
  },
  'shop-mismatch': {
    words:
      'The page that sent this, by its `Origin`, is another shop’s, or the session is. Ask the person: a ticket that is meant for the named shop all the same is sent again with `fromOtherShop: true`. A session of another shop is never taken.',
  },
  'signature-required': {
    words:
      'The shop takes tickets only with its session: its panel signs a token, and `POST /session` exchanges it for the session to send as `Authorization: Bearer`.',
  },
  'sender-blocked': {
    words:
      'Somebody floods us in this shop’s name, or from this network: until that ends, only what the shop’s panel signs is taken. Say the e-mail address and the telephone. Who has a ticket’s token still reads and answers that ticket.',
  },
  'support-expired': {
    words:
      'The shop’s support ended on `lastDay`, or begins on `firstDay`. `security`, `updates` and `renewal` stay open.',
    details: { lastDay: '2026-02-28' },
  },
  'not-bought-directly': {
    words: 'The licence was bought from somebody else, who supports it. `security` stays open.',
  },
  'not-found': { words: 'There is no such thing, or it is not yours; nobody learns which.' },
  'method-not-allowed': { words: 'The address exists and does not take this method.' },
  conflict: {
    words:
      'It stands otherwise by now: `ticketStatus` says where the ticket stands, `received` from which byte to go on uploading.',
    details: { ticketStatus: 'closed' },
  },
  'thread-full': {
    words: 'The thread has as many messages or characters as one may have (1,000; 1,000,000). Open a new ticket.',
  },
  'request-timeout': { words: 'The request did not arrive whole in time. Send it again.' },
  'too-large': { words: 'A body is 256 kB at most, a file 10 MB.' },
  'unsupported-media-type': { words: 'Send `application/json` in UTF-8.' },
  'file-kind-refused': {
    words:
      'Files of this kind are not accepted, or its bytes are not what its ending says. Send a picture (PNG, JPEG, WebP, GIF), a PDF, a ZIP or a text.',
  },
  'invalid-request': {
    words: '`errors` names each field that is not as it should be. Fields that we do not know are refused.',
    details: { errors: [{ path: 'contact.email', code: 'wrong-format' }] },
  },
  'pixels-exceeded': {
    words: 'The picture has more than 50 million pixels by its header, whatever its bytes. Nothing decodes it.',
  },
  'idempotency-key-reused': { words: 'The key came with another body before. Make a new key for a new thing.' },
  'quota-exceeded': { words: 'Too many of this shop’s files wait for a message. Try again later.' },
  'rate-limited': { words: 'Too many requests. Try again after `Retry-After`; nothing was stored.' },
  'headers-too-large': { words: 'Address and headers are 16 kB at most.' },
  unavailable: { words: 'Nothing was stored. Send the same key and body again after `Retry-After`.' },
  'file-refused': { words: 'The virus scanner found something in the file: nobody gets it.' },
  'file-unscanned': {
    words:
      'The virus scanner has not looked at the file yet, or could not, and nobody gets it before. Try after `Retry-After`; the message says which of the two it is.',
  },
  internal: { words: 'A fault of ours. Send the same key and body again later.' },
};

/** The description of every field error. */
export const FIELD_ERROR_WORDS: Record<FieldErrorCode, string> = {
  required: 'it is missing',
  'wrong-type': 'it is of another type',
  'too-short': 'it is too short, white space not counted',
  'too-long': 'it is too long or too much',
  'wrong-format': 'it is not of the right form',
  'not-allowed': 'it is not one of the values allowed, or is there twice',
  'unknown-field': 'there is no such field',
  'not-well-formed': 'it holds half of a Unicode character',
  'control-character': 'it holds a control character',
  'too-deep': 'it holds lists and objects too deep within one another',
  'not-uploaded': 'no such file was uploaded, whole, by you, for this',
};

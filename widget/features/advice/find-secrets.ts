/**
 * A word that announces a secret: then anything after a colon but a question or a remark, otherwise a text with letters and
 * digits; a year may belong to it.
 */
const NAMED =
  /(?<!\p{L})(?:has[łl][oaeu]m?|pass(?:word|wd)?|pwd?|token|api.?key|klucz api|crc|secret(?:.key)?|h(?=\s*[:=]\s*\p{L}\S*\d))(?:(?:\s+[\p{L}\d/]+){0,3}\s*[:=]\s*|(?:\s+(?:to|jest|brzmi|is)|(?:\s+[\p{L}/]+){0,3}\s+[-–])?\s+(?=\S*\d)(?=\S*\p{L}\S{4}|\p{L}\S*-))(?!brak|none|http|ten |\[|jak|kied|gdzi|czy|poda|prze|wys[lł]|wyg|zapom|\d+.znak|niep|b[łl][eę]d|zmie)["'„]?(\S{3,}[^\s,.;)"'”](?: \d{4}(?!\d))?)/giu;

/** A user and the password: after a slash or a space, with letters and digits, and no address or version. */
const PAIR =
  /(?<!\p{L})(?:admin|root|(?:ftp|mysql|login|user|logowanie)[\s:]+(?!nie|jest|dla|przez)[\w@-]{3,})(?:\s*\/\s*|\s+)(?!przelewy|php|windows|iphone)(?=\S*\d)(?=\S*\p{L})([^\s./:]{5,}[^\s./:,;)])(?![./:]?\w)/giu;

/** `ftp://user:secret@server` */
const IN_ADDRESS = /:\/\/[^\s:/@]+:([^\s/@]+)@/g;

/** Sixteen digits, alone or in groups of four. Longer ones are bank accounts or parcels. */
const CARD = /(?<!\d[ -]?)((?:\d{4}[ -]?){3}\d{4})(?![ -]?\d)/g;

/** Texts that look like a password, a key or a card number, in this order. */
export function findSecrets(text: string): string[] {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, secret = '']) => secret);
  return [...new Set([NAMED, PAIR, IN_ADDRESS].flatMap(all)), ...all(CARD).filter(isCard)];
}

/** Masks a secret so that only its owner recognises it: its ends, and dots for the rest. */
export function masked(secret: string): string {
  return secret.replace(/(?<=.).(?=.)/gs, '•');
}

/** The Luhn check of card numbers. */
function isCard(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].map(Number);
  return digits.reduce((sum, digit, place) => sum + (place % 2 ? digit : (digit * 2) % 9 || digit), 0) % 10 === 0;
}

/** A word that announces a secret: then anything after a colon, otherwise a text with letters and digits. */
const NAMED =
  /(?<!\p{L})(?:has[łl][oaeu]m?|pass(?:word|wd)?|pwd|token|api.?key|klucz api)(?:(?:\s+[\p{L}/]+){0,3}\s*[:=]\s*|\s+(?=\S*\d)(?=\S*\p{L}\S{4}))(?!brak|none|http|ten |\[)(\S{3,}[^\s,.;)])/giu;

/** `ftp://user:secret@server` */
const IN_ADDRESS = /:\/\/[^\s:/@]+:([^\s/@]+)@/g;

/** Sixteen digits, alone or in groups of four. Longer ones are bank accounts or parcels. */
const CARD = /(?<!\d[ -]?)((?:\d{4}[ -]?){3}\d{4})(?![ -]?\d)/g;

/** Texts that look like a password, a key or a card number, in this order. */
export function findSecrets(text: string): string[] {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, secret = '']) => secret);
  return [...all(NAMED), ...all(IN_ADDRESS), ...all(CARD).filter(isCard)];
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

/** Words after which a secret comes: anything after a colon, otherwise what has letters and digits. */
const NAMED =
  /(?<!\p{L})(?:has[łl][oaeu]m?|pass(?:word|wd)?|pwd|token|api.?key|klucz api)(?:(?:\s+[\p{L}/]+){0,3}\s*[:=]\s*|\s+(?=\S*\d)(?=\S*\p{L}\S{4}))(?!brak|none|http|ten |\[)(\S{3,}[^\s,.;)])/giu;

/** `ftp://user:secret@server` */
const IN_ADDRESS = /:\/\/[^\s:/@]+:([^\s/@]+)@/g;

/** Sixteen digits, alone or in fours. Longer rows are accounts and parcels. */
const CARD = /(?<!\d[ -]?)((?:\d{4}[ -]?){3}\d{4})(?![ -]?\d)/g;

/** Whatever in a text looks like a password, a key or the number of a card, in the order of these kinds. */
export function findSecrets(text: string): string[] {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, secret = '']) => secret);
  return [...all(NAMED), ...all(IN_ADDRESS), ...all(CARD).filter(isCard)];
}

/** A secret, told apart by its owner only: its ends, and as many dots as there are others. */
export function masked(secret: string): string {
  return secret.replace(/(?<=.).(?=.)/gs, '•');
}

/** The check digit of cards: of every other digit twice its value, and the sum ends in 0. */
function isCard(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].map(Number);
  return digits.reduce((sum, digit, place) => sum + (place % 2 ? digit : (digit * 2) % 9 || digit), 0) % 10 === 0;
}

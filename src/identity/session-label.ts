/** Browsers by a token that only they send; those that also claim to be others come first. */
const BROWSERS: readonly [name: string, sign: RegExp][] = [
  ['Edge', /\bEdgA?\/|\bEdgiOS\//],
  ['Opera', /\bOPR\/|\bOPT\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Firefox', /\bFirefox\/|\bFxiOS\//],
  ['Chrome', /\bChrome\/|\bCriOS\/|\bHeadlessChrome\//],
  ['Safari', /\bVersion\/[\d.]+ .*Safari\//],
];

const SYSTEMS: readonly [name: string, sign: RegExp][] = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows NT\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
];

/** No browser sends a longer header. */
const LONGEST_HEADER = 500;

/**
 * Browser and system in words, for an agent's list of sessions. The header itself is not stored: it is long, identifies
 * a person, and could contain anything.
 * @returns such as `Firefox · Windows`, or only the known one of the two; null when neither is known
 */
export function sessionLabel(userAgent: string | undefined): string | null {
  const header = (userAgent ?? '').slice(0, LONGEST_HEADER);
  const found = [BROWSERS, SYSTEMS].flatMap((names) => names.find(([, sign]) => sign.test(header))?.[0] ?? []);
  return found.length > 0 ? found.join(' · ') : null;
}

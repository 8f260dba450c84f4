/** Each by what only it writes, those that pass themselves off as others before these. */
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

/** More of the header than this is nobody's browser. */
const LONGEST_HEADER = 500;

/**
 * Browser and system in words, for whoever looks where they are signed in. Of the header itself nothing is kept: it is
 * long, tells a person apart from others, and could hold anything.
 * @returns such as `Firefox · Windows`, or whichever of the two is known; null when neither is
 */
export function sessionLabel(userAgent: string | undefined): string | null {
  const header = (userAgent ?? '').slice(0, LONGEST_HEADER);
  const found = [BROWSERS, SYSTEMS].flatMap((names) => names.find(([, sign]) => sign.test(header))?.[0] ?? []);
  return found.length > 0 ? found.join(' · ') : null;
}

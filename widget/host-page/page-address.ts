/** The parts of the page's `location` that say where it is. */
export type Place = Pick<Location, 'origin' | 'pathname'>;

/** The directory of a path, with the slash at its end. */
export function directoryOf(path: string): string {
  return path.replace(/[^/]*$/, '');
}

/**
 * The host of a shop's address with what does not tell shops apart left out: scheme, its port, `www.`, a trailing dot,
 * case. Empty for what is no web address.
 */
export function hostOf(address: string): string {
  try {
    return new URL(address.replace(/^(?!https?:\/\/)/i, 'https://')).host.replace(/^www\.|\.(?=:|$)/g, '');
  } catch {
    return '';
  }
}

/** The service's time with an answer, and where this page's stopwatch stood then. */
let noted: { at: number; ticks: number } | undefined;

/** Notes the `Date` of an answer of the service. */
export function noteServiceTime({ headers }: Response): void {
  const at = Date.parse(headers.get('Date') ?? '');
  if (at) noted = { at, ticks: performance.now() };
}

/**
 * The time by the service's clock, in milliseconds since 1970, for what the service promised: this computer's clock may
 * be wrong, and be set while the page is open. Until the service has answered, this computer's time.
 */
export function serviceNow(): number {
  return noted ? noted.at + performance.now() - noted.ticks : Date.now();
}

/** This computer's time again, as before the service has answered: of tests, one after another in a page. */
export function forgetServiceTime(): void {
  noted = undefined;
}

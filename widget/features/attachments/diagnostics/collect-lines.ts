import { host } from '../../../../browser/host.ts';
import { CONTROL_CHARACTERS } from '../../../../src/contract/shapes.ts';
import type { Facts } from '../../../host-page/facts.ts';
import type { DiagnosticLine } from '../../../outbox/draft.ts';
import { withoutValues } from './without-values.ts';

/** The longest line, in characters: enough for an address, or the beginning of an error. */
const LONGEST_LINE = 600;

/** The most lines of one kind: the last ones, which people write about. */
const MOST_OF_A_KIND = 5;

export interface Surroundings {
  facts: Facts;
  /** `error` and `unhandledrejection` events since the panel was loaded */
  faults: readonly Event[];
  requests: readonly PerformanceEntry[];
  /** values that the page adds, by name: letters only */
  context: Readonly<Record<string, string>>;
}

/** Collects facts that help to understand a problem with the page. It reads no field, cookie or storage of the page. */
export function collectLines({ facts, faults, requests, context }: Surroundings): DiagnosticLine[] {
  const { innerWidth, innerHeight, devicePixelRatio, screen } = host;
  const failed = requests.filter((entry) => ((entry as PerformanceResourceTiming).responseStatus ?? 0) >= 400);
  return [
    ...(facts.shopVersion ? [line('shopVersion', facts.shopVersion)] : []),
    line('page', host.location.href),
    line('browser', host.navigator.userAgent),
    line('screen', `${innerWidth}×${innerHeight}, ${screen.width}×${screen.height}, ×${devicePixelRatio}`),
    ...Object.entries(context).map(([name, text]) => line(name, text)),
    ...numbered('scriptError', faults.map(faultInWords)),
    ...numbered(
      'failedRequest',
      failed.map((entry) => `${(entry as PerformanceResourceTiming).responseStatus} ${entry.name}`),
    ),
  ];
}

/**
 * Merges new lines into the stored ones: unticked lines stay unticked, and lines of earlier pages stay, as people
 * seldom write on the page that failed.
 */
export function mergeLines(kept: readonly DiagnosticLine[], found: readonly DiagnosticLine[]): DiagnosticLine[] {
  const texts = new Set(kept.map(({ text }) => text));
  const fresh = found.filter(({ key, text }) =>
    /\d$/.test(key) ? !texts.has(text) : !kept.some((line) => line.key === key),
  );
  const lines = [...kept, ...fresh];
  return [
    ...lines.filter(({ key }) => !/\d$/.test(key)),
    ...['scriptError', 'failedRequest'].flatMap((kind) =>
      lines
        .filter(({ key }) => key.startsWith(kind))
        .slice(-MOST_OF_A_KIND)
        .map((line, index) => ({ ...line, key: `${kind}${index + 1}` })),
    ),
  ];
}

function numbered(kind: string, texts: readonly string[]): DiagnosticLine[] {
  return [...new Set(texts)].slice(-MOST_OF_A_KIND).map((text, index) => line(`${kind}${index + 1}`, text));
}

function line(key: string, text: string): DiagnosticLine {
  const tidy = withoutValues(text).replace(CONTROL_CHARACTERS, '').slice(0, LONGEST_LINE).toWellFormed();
  return { key, text: tidy, isOn: true };
}

/**
 * The message and place of a script error. For a rejection with something other than an error, only its type. Without
 * `instanceof`: events and errors of the page may be of another realm.
 */
function faultInWords(event: Event): string {
  if (isErrorEvent(event)) return `${event.message} (${event.filename}:${event.lineno})`;
  const { reason } = event as PromiseRejectionEvent;
  return /^\[object (?:Error|DOMException)\]$/.test(Object.prototype.toString.call(reason))
    ? `${reason.name}: ${reason.message}`
    : `rejection: ${typeof reason}`;
}

function isErrorEvent(event: Event): event is ErrorEvent {
  return 'message' in event;
}

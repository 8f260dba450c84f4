import { USUAL_DAYS, usualMinutes } from '../policy/usual-time.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { countWaits } from '../store/reports.ts';

/** How long a figure is told before it is counted again, in milliseconds: every panel that is opened asks for it. */
const KEPT_MS = 600_000;

interface Counted {
  at: number;
  usual: Promise<{ minutes: number } | null>;
}

const counted = new WeakMap<Store, Counted>();

/** Within how many minutes most replies of the last 30 days came, or null; see `usualMinutes`. */
export function usualTime(store: Store, now: Temporal.Instant): Promise<{ minutes: number } | null> {
  const at = now.epochMilliseconds;
  const last = counted.get(store);
  if (last && Math.abs(at - last.at) < KEPT_MS) return last.usual;
  const usual = count(store, now);
  counted.set(store, { at, usual });
  usual.catch(() => counted.delete(store));
  return usual;
}

async function count(store: Store, now: Temporal.Instant): Promise<{ minutes: number } | null> {
  const start = toInstantText(now.subtract({ hours: USUAL_DAYS * 24 }));
  const end = toInstantText(now);
  const minutes = usualMinutes(await countWaits(store, { start, end }, end));
  return minutes === null ? null : { minutes };
}

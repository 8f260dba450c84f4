import { serviceNow } from '../../browser/service-clock.ts';
import { instantInWarsaw } from '../../browser/warsaw.ts';
import type { FollowUpPreset } from '../../src/contract/lists.ts';
import { followUpTime } from './follow-up-times.ts';
import type { Office } from './office.ts';

/** The time that a ready text promises now, as an ISO instant; null where the office's hours cannot be had. */
export async function promiseOf(preset: FollowUpPreset, office: Office): Promise<string | null> {
  const stretches = await office.read();
  const at = stretches && followUpTime(preset, serviceNow(), stretches);
  return at === null ? null : new Date(at).toISOString();
}

/** How `momentInFull` writes a time. */
const MOMENT = /(\d{2})\.(\d{2})\.(\d{4}),\s(\d{2}:\d{2})/g;

/**
 * A time that a reply names and nothing reminds of: still to come, and not the one by which we write again; null for
 * none. What a customer reads as a promise must not depend on somebody's memory.
 */
export function unkeptTime(text: string, followUpAt: string | null, now: number): string | null {
  for (const [found, day, month, year, time] of text.matchAll(MOMENT)) {
    const at = Date.parse(instantInWarsaw(`${year}-${month}-${day}T${time}`) ?? '');
    if (at > now && at !== Date.parse(followUpAt ?? '')) return found;
  }
  return null;
}

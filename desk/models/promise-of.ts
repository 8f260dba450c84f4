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

/** That we write again, in the words of a reply, and when. Word boundaries are spelled out: `\b` knows no Polish letters. */
const WE_WRITE =
  /(?<!\p{L})(wróc(ę|imy)|odpi(szę|szemy)|odpowiem|ode(zwę|zwiemy)|da(m|my) znać|napisz(ę|emy))(?!\p{L})/iu;
const ON_A_DAY =
  /(?<!\p{L})((po)?jutr(o|a|ze)|dziś|dzisiaj|poniedział(ek|ku)|wtor(ek|ku)|środ[ęy]|czwart(ek|ku)|piąt(ek|ku))(?!\p{L})(\s+(do|o|przed)?\s*\d{1,2}:\d{2})?/iu;

/**
 * A time that a reply names and nothing reminds of: still to come, and not the one by which we write again, or a day in
 * words while there is none such; null for none. What a customer reads as a promise must not depend on somebody's memory.
 */
export function unkeptTime(text: string, followUpAt: string | null, now: number): string | null {
  for (const [found, day, month, year, time] of text.matchAll(MOMENT)) {
    const at = Date.parse(instantInWarsaw(`${year}-${month}-${day}T${time}`) ?? '');
    if (at > now && at !== Date.parse(followUpAt ?? '')) return found;
  }
  if (followUpAt !== null) return null;
  const promise = text.split(/[.!?]\s|\n/).find((sentence) => WE_WRITE.test(sentence) && ON_A_DAY.test(sentence));
  return promise ? (ON_A_DAY.exec(promise)?.[0] ?? null) : null;
}

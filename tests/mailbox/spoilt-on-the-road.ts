import { contentKey } from '../../src/mailbox/content-key.ts';
import { readHead } from '../../src/mailbox/mail-head.ts';
import { intakeDeps, letterComes } from '../support/post-office.ts';
import type { Service } from '../support/service.ts';
import { mutatedLetters } from './mutated-letters.ts';

/** What became of spoilt letters on the whole road from the mailbox to a fate. */
export interface OnTheRoad {
  letters: number;
  /** those that differ in what makes a letter one, and rows of letters */
  distinct: number;
  rows: number;
  fates: Record<string, number>;
  /** milliseconds of the processor, and bytes of the letter, of the one that took most */
  slowest: { ms: number; bytes: number };
  wrong: string[];
}

/** Puts spoilt letters through the mailbox one after another: each must be kept as it came, and have one fate. */
export async function takeSpoilt(api: Service, count: number, seed: number): Promise<OnTheRoad> {
  const deps = intakeDeps(api);
  const came = new Map<string, Uint8Array>();
  const slowest = { ms: 0, bytes: 0 };
  let letters = 0;
  for (const raw of mutatedLetters(count, seed)) {
    letters += 1;
    const key = contentKey(raw, readHead(raw));
    if (!came.has(key)) came.set(key, raw);
    const begun = process.cpuUsage();
    await letterComes(deps, raw);
    const { user, system } = process.cpuUsage(begun);
    const ms = Math.round((user + system) / 1000);
    if (ms > slowest.ms) Object.assign(slowest, { ms, bytes: raw.length });
  }
  const rows = await api.store.selectFrom('mails').select(['content_key', 'fate', 'reason', 'raw']).execute();
  const fates: Record<string, number> = {};
  const wrong: string[] = [];
  for (const { content_key, fate, reason, raw } of rows) {
    fates[fate] = (fates[fate] ?? 0) + 1;
    const given = came.get(content_key);
    if (!given || !raw || Buffer.compare(given, raw) !== 0) wrong.push(`${content_key} is not as it came`);
    if (fate === 'stored') wrong.push(`${content_key} has no fate`);
    if (fate === 'unreadable' && reason !== 'no-header') wrong.push(`${content_key}: ${reason}`);
  }
  if (rows.length !== came.size) wrong.push(`${rows.length} rows of ${came.size} letters`);
  return { letters, distinct: came.size, rows: rows.length, fates, slowest, wrong };
}

import { hasRead } from '../store/audit.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import { rawMail } from '../store/mails.ts';
import type { StoreAndClock } from '../store/open.ts';
import { appendEvent } from './append-event.ts';

/** An agent who opens a ticket, a file or a letter again within this time is not recorded again, in minutes: a desk reads it at each change. */
const SAME_READING_MINUTES = 60;

/** Records that an agent opened a ticket, before it is shown to them: at most once an hour each. */
export async function recordTicketRead(deps: StoreAndClock, actor: string, ticket: string): Promise<void> {
  await recordOnce(deps, actor, { action: 'read.ticket', details: { ticket } });
}

/** The same of a file of a ticket: the desk reads the files that it shows small by itself, with each opening. */
export async function recordFileRead(
  deps: StoreAndClock,
  actor: string,
  { ticket, file }: { ticket: string; file: string },
): Promise<void> {
  await recordOnce(deps, actor, { action: 'read.file', details: { ticket, file } });
}

/** The same of a letter that is no ticket. */
export async function recordMailRead(deps: StoreAndClock, actor: string, mail: number): Promise<void> {
  await recordOnce(deps, actor, { action: 'read.mail', details: { mail } });
}

async function recordOnce(
  { store, now }: StoreAndClock,
  actor: string,
  read:
    | { action: 'read.ticket'; details: { ticket: string } }
    | { action: 'read.file'; details: { ticket: string; file: string } }
    | { action: 'read.mail'; details: { mail: number } },
): Promise<void> {
  const at = now();
  const since = toInstantText(at.subtract({ minutes: SAME_READING_MINUTES }));
  const asked = { action: read.action, actor, details: JSON.stringify(read.details) };
  if (await hasRead(store, asked, since)) return;
  await store.transaction().execute(async (transaction) => {
    await lock(transaction, `read:${actor}`);
    if (await hasRead(transaction, asked, since)) return;
    await appendEvent(transaction, { at: toInstantText(at), actor, ...read });
  });
}

/** Records that an agent read a report, or took along a part of it as a file, before they get it. */
export async function recordReportRead(
  { store, now }: StoreAndClock,
  actor: string,
  { part, from, to }: { part?: string; from: string; to: string },
): Promise<void> {
  const event = { at: toInstantText(now()), actor };
  await (part === undefined
    ? appendEvent(store, { ...event, action: 'read.report', details: { from, to } })
    : appendEvent(store, { ...event, action: 'read.export', details: { part, from, to } }));
}

/** The bytes of a letter, recorded as taken along before the agent gets them; null when there are none. */
export async function takeRawLetter(
  { store, now }: StoreAndClock,
  actor: string,
  mail: number,
): Promise<Uint8Array | null> {
  const raw = await rawMail(store, mail);
  if (raw) await appendEvent(store, { at: toInstantText(now()), actor, action: 'read.mail', details: { mail } });
  return raw;
}

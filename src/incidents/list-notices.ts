import { NoticeCursor } from '../contract/desk/notice-cursor.ts';
import type { NoticeLists } from '../contract/desk/notices.ts';
import { toInstantText } from '../store/instants.ts';
import { countLinked } from '../store/linked-tickets.ts';
import { comingNotices, endedNotices, runningNotices } from '../store/notices.ts';
import type { Store } from '../store/open.ts';
import type { InstantText } from '../store/tables/columns.ts';
import { toDeskNotice } from './to-desk-notice.ts';

/** A bound, not a page: nobody has that many at once. */
const MOST_AT_ONCE = 200;

const PAGE = 50;

/** The last notice of a page: when it ended, and its id. */
export interface EndedBefore {
  until: InstantText;
  id: number;
}

/** Decodes a cursor; null for an invalid one. */
export function readNoticeCursor(cursor: string): EndedBefore | null {
  if (!NoticeCursor.safeParse(cursor).success) return null;
  const [until = '', id] = cursor.split('~');
  return { until, id: Number(id) };
}

/** Active, coming and ended notices. @param before asks for the next page of ended ones only */
export async function listDeskNotices(
  db: Store,
  now: Temporal.Instant,
  before: EndedBefore | null,
): Promise<NoticeLists> {
  const at = toInstantText(now);
  const running = before ? [] : (await runningNotices(db, at)).slice(0, MOST_AT_ONCE);
  const coming = before ? [] : await comingNotices(db, at, MOST_AT_ONCE);
  const found = await endedNotices(db, at, before, PAGE + 1);
  const ended = found.slice(0, PAGE);
  const linked = await countLinked(
    db,
    [...running, ...coming, ...ended].map(({ id }) => id),
  );
  const toDesk = (notice: (typeof ended)[number]) => toDeskNotice(notice, linked.get(notice.id) ?? 0);
  const last = ended.at(-1);
  return {
    running: running.map(toDesk),
    coming: coming.map(toDesk),
    ended: ended.map(toDesk),
    next: found.length > PAGE && last ? `${last.until}~${last.id}` : null,
  };
}

import type { NoticeKind } from '../contract/lists.ts';
import { noticeFields } from '../contract/shops/notice.ts';
import { isBehind } from '../policy/version.ts';
import { insertAudit } from '../store/audit.ts';
import { toInstantText } from '../store/instants.ts';
import { insertNotice } from '../store/notices.ts';
import type { Store } from '../store/open.ts';

/** A new notice, as typed. */
export interface NewNotice {
  kind: NoticeKind;
  title: string;
  text: string;
  /** title and text, or neither */
  english: { title: string; text: string } | null;
  since: Temporal.Instant;
  until: Temporal.Instant | null;
  /** the first and last version it is about, both included; null is no bound */
  fromVersion: string | null;
  toVersion: string | null;
}

/** `unfit`: a field that `contract/notice` refuses, an end before the beginning, or versions in the wrong order. */
export type AddNoticeResult =
  | { outcome: 'added'; id: number }
  | { outcome: 'unfit'; field: 'title' | 'text' | 'until' | 'versions' };

/**
 * Adds a notice, which panels show (A2) from `since` on.
 * @param actor for the audit trail: `operator`, or an agent's id
 */
export async function addNotice(
  store: Store,
  notice: NewNotice,
  actor: string,
  now: Temporal.Instant,
): Promise<AddNoticeResult> {
  const field = unfitField(notice);
  if (field) return { outcome: 'unfit', field };
  return store.transaction().execute(async (transaction) => {
    const id = await writeNotice(transaction, notice, actor, now);
    return { outcome: 'added', id };
  });
}

/** Writes a valid notice with its audit line. @returns its id */
export async function writeNotice(
  transaction: Store,
  notice: NewNotice,
  actor: string,
  now: Temporal.Instant,
): Promise<number> {
  const { kind, title, text, english, since, until, fromVersion, toVersion } = notice;
  const row = {
    kind,
    title,
    text,
    title_en: english?.title ?? null,
    text_en: english?.text ?? null,
    since: toInstantText(since),
    until: until && toInstantText(until),
    from_version: fromVersion,
    to_version: toVersion,
  };
  const id = await insertNotice(transaction, row);
  const at = toInstantText(now);
  const details = { notice: id, kind };
  await insertAudit(transaction, { at, actor, action: 'notice.added', noticeId: id, details });
  return id;
}

/** The first invalid field, or null. */
export function unfitField({
  english,
  ...notice
}: NewNotice): Extract<AddNoticeResult, { outcome: 'unfit' }>['field'] | null {
  for (const { title, text } of english ? [notice, english] : [notice]) {
    if (!noticeFields.title.safeParse(title).success) return 'title';
    if (!noticeFields.text.safeParse(text).success) return 'text';
  }
  const { since, until, fromVersion, toVersion } = notice;
  if (until && Temporal.Instant.compare(until, since) <= 0) return 'until';
  return fromVersion && toVersion && isBehind(toVersion, fromVersion) ? 'versions' : null;
}

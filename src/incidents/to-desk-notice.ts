import type { DeskNotice } from '../contract/desk/notices.ts';
import { maybePublicInstant, toPublicInstant } from '../store/instants.ts';
import type { NoticeRow } from '../store/notices.ts';

/** Maps a notice to the contract: the only place that does. */
export function toDeskNotice(notice: NoticeRow, linked: number): DeskNotice {
  const { title_en: title, text_en: text } = notice;
  return {
    id: notice.id,
    kind: notice.kind,
    title: notice.title,
    text: notice.text,
    english: title !== null && text !== null ? { title, text } : null,
    since: toPublicInstant(Temporal.Instant.from(notice.since)),
    until: maybePublicInstant(notice.until),
    fromVersion: notice.from_version,
    toVersion: notice.to_version,
    solvedAt: maybePublicInstant(notice.solved_at),
    linked,
  };
}

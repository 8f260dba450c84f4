import { isWithin } from '../policy/version.ts';
import type { NoticeRow } from '../store/notices.ts';
import type { InstantText } from '../store/tables/columns.ts';

/** Whether tickets may be linked to a notice: news of a version are no incident, and a solved one has been answered. */
export function isOpenProblem({ kind, solved_at }: NoticeRow): boolean {
  return kind !== 'update' && solved_at === null;
}

/** Whether a shop with this version is shown the notice at an instant. */
export function isToldTo(notice: NoticeRow, version: string | null, at: InstantText): boolean {
  const { since, until, from_version: from, to_version: to } = notice;
  return since <= at && (until === null || until > at) && isWithin(version, { from, to });
}

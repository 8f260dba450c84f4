import { REPLY_STATUSES, type ReplyStatus } from '../../src/contract/lists.ts';

/** The status a reply leaves its ticket in when nothing else is chosen. */
export const USUAL_STATUS: ReplyStatus = 'waiting-for-customer';

/** What a text means as such a status; null when it is none, or one that no reply can leave. */
export function readReplyStatus(text: string | null): ReplyStatus | null {
  return REPLY_STATUSES.find((status) => status === text) ?? null;
}

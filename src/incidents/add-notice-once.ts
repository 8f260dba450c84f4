import type { AddNoticeRequest } from '../contract/desk/notices-request.ts';
import type { Store } from '../store/open.ts';
import { type AddNoticeResult, unfitField, writeNotice } from './add-notice.ts';
import { type DoneToNotice, idempotentlyForIncident } from './once-for-notice.ts';

/**
 * Adds a notice, once per idempotency key: an agent whose network broke may press again.
 * @param actor the agent's id
 */
export async function addNoticeOnce(
  store: Store,
  key: string,
  request: AddNoticeRequest,
  actor: string,
  now: Temporal.Instant,
): Promise<DoneToNotice | Extract<AddNoticeResult, { outcome: 'unfit' }>> {
  const { since, until } = request;
  const notice = {
    ...request,
    since: since === null ? now : Temporal.Instant.from(since),
    until: until === null ? null : Temporal.Instant.from(until),
  };
  return idempotentlyForIncident(store, key, [actor, request], now, async (transaction) => {
    const field = unfitField(notice);
    if (field) return { outcome: 'unfit', field };
    return { outcome: 'done', id: await writeNotice(transaction, notice, actor, now) };
  });
}

import type { AttachedFile } from '../../../outbox/attached-file.ts';
import type { WidgetStore } from '../../../outbox/widget-store.ts';

/** All files that a draft or an entry in this browser names; those of an earlier build may name none. */
export async function namedFiles(store: WidgetStore): Promise<AttachedFile[]> {
  const [drafts, outbox] = await Promise.all([store.all('drafts'), store.all('outbox')]);
  return [...drafts, ...outbox.map(({ draft }) => draft)].flatMap(({ files }) => files ?? []);
}

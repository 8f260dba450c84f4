import type { AttachedFile } from '../../../outbox/attached-file.ts';
import type { WidgetStore } from '../../../outbox/widget-store.ts';

/** All files that a draft or something on its way names in this browser; what an earlier build kept may have none. */
export async function namedFiles(store: WidgetStore): Promise<AttachedFile[]> {
  const [drafts, outbox] = await Promise.all([store.all('drafts'), store.all('outbox')]);
  return [...drafts, ...outbox.map(({ draft }) => draft)].flatMap(({ files }) => files ?? []);
}

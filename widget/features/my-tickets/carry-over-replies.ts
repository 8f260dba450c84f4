import { moveRows } from '../../../browser/move-rows.ts';
import type { AttachedFile, KeptFile } from '../../outbox/attached-file.ts';
import { covers, EMPTY_DRAFT } from '../../outbox/draft.ts';
import type { Edit, WidgetStore } from '../../outbox/widget-store.ts';

/** A row of the database in which earlier builds kept replies, by the number of the thread; files lie among them. */
type Row = EarlierReply | KeptFile;

interface EarlierReply {
  number: string;
  directory: string;
  draft: string;
  files?: AttachedFile[];
  pending?: {
    kind: 'message' | 'status';
    key: string;
    body: string;
    text: string;
    files?: AttachedFile[];
    createdAt: number;
  };
}

/**
 * Brings what earlier builds kept of replies into the store: drafts, what is on its way, and the bytes of files. It
 * leaves the other database only once it is kept here; a page of an earlier build that is still open may fill it again.
 */
export async function carryOverReplies(store: WidgetStore): Promise<void> {
  try {
    await moveRows<Row>('pomoc-replies', 'replies', async (rows) => {
      const edits = await Promise.all(rows.map((row) => editsOf(row, store)));
      await store.change(...edits.flat());
      return store.isDurable();
    });
  } catch {
    // There is no such database, or nothing can be read of it.
  }
}

async function editsOf(row: Row, store: WidgetStore): Promise<Edit[]> {
  // Kept as of now: what names it may be written a moment later.
  if (!('number' in row)) return [{ store: 'files', key: row.id, value: { ...row, keptAt: Date.now() } }];
  const { number, directory, draft, files = [], pending } = row;
  const edits: Edit[] = [];
  const here = (await store.get('drafts', number)) ?? EMPTY_DRAFT;
  const there = { ...EMPTY_DRAFT, description: draft, files, changedAt: Date.now() };
  if ((draft || files[0]) && !covers(here, there)) {
    const description = [here.description, draft].filter(Boolean).join('\n\n');
    edits.push({ store: 'drafts', key: number, value: { ...there, description, files: [...here.files, ...files] } });
  }
  if (pending) {
    const { kind, key, body, text, createdAt } = pending;
    const written = { ...EMPTY_DRAFT, description: kind === 'message' ? text : '', files: pending.files ?? [] };
    const value = { kind, key, body, createdAt, draft: written, thread: number, panelPath: directory };
    edits.push({ store: 'outbox', key, value });
  }
  return edits;
}

import type { AttachedFile, KeptFile } from '../../../browser/files/attached-file.ts';
import { moveRows } from '../../../browser/move-rows.ts';
import { covers, EMPTY_DRAFT } from '../../outbox/draft.ts';
import type { Edit, WidgetStore } from '../../outbox/widget-store.ts';

/** A row of the database in which earlier builds stored replies, by ticket number, and files. */
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
 * Moves replies of earlier builds into the store: drafts, entries, and the bytes of files. They are deleted from the
 * other database only after they are stored here; an open page of an earlier build may fill it again.
 */
export async function carryOverReplies(store: WidgetStore): Promise<void> {
  try {
    await moveRows<Row>('pomoc-replies', 'replies', async (rows) => {
      const edits = await Promise.all(rows.map((row) => editsOf(row, store)));
      await store.change(...edits.flat());
      return store.isDurable();
    });
  } catch {
    // There is no such database, or it cannot be read.
  }
}

async function editsOf(row: Row, store: WidgetStore): Promise<Edit[]> {
  // Dated now: the draft that names it may be written a moment later.
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

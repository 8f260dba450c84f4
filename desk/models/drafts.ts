import type { AttachedFile } from '../../browser/files/attached-file.ts';
import { type DeskEntry, type DeskStore, type Edit, NO_DRAFT, placeOf, type TicketDraft } from './desk-kept.ts';

/** The drafts of one agent on this machine. */
export interface Drafts {
  get: (number: string) => TicketDraft;
  /** an entry of a ticket without a response */
  onTheirWay: (number: string) => DeskEntry[];
  /** The edit that stores a draft, or deletes an empty one. */
  row: (number: string, draft: TicketDraft) => Edit;
  /** Stores a draft; where that is not possible, it lasts as long as the page. */
  keep: (number: string, draft: TicketDraft) => void;
  /** Moves the draft of a merged ticket to the surviving one, after the draft that is there. */
  move: (from: string, to: string) => void;
  /** Calls a listener after another tab has changed a ticket's draft. @returns a function that stops it */
  follow: (number: string, onChange: () => void) => () => void;
}

/** The files of a reply and a note together. */
export function filesIn({ files }: Pick<TicketDraft, 'files'>): AttachedFile[] {
  return files ? [...files.reply, ...files.note] : [];
}

/** @param agent the agent's id: text of another agent on this machine is not shown */
export function createDrafts(agent: string, store: DeskStore): Drafts {
  const joined = (...texts: string[]) => texts.filter(Boolean).join('\n\n');
  const drafts: Drafts = {
    get: (number) => store.get('drafts', placeOf(agent, number)) ?? NO_DRAFT,
    onTheirWay: (number) =>
      store.all('outbox').filter((entry) => entry.agent === agent && 'number' in entry && entry.number === number),
    row: (number, draft) => ({
      store: 'drafts',
      key: placeOf(agent, number),
      value: draft.reply || draft.note || filesIn(draft).length > 0 ? draft : undefined,
    }),
    keep: (number, draft) => void store.change(drafts.row(number, draft)).catch(() => {}),
    move(from, to) {
      const [moved, there] = [drafts.get(from), drafts.get(to)];
      const entries = drafts.onTheirWay(from);
      const textOf = (kind: 'reply' | 'note') => entries.map((one) => (one.kind === kind ? one.draft.text : ''));
      const reply = joined(there.reply, ...textOf('reply'), moved.reply);
      const note = joined(there.note, ...textOf('note'), moved.note);
      const filesOf = (kind: 'reply' | 'note') => [
        ...(there.files?.[kind] ?? []),
        ...entries.flatMap((one) => (one.kind === kind ? (one.draft.files ?? []) : [])),
        ...(moved.files?.[kind] ?? []),
      ];
      const files = { reply: filesOf('reply'), note: filesOf('note') };
      const isMore = filesIn({ files }).length > filesIn(there).length;
      if (reply === there.reply && note === there.note && !isMore) return;
      const gone = entries.map(({ key }): Edit => ({ store: 'outbox', key }));
      const edits = [
        drafts.row(to, { ...there, reply, note, ...(filesIn({ files }).length > 0 && { files }) }),
        drafts.row(from, NO_DRAFT),
        ...gone,
      ];
      store.change(...edits).catch(() => {});
    },
    follow: (number, onChange) =>
      store.follow((edits) => {
        const isAbout = (edit: Edit) =>
          (edit.store === 'drafts' && edit.key === placeOf(agent, number)) || edit.store === 'outbox';
        if (edits.some(isAbout)) onChange();
      }),
  };
  return drafts;
}

import type { NoteEntry } from './desk-kept.ts';
import { createWriting, type WritingDeps } from './writing.ts';

/** The internal note that an agent writes. */
export function createNote(deps: WritingDeps) {
  const writing = createWriting<NoteEntry>('note', deps);
  return {
    ...writing,
    send: () =>
      writing.send(() => {
        const text = writing.text.peek();
        return { request: { text: text.trim() }, draft: { text } };
      }),
  };
}

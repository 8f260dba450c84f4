import type { Panel } from '../../panel.ts';

/** Values that a page may fill into the form before it is shown. */
export interface Prefill {
  topic?: string;
  subject?: string;
  description?: string;
}

/** Fills in empty fields: a page may not overwrite what a person typed. */
export function fillIn({ draft, edit }: Pick<Panel, 'draft' | 'edit'>, prefill: Prefill): void {
  const { topic = '', subject = '', description = '' } = prefill;
  const typed = draft.peek();
  edit({
    topic: typed.topic || topic,
    subject: typed.subject || subject.replace(/\s+/g, ' '),
    description: typed.description || description,
  });
}

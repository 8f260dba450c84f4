import { LIMITS } from '../../../src/contract/limits.ts';
import type { Prefill } from '../../host-page/embed-config.ts';
import type { Panel } from '../../panel.ts';

/** Fills in empty fields: a page may not overwrite what a person typed. */
export function fillIn({ draft, edit }: Pick<Panel, 'draft' | 'edit'>, prefill: Prefill): void {
  const { topic = '', subject = '', description = '' } = prefill;
  const typed = draft.peek();
  edit({
    topic: typed.topic || topic,
    subject: typed.subject || subject.replace(/\s+/g, ' ').slice(0, LIMITS.subject),
    description: typed.description || description.slice(0, LIMITS.description),
  });
}

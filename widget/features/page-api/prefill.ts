import type { Panel } from '../../panel.ts';
import { CallError } from './call-error.ts';

const FIELDS = ['topic', 'subject', 'description', 'email', 'name'] as const;

/**
 * The longest lines that the service takes, in UTF-16 code units. Written out, as the contract's list would be a file of
 * its own here; a test compares them.
 */
export const LONGEST = { email: 254, name: 100 };

/**
 * Fills in empty fields: a page may not overwrite what a person typed. Lines lose their line breaks.
 * @throws CallError for an address or name that the service does not take
 */
export function fillIn({ draft, edit }: Pick<Panel, 'draft' | 'edit'>, prefill: SGPomocPrefill): void {
  const typed = draft.peek();
  const change: SGPomocPrefill = {};
  for (const field of FIELDS) {
    const given = prefill[field];
    if (!given || typed[field]) continue;
    change[field] = field === 'description' ? given : given.replace(/\s+/g, ' ');
  }
  for (const field of ['email', 'name'] as const) {
    if ((change[field] ?? '').length > LONGEST[field])
      throw new CallError('invalid-argument', `${field} has at most ${LONGEST[field]} characters`);
  }
  edit(change, false);
}

import type { JSX } from 'preact';
import { statuses } from '#words/my-tickets.ts';
import { label } from '../../../../browser/lists.ts';

/** Colours that mean something, beside their words: amber is hers to do, green is done. */
const TONES: Record<string, string> = { 'waiting-for-customer': 'warn', solved: 'good', 'in-progress': 'ours' };

/** The status of a ticket, in the owner's words. */
export function StatusChip({ status }: { status: string }): JSX.Element {
  return <strong class={`chip ${TONES[status] ?? 'calm'}`}>{label(statuses, status, statuses['in-progress'])}</strong>;
}

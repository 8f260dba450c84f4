import type { JSX } from 'preact';
import type { DeskModel } from '../models/desk-model.ts';
import type { Section } from '../models/lists-model.ts';
import { words } from '../words/words.ts';
import { Sign, type SignName } from './signs.tsx';

const SIGNS: Partial<Record<Section['section'], SignName>> = {
  outages: 'alert',
  'due-soon': 'clock',
  promised: 'back',
  queue: 'inbox',
};

/** The head of a section: its sign, name and count, and what is worth knowing of the whole of it. */
export function SectionHead({ section, model }: { section: Section; model: DeskModel }): JSX.Element {
  const { section: name, count } = section;
  const sign = SIGNS[name];
  return (
    <h2 id={`section-${name}`}>
      {sign && <Sign of={sign} />}
      <span>{words.value.sections[name]}</span>
      {count !== null && <span class="count">{count}</span>}
      <span class="section-note">{note(section, model)}</span>
    </h2>
  );
}

/** Of a section that is not whole on the page, nothing that its other rows could make untrue. */
function note({ section, tickets, next }: Section, model: DeskModel): string | null {
  const w = words.value;
  const now = model.now.value;
  if (section === 'queue') return w.queueOrder;
  if (next !== null) return null;
  if (section === 'outages') {
    const waits = tickets.flatMap(({ waitingSince }) => (waitingSince ? [now - Date.parse(waitingSince)] : []));
    return waits.length > 0 ? w.longestWait(Math.max(0, ...waits)) : null;
  }
  if (section === 'promised') {
    const mine = tickets.filter(({ assignee }) => assignee?.id === model.me.value.id).length;
    return mine > 0 ? w.mineOnes(mine) : null;
  }
  if (section !== 'due-soon') return null;
  const late = tickets.filter(({ answerBy }) => answerBy !== null && Date.parse(answerBy) < now).length;
  return late > 0 ? w.lateOnes(late) : null;
}

import type { JSX } from 'preact';
import type { DeskNotice } from '../../../src/contract/desk/notices.ts';
import { momentInFull } from '../../words/moments.ts';
import { problemsWords } from './problems-words.ts';

/** The facts of a notice besides its text, in one line. */
export function NoticeFacts({ notice }: { notice: DeskNotice }): JSX.Element {
  const w = problemsWords.value;
  const { kind, since, until, fromVersion, toVersion, solvedAt, linked } = notice;
  return (
    <span class="notice-facts">
      <span class={kind === 'update' ? 'pill' : 'pill alarm'}>{w.kinds[kind] ?? kind}</span>
      {solvedAt && <span class="pill">{w.solved}</span>}
      <span>{w.versions(fromVersion, toVersion)}</span>
      <span>
        {w.since(momentInFull(since))}
        {until && ` ${w.until(momentInFull(until))}`}
      </span>
      {kind !== 'update' && <span>{w.tickets(linked)}</span>}
    </span>
  );
}

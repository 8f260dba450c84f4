import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import type { AuditList } from '../../../src/contract/desk/audit.ts';
import { routeAddress } from '../../models/router.ts';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { sentenceOf } from './sentence.ts';

/** Entries as lines: when, who, what, and links to the ticket and the shop that it was about. */
export function JournalEntries({ list: { entries, names } }: { list: AuditList }): JSX.Element {
  const w = words.value;
  return (
    <ol class="journal panel" aria-label={w.journal.entries}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <time dateTime={entry.at}>{momentInFull(entry.at)}</time>
          <strong dir="auto">{entry.by.name ?? label(w.actors, entry.by.id, w.journal.someAgent)}</strong>
          <span class="what">
            <span dir="auto">{sentenceOf(entry, names)}</span>{' '}
            {entry.ticket && <a href={routeAddress({ number: entry.ticket })}>{entry.ticket}</a>}{' '}
            {entry.shop && (
              <a href={routeAddress({ page: 'shops', id: `${entry.shop.id}` })} dir="auto">
                {entry.shop.name}
              </a>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

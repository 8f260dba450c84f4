import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import type { IncidentDetail } from '../../../src/contract/desk/incidents.ts';
import { routeAddress } from '../../models/router.ts';
import { words } from '../../words/words.ts';

/** The tickets of an incident as links, the newest first. */
export function LinkedTickets({ detail, more }: { detail: IncidentDetail; more: () => void }): JSX.Element {
  const w = words.value.incidents;
  const { tickets, next, counts } = detail;
  return (
    <section class="panel" aria-labelledby="incident-tickets">
      <h3 id="incident-tickets">
        {w.linked} <span class="count">{counts.linked}</span>
      </h3>
      {tickets.length === 0 && <p class="muted">{w.noneLinked}</p>}
      <ul class="incident-list">
        {tickets.map(({ number, subject, shop, status }) => (
          <li key={number}>
            <a href={routeAddress({ number })}>
              <strong dir="auto">{subject}</strong>
              <span class="incident-facts">
                <span>{number}</span>
                <span dir="auto">{shop.name}</span>
                <span>{label(words.value.statuses, status)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {next !== null && (
        <p>
          <button type="button" onClick={more}>
            {w.more}
          </button>
        </p>
      )}
    </section>
  );
}

import type { JSX } from 'preact';
import type { NoticeDetail } from '../../../src/contract/desk/notices.ts';
import { placeAddress } from '../../models/place-model.ts';
import { words } from '../../words/words.ts';
import { problemsWords } from './problems-words.ts';

/** The tickets of a problem, the newest first, each a way to itself. */
export function LinkedTickets({ detail, more }: { detail: NoticeDetail; more: () => void }): JSX.Element {
  const w = problemsWords.value;
  const { tickets, next, counts } = detail;
  return (
    <section class="panel" aria-labelledby="problem-tickets">
      <h3 id="problem-tickets">
        {w.linked} <span class="count">{counts.linked}</span>
      </h3>
      {tickets.length === 0 && <p class="muted">{w.noneLinked}</p>}
      {tickets.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard as well
        <section class="table" tabIndex={0} aria-labelledby="problem-tickets">
          <table>
            <thead>
              <tr>
                <th scope="col">{w.number}</th>
                <th scope="col">{w.subject}</th>
                <th scope="col">{w.shop}</th>
                <th scope="col">{w.status}</th>
              </tr>
            </thead>
            <tbody>
              {tickets.map(({ number, subject, shop, status }) => (
                <tr key={number}>
                  <td>
                    <a href={placeAddress({ number })}>{number}</a>
                  </td>
                  <td dir="auto">{subject}</td>
                  <td dir="auto">{shop.name}</td>
                  <td>{words.value.statuses[status] ?? status}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
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

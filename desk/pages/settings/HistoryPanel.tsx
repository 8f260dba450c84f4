import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import type { HistoryModel } from './history-model.ts';
import { shownValue } from './shown-value.ts';

/** The history of settings, the newest first. */
export function HistoryPanel({ history }: { history: HistoryModel }): JSX.Element {
  const w = words.value.settings;
  const page = history.page.value;
  return (
    <section class="panel" aria-labelledby="settings-history">
      <h3 id="settings-history">{w.history}</h3>
      {page?.entries.length === 0 && <p class="muted">{w.noHistory}</p>}
      {page && page.entries.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keys
        <section class="table" tabIndex={0} aria-label={w.historyTable}>
          <table>
            <thead>
              <tr>
                {[w.when, w.who, w.what, w.before, w.after].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.entries.map(({ id, at, by, action, subject, from, to }) => (
                <tr key={id}>
                  <td class="moment">{momentInFull(at)}</td>
                  <td>{by.name ?? label(words.value.actors, by.id)}</td>
                  <td>
                    {label(w.actions, action)}
                    {subject !== null && (
                      <>
                        {': '}
                        <bdi>{action === 'settings.changed' ? label(w.fields, subject) : subject}</bdi>
                      </>
                    )}
                  </td>
                  <td dir="auto">{action.startsWith('macro.') ? '' : shownValue(subject, from)}</td>
                  <td dir="auto">{action.startsWith('macro.') ? '' : shownValue(subject, to)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {page?.next && (
        <button type="button" onClick={history.more}>
          {w.more}
        </button>
      )}
    </section>
  );
}

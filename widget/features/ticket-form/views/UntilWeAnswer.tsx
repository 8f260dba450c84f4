import type { JSX } from 'preact';
import { beforeSteps, lazyWords } from '#words/lazy-views.ts';
import { bind } from '#words/panel.ts';
import { factLabels } from '#words/sending.ts';
import type { OutageFact } from '../../../../src/contract/lists.ts';
import type { Panel } from '../../../panel.ts';

interface Props {
  panel: Pick<Panel, 'shop'>;
  /** what was ticked as down, once the ticket has arrived */
  facts?: OutageFact[] | undefined;
}

/**
 * Of an outage: its place in the queue, what to do meanwhile, and where to go when the panel itself is down, by its
 * address, as it may have to be typed elsewhere.
 */
export function UntilWeAnswer({ panel, facts }: Props): JSX.Element {
  const page = panel.shop.status.value?.emergencyPage;
  return (
    <>
      {facts?.[0] && (
        <p>
          <strong>{bind(lazyWords.placed)}</strong> {facts.map((fact) => factLabels[fact]).join(', ')}.
        </p>
      )}
      <h3>{lazyWords.before}</h3>
      <ul class="steps">
        {beforeSteps.map((step) => (
          <li key={step}>{bind(step)}</li>
        ))}
        {page && (
          <li>
            {bind(lazyWords.emergency)} <a href={page}>{page.replace(/^https?:\/\//, '')}</a>
          </li>
        )}
      </ul>
    </>
  );
}

import type { JSX } from 'preact';
import { lazyWords } from '#words/lazy-views.ts';
import type { Panel } from '../../../panel.ts';

/** The button back to the form that asks for the shop. */
export function CorrectShop({ panel }: { panel: Panel }): JSX.Element {
  const correct = () => {
    panel.shop.question.value = 'correction';
  };
  return (
    <button type="button" class="link" onClick={correct}>
      {lazyWords.correct}
    </button>
  );
}

import type { JSX } from 'preact';
import type { ComposerModel } from '../../models/composer-model.ts';
import { words } from '../../words/words.ts';

/** Whether the reply goes to the others of the last letter, too. */
export function CopiesTick({ composer, copies }: { composer: ComposerModel; copies: readonly string[] }): JSX.Element {
  return (
    <label class="choice copies">
      <input
        type="checkbox"
        checked={composer.hasCopies.value}
        aria-disabled={composer.sending.value.state === 'sending'}
        onChange={({ currentTarget }) => composer.copy(currentTarget.checked)}
      />
      <span>{words.value.mails.sendCopies(copies)}</span>
    </label>
  );
}

import type { JSX } from 'preact';
import type { ComposerModel } from '../models/composer-model.ts';
import { words } from '../words/words.ts';

/** The id of the signature: the field of the reply is described by it. */
export const SIGNATURE = 'composer-signature';

/** The signature under a reply, as it is sent, and the button that takes it off; nothing where none is added. */
export function Signature({ composer }: { composer: ComposerModel }): JSX.Element | null {
  const isUnsigned = composer.isUnsigned.value;
  const text = composer.signature.value;
  if (!text && !isUnsigned) return null;
  return (
    <div class="signature">
      <span id={SIGNATURE} dir="auto">
        {text}
      </span>
      <button type="button" class="plain" aria-pressed={isUnsigned} onClick={() => composer.sign(isUnsigned)}>
        {words.value.unsigned}
      </button>
    </div>
  );
}

import { useSignal } from '@preact/signals';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { lazyWords } from '#words/lazy-views.ts';
import { bind } from '#words/panel.ts';
import { sendingWords } from '#words/sending.ts';
import { LIMITS } from '../../../../src/contract/limits.ts';
import { plainLine } from '../../../../src/contract/plain-line.ts';
import { SUPPORT_NUMBER } from '../../../../src/contract/shapes.ts';
import { Field, focusFirstInvalid } from '../../../controls/Field.tsx';
import type { ViewProps } from '../../../panel.ts';
import { adoptLater } from '../../../styles/adopt-later.ts';

/** Asks for facts that the page does not show (R5). Enter continues. */
export function IdentityForm({ panel }: ViewProps): JSX.Element {
  const { shop } = panel;
  const known = shop.question.value === 'another' ? {} : shop.facts.value;
  /** A shop that is learned from the page now comes too late. */
  const begin = () => {
    shop.question.value ??= 'correction';
  };
  const goBack = () => {
    shop.question.value = null;
  };
  const error = useSignal<'supportNumber' | 'installUrl' | null>(null);

  function goOn(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const read = (name: string) => plainLine(String(typed.get(name))).replace(/\s/g, '');
    const identity = { supportNumber: read('supportNumber'), installUrl: read('installUrl') };
    error.value = !SUPPORT_NUMBER.test(identity.supportNumber)
      ? 'supportNumber'
      : /^[^@]+\.[^@]+$/.test(identity.installUrl) && identity.installUrl.length <= LIMITS.installUrl
        ? null
        : 'installUrl';
    if (error.value) focusFirstInvalid(form);
    else panel.identify(identity);
  }

  const input = (name: 'supportNumber' | 'installUrl') => ({
    name,
    defaultValue: known[name], // not `value`: showing an error must not restore the old text
    autocomplete: 'off',
    autocapitalize: 'none' as const, // a number's letters are as they are
    autocorrect: 'off',
    spellcheck: false,
  });
  return (
    <form class="form" noValidate onSubmit={goOn} onInput={begin} ref={adoptLater}>
      <h2>{lazyWords.identityTitle}</h2>
      {!panel.isInline && !shop.facts.value.supportNumber && <p>{bind(lazyWords.identityMore)}</p>}
      <Field
        label={sendingWords.supportNumber}
        hint={bind(lazyWords.supportNumberHint)}
        error={error.value === 'supportNumber' ? lazyWords.supportNumberWrong : undefined}
        control={(ties) => <input {...ties} {...input('supportNumber')} data-first />}
      />
      <Field
        label={sendingWords.installUrl}
        error={error.value === 'installUrl' ? lazyWords.installUrlWrong : undefined}
        control={(ties) => <input {...ties} {...input('installUrl')} />}
      />
      <button type="submit" class="primary">
        {lazyWords.goOn}
      </button>
      {shop.identity.value && (
        <button type="button" class="link" onClick={goBack}>
          {lazyWords.back}
        </button>
      )}
    </form>
  );
}

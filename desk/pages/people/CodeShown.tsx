import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import type { CodeShown as Shown } from './people-model.ts';

/** A one-time code, shown once: to be copied or read out. */
export function CodeShown({ shown, putAway }: { shown: Shown; putAway: () => void }): JSX.Element {
  const w = words.value.people;
  const heading = useRef<HTMLHeadingElement>(null);
  const isCopied = useSignal(false);
  useLayoutEffect(() => heading.current?.focus(), [shown.code]);
  async function copy(): Promise<void> {
    isCopied.value = await navigator.clipboard.writeText(shown.code).then(
      () => true,
      () => false,
    );
  }
  return (
    <section class="panel given-code" aria-labelledby="people-code">
      <h3 id="people-code" ref={heading} tabIndex={-1}>
        {w.codeOf(shown.name)}
      </h3>
      <p class="the-code">{shown.code}</p>
      <p>{w.codeMore(shown.email, momentInFull(shown.until))}</p>
      <div class="row">
        <button type="button" class="primary" onClick={copy}>
          {w.copyCode}
        </button>
        <button type="button" onClick={putAway}>
          {w.putAway}
        </button>
        <span role="status">{isCopied.value && w.copied}</span>
      </div>
    </section>
  );
}

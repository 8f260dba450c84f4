import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusIfLost } from '../../views/focus.ts';
import { words } from '../../words/words.ts';
import type { FactorsModel } from './factors-model.ts';

const HEADING = 'factors-codes';

/** Recovery codes: made here, shown once, and how many are left. */
export function CodesPanel({
  model,
  left,
  hasFactor,
}: {
  model: FactorsModel;
  left: number;
  hasFactor: boolean;
}): JSX.Element {
  const w = words.value.factors;
  const codes = model.codes.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const wasShown = useRef(false);
  // The codes come when a factor does: what was pressed for them may be far up the page. They go with their own button.
  useLayoutEffect(() => {
    if (codes) {
      heading.current?.focus();
      heading.current?.closest('section')?.scrollIntoView({ block: 'start' });
    } else if (wasShown.current) focusIfLost(heading.current);
    wasShown.current = codes !== null;
  }, [codes]);
  return (
    <section class="panel codes-panel" aria-labelledby={HEADING}>
      <h3 id={HEADING} ref={heading} tabIndex={-1}>
        {w.codes}
      </h3>
      <p class="muted">{w.codesMore}</p>
      {codes ? (
        <Codes codes={codes} putAway={model.putAway} />
      ) : (
        <>
          <p>{hasFactor ? w.codesLeft(left) : w.codesLater}</p>
          {hasFactor && (
            <div class="row">
              <button type="button" aria-disabled={model.isBusy.value} onClick={model.makeCodes}>
                {left > 0 ? w.codesAgain : w.codesMake}
              </button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function Codes({ codes, putAway }: { codes: string[]; putAway: () => void }): JSX.Element {
  const w = words.value.factors;
  const list = useRef<HTMLOListElement>(null);
  const done = useSignal<'copied' | 'selected' | null>(null);
  const text = codes.join('\n');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      done.value = 'copied';
    } catch {
      if (list.current) getSelection()?.selectAllChildren(list.current);
      done.value = 'selected';
    }
  }
  return (
    <div class="notice warn">
      <strong>{w.codesOnce}</strong>
      <ol class="codes" ref={list}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="row">
        <button type="button" onClick={copy}>
          {w.copy}
        </button>
        <button type="button" onClick={() => download(`${w.codesFile}\n\n${text}\n`)}>
          {w.download}
        </button>
        <button type="button" onClick={() => print()}>
          {w.print}
        </button>
        <span role="status">{done.value && w[done.value]}</span>
      </div>
      <button type="button" class="primary" onClick={putAway}>
        {w.codesKept}
      </button>
    </div>
  );
}

/** Hands a text to the browser as a file. */
function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'pomoc-kody.txt';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ProofModel } from '../models/proof-model.ts';
import { words } from '../words/words.ts';
import { ProofForm } from './ProofForm.tsx';

/** Asks the agent to prove who they are; what they were about to do goes on by itself afterwards. */
export function ProofDialog({ model }: { model: ProofModel }): JSX.Element | null {
  const ways = model.ways.value;
  return ways && <Dialog model={model} />;
}

function Dialog({ model }: { model: ProofModel }): JSX.Element {
  const w = words.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const failure = model.failure.value;
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed before it is unmounted, which gives the focus back.
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} class="proof" aria-labelledby="proof-title" onClose={model.leave}>
      <h2 id="proof-title">{w.proof}</h2>
      <p>{w.proofMore}</p>
      <div class="door-form">
        <ProofForm
          ways={model.ways.value ?? []}
          failure={failure && w.proofFailure(failure)}
          isBusy={model.isBusy.value}
          byPasskey={model.byPasskey}
          prove={model.send}
        />
        <button type="button" class="plain" onClick={model.leave}>
          {w.proofLeave}
        </button>
      </div>
    </dialog>
  );
}

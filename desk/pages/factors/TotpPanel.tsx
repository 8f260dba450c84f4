import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { CopyRow } from '../../views/CopyRow.tsx';
import { SureButton } from '../../views/SureButton.tsx';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import type { FactorsModel } from './factors-model.ts';
import { QrCode } from './QrCode.tsx';

const HEADING = 'factors-totp';

/** The agent's authenticator app: for who has no passkey, or as another way. */
export function TotpPanel({ model, since }: { model: FactorsModel; since: string | null }): JSX.Element {
  const w = words.value.factors;
  const shown = model.totp.value;
  const wasShown = useRef(false);
  useLayoutEffect(() => {
    if (!shown && wasShown.current) document.getElementById(HEADING)?.focus();
    wasShown.current = shown !== null;
  }, [shown]);
  return (
    <section class="panel" aria-labelledby={HEADING}>
      <h3 id={HEADING} tabIndex={-1}>
        {w.totp}
      </h3>
      <p class="muted">{w.totpMore}</p>
      {since && <p>{w.totpSince(momentInFull(since))}</p>}
      {shown ? (
        <SetUp model={model} shown={shown} />
      ) : (
        <div class="row">
          <button type="button" aria-disabled={model.isBusy.value} onClick={model.setUpTotp}>
            {since ? w.totpAgain : w.totpSetUp}
          </button>
          <SureButton
            isPossible={since !== null}
            isAsking={model.asking.value === 'totp'}
            ask={(isAsked) => {
              model.asking.value = isAsked ? 'totp' : null;
            }}
            act={() => void model.removeTotp()}
            words={{ act: w.remove, sure: w.totpRemoveSure, yes: w.removeYes, no: w.removeNo }}
            of={w.totp}
            heading={HEADING}
          />
        </div>
      )}
    </section>
  );
}

function SetUp({ model, shown }: { model: FactorsModel; shown: { secret: string; uri: string } }): JSX.Element {
  const w = words.value.factors;
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  async function confirm(event: Event): Promise<void> {
    event.preventDefault();
    if (!(await model.confirmTotp(field.current?.value ?? ''))) field.current?.select();
  }
  return (
    <form class="fields" onSubmit={confirm}>
      <p>{w.totpScan}</p>
      <QrCode text={shown.uri} name={w.qr} />
      <CopyRow name={w.totpSecret} text={shown.secret} words={w} />
      <div class="field">
        <label for="totp-code">{words.value.code}</label>
        <input
          id="totp-code"
          ref={field}
          type="text"
          inputMode="numeric"
          autocomplete="one-time-code"
          required
          aria-describedby="totp-code-more"
        />
        <small id="totp-code-more">{words.value.codeMore}</small>
      </div>
      <div class="row">
        <button type="submit" class="primary" aria-disabled={model.isBusy.value}>
          {w.totpConfirm}
        </button>
        <button type="button" class="plain" onClick={model.leaveTotp}>
          {w.leave}
        </button>
      </div>
    </form>
  );
}

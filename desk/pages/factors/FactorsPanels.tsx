import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { FactorStanding } from '../../../src/contract/desk/second-factor.ts';
import type { DeskHttp } from '../../client/desk-http.ts';
import { NotLoaded } from '../../views/NotLoaded.tsx';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { CodesPanel } from './CodesPanel.tsx';
import { createFactorsClient } from './factors-client.ts';
import { FactorsModel } from './factors-model.ts';
import { PasskeysPanel } from './PasskeysPanel.tsx';
import { TotpPanel } from './TotpPanel.tsx';

export interface FactorsProps {
  http: DeskHttp;
  /** the agent has a factor, and has put the codes of it away */
  onDone?: (() => void) | undefined;
}

/** The agent's second factors, with what is required of them. */
export function FactorsPanels({ http, onDone }: FactorsProps): JSX.Element {
  const model = useModel(() => new FactorsModel({ client: createFactorsClient(http), onChanged: () => onDone?.() }));
  useEffect(() => void model.refresh(), []);
  const w = words.value.factors;
  const factors = model.factors.value;
  const failure = model.failure.value;
  if (!factors) {
    return (
      <div role="status">
        {model.hasFailed.value ? <NotLoaded text={w.notLoaded} again={model.refresh} /> : words.value.loading}
      </div>
    );
  }
  return (
    <>
      <Standing standing={factors.standing} />
      <div role="alert">{failure && <p class="notice bad">{w.failures[failure]}</p>}</div>
      <div class="columns">
        <PasskeysPanel model={model} passkeys={factors.passkeys} />
        <div class="fields">
          <TotpPanel model={model} since={factors.totpSince} />
          <CodesPanel model={model} left={factors.recoveryCodesLeft} hasFactor={factors.standing.state === 'has'} />
        </div>
      </div>
    </>
  );
}

/** What is required: with the day from which on, as long as it is not there. */
export function Standing({ standing: { state, until } }: { standing: FactorStanding }): JSX.Element | null {
  const w = words.value.factors;
  if (state === 'grace' && until) return <p class="notice warn">{words.value.grace(momentInFull(until))}</p>;
  if (state === 'optional') return <p class="notice">{w.optional}</p>;
  return null;
}

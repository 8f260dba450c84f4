import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MadeSecret } from '../../../src/contract/desk/change-shop.ts';
import type { DeskShop } from '../../../src/contract/desk/read-shop.ts';
import { CopyRow } from '../../views/CopyRow.tsx';
import { focusIfLost } from '../../views/focus.ts';
import { Icon } from '../../views/icons.tsx';
import { SureButton } from '../../views/SureButton.tsx';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { SESSIONS, type ShopModel } from './shop-model.ts';

interface Props {
  model: ShopModel;
  read: DeskShop;
  isAdmin: boolean;
}

/** The secrets with which the shop's panel signs assertions: made here, shown once, revoked after a confirmation. */
export function SecretsPanel({ model, read: { secrets, signature }, isAdmin }: Props): JSX.Element {
  const w = words.value.shops;
  const made = model.made.value;
  const isRequired = signature === 'required';
  const wasMade = useRef(false);
  // The button that dismisses it is removed with it.
  useLayoutEffect(() => {
    if (!made && wasMade.current) focusIfLost(document.getElementById('shop-secrets'));
    wasMade.current = made !== null;
  }, [made]);
  return (
    <section class="panel" aria-labelledby="shop-secrets">
      <h4 id="shop-secrets" tabIndex={-1}>
        {w.secrets}
      </h4>
      <p>{w.secretsLead}</p>
      <div role="status">{made && <Made made={made} putAway={model.putAway} />}</div>
      {secrets.length === 0 && <p class="muted">{w.noSecrets}</p>}
      {secrets.length > 0 && (
        <ul class="secrets">
          {secrets.map((secret) => (
            <SecretLine key={secret.kid} secret={secret} model={model} isAdmin={isAdmin} />
          ))}
        </ul>
      )}
      <p>
        <strong>{isRequired ? w.signatureRequired : w.signatureOptional}</strong>{' '}
        {isRequired ? w.signatureRequiredMore : w.signatureOptionalMore}
      </p>
      {isAdmin ? (
        <p class="shop-ways">
          <button type="button" onClick={model.makeSecret}>
            {w.makeSecret}
          </button>
          <button type="button" onClick={() => model.setSignature(isRequired ? 'optional' : 'required')}>
            {isRequired ? w.setSignatureOptional : w.setSignatureRequired}
          </button>
        </p>
      ) : (
        <p class="muted">{w.onlyAdmins}</p>
      )}
      {isAdmin && <EndSessions model={model} />}
    </section>
  );
}

function Made({ made: { kid, secret }, putAway }: { made: MadeSecret; putAway: () => void }): JSX.Element {
  const w = words.value.shops;
  return (
    <div class="notice warn made">
      <strong>{w.madeOnce}</strong>
      <CopyRow name="kid" text={kid} words={w} />
      <CopyRow name={w.secret} text={secret} words={w} />
      <p>{w.madeHow}</p>
      <button type="button" onClick={putAway}>
        {w.putAway}
      </button>
    </div>
  );
}

interface LineProps {
  secret: DeskShop['secrets'][number];
  model: ShopModel;
  isAdmin: boolean;
}

function SecretLine({ secret: { kid, madeAt, revokedAt }, model, isAdmin }: LineProps): JSX.Element {
  const w = words.value.shops;
  const isValid = revokedAt === null;
  return (
    <li>
      <code>{kid}</code>
      <span class="muted">{w.madeAt(momentInFull(madeAt))}</span>
      <span class={isValid ? 'with-icon' : 'with-icon muted'}>
        <Icon of={isValid ? 'check' : 'lock'} />
        {isValid ? w.isValid : w.revokedAt(momentInFull(revokedAt))}
      </span>
      <SureButton
        isPossible={isAdmin && isValid}
        isAsking={model.asking.value === kid}
        ask={(isAsked) => {
          model.asking.value = isAsked ? kid : null;
        }}
        act={() => model.revokeSecret(kid)}
        words={{ act: w.revoke, sure: w.revokeSure, yes: w.revokeYes, no: w.revokeNo }}
        of={kid}
        heading="shop-secrets"
      />
    </li>
  );
}

/** Ends all sessions that the shop's panel has opened, after a question, and says how many there were. */
function EndSessions({ model }: { model: ShopModel }): JSX.Element {
  const w = words.value.shops;
  const ended = model.ended.value;
  return (
    <>
      <div class="shop-ways">
        <SureButton
          isPossible
          isAsking={model.asking.value === SESSIONS}
          ask={(isAsked) => {
            model.asking.value = isAsked ? SESSIONS : null;
          }}
          act={model.endSessions}
          words={{ act: w.endSessions, sure: w.endSessionsSure, yes: w.endSessionsYes, no: w.revokeNo }}
          heading="shop-secrets"
        />
      </div>
      <div role="status">{ended !== null && <p class="notice good">{w.sessionsEnded(ended)}</p>}</div>
    </>
  );
}

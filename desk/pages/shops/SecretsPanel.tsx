import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MadeSecret } from '../../../src/contract/desk/change-shop.ts';
import type { DeskShop } from '../../../src/contract/desk/read-shop.ts';
import { CopyRow } from '../../views/CopyRow.tsx';
import { focusIfLost } from '../../views/focus.ts';
import { Icon } from '../../views/icons.tsx';
import { momentInFull } from '../../words/moments.ts';
import type { ShopModel } from './shop-model.ts';
import { shopsWords } from './shops-words.ts';

interface Props {
  model: ShopModel;
  read: DeskShop;
  isAdmin: boolean;
}

/** The secrets with which the shop's panel signs assertions: made here, shown once, revoked after a confirmation. */
export function SecretsPanel({ model, read: { secrets, signature }, isAdmin }: Props): JSX.Element {
  const w = shopsWords.value;
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
    </section>
  );
}

function Made({ made: { kid, secret }, putAway }: { made: MadeSecret; putAway: () => void }): JSX.Element {
  const w = shopsWords.value;
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
  const w = shopsWords.value;
  const isValid = revokedAt === null;
  const isAsking = model.asking.value === kid;
  const first = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  // The question focuses cancel; after cancelling the focus returns to the button, after confirming it goes to the
  // heading.
  useLayoutEffect(() => {
    if (isAsking) first.current?.focus();
    else if (wasAsked.current) focusIfLost(first.current ?? document.getElementById('shop-secrets'));
    wasAsked.current ||= isAsking;
  }, [isAsking, isValid]);
  const ask = (about: string | null) => () => {
    model.asking.value = about;
  };
  return (
    <li>
      <code>{kid}</code>
      <span class="muted">{w.madeAt(momentInFull(madeAt))}</span>
      <span class={isValid ? 'with-icon' : 'with-icon muted'}>
        <Icon of={isValid ? 'check' : 'lock'} />
        {isValid ? w.isValid : w.revokedAt(momentInFull(revokedAt))}
      </span>
      {isAdmin && isValid && !isAsking && (
        <button ref={first} type="button" class="plain danger" aria-label={`${w.revoke} ${kid}`} onClick={ask(kid)}>
          {w.revoke}
        </button>
      )}
      {isAsking && (
        <div class="sure" role="alert">
          <p>{w.revokeSure}</p>
          <button type="button" class="danger" onClick={() => model.revokeSecret(kid)}>
            {w.revokeYes}
          </button>
          <button ref={first} type="button" onClick={ask(null)}>
            {w.revokeNo}
          </button>
        </div>
      )}
    </li>
  );
}

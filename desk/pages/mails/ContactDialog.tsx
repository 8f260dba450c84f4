import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { label } from '../../../browser/lists.ts';
import { pressedKey } from '../../../browser/pressed-key.ts';
import type { DeskHttp } from '../../client/desk-http.ts';
import type { DeskModel } from '../../models/desk-model.ts';
import type { OpenTicket } from '../../models/open-ticket.ts';
import { SureButton } from '../../views/SureButton.tsx';
import { words } from '../../words/words.ts';
import { CodeShown } from './CodeShown.tsx';
import { createContactClient } from './contact-client.ts';
import { ContactModel } from './contact-model.ts';

export interface ContactDialogProps {
  model: DeskModel;
  http: DeskHttp;
  open: OpenTicket | null;
}

/** How the customer of a ticket reaches it: the address of letters, a code for the telephone, and ending all links. */
export function ContactDialog({ model, http, open }: ContactDialogProps): JSX.Element | null {
  const contact = open?.ticket.ticket.value?.ticket.contact;
  return open && contact ? <Dialog key={open.number} desk={model} http={http} open={open} /> : null;
}

const TITLE = 'contact-title';

interface DialogProps {
  desk: DeskModel;
  http: DeskHttp;
  open: OpenTicket;
}

function Dialog({ desk, http, open }: DialogProps): JSX.Element {
  const w = words.value.mails;
  const contact = open.ticket.ticket.value?.ticket.contact;
  const isMailOn = contact?.mail !== 'off';
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const model = useModel(
    () =>
      new ContactModel({
        client: createContactClient(http, open.number),
        email: contact?.email ?? '',
        isMailOn,
        onChanged: () => open.refresh(),
      }),
  );
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed before it is unmounted, which gives the focus back.
    return () => shown?.close();
  }, []);
  const leave = () => {
    desk.contacting.value = false;
  };
  const done = model.done.value;
  const isOther = contact !== undefined && model.typed.value.toLowerCase() !== contact.email.toLowerCase();
  return (
    <dialog
      ref={dialog}
      class="contact-dialog"
      aria-labelledby={TITLE}
      onClose={leave}
      // Escape that ends a composition is not meant for the dialog.
      onKeyDown={(event) => event.key === 'Escape' && pressedKey(event) === '' && event.preventDefault()}
    >
      <h2 id={TITLE} tabIndex={-1}>
        {w.contactTitle}
      </h2>
      <form
        class="fields"
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          if (!(await model.save())) field.current?.focus();
        }}
      >
        <div class="field">
          <label for="contact-email">{w.contactEmail}</label>
          <input
            ref={field}
            id="contact-email"
            type="email"
            autocomplete="off"
            aria-invalid={model.error.value || undefined}
            aria-describedby="contact-more"
            value={model.email.value}
            onInput={({ currentTarget }) => {
              model.email.value = currentTarget.value;
            }}
          />
          <small id="contact-more" class={model.error.value ? 'error' : undefined}>
            {model.error.value
              ? w.contactWrong
              : contact && contact.email !== '' && isOther
                ? w.contactOther
                : label(w.contactMails, contact?.mail ?? '', '')}
          </small>
        </div>
        {isMailOn && (
          <label class="choice">
            <input
              type="checkbox"
              checked={model.isLinkSent.value}
              onChange={({ currentTarget }) => {
                model.isLinkSent.value = currentTarget.checked;
              }}
            />
            {w.sendLink}
          </label>
        )}
        <div class="row">
          <button type="submit" class="primary" aria-disabled={model.isBusy.value}>
            {w.saveContact}
          </button>
        </div>
      </form>
      <div role="status" class="notices">
        {done && (
          <p class={done.kind === 'saved' || done.kind === 'revoked' ? 'notice good' : 'notice warn'}>
            {done.kind === 'saved' ? w.contactSaved(done.email, done.isLinkSent) : w.contactDone[done.kind]}
          </p>
        )}
      </div>
      <section class="fields" aria-labelledby="contact-code">
        <h3 id="contact-code">{w.codeTitle}</h3>
        <p class="muted">{w.codeMore}</p>
        <div role="status">{model.code.value && <CodeShown made={model.code.value} />}</div>
        <div class="row">
          <button type="button" aria-disabled={model.isBusy.value} onClick={() => void model.makeCode()}>
            {model.code.value ? w.newCode : w.makeCode}
          </button>
        </div>
      </section>
      <section class="fields" aria-labelledby="contact-links">
        <h3 id="contact-links">{w.linksTitle}</h3>
        <p class="muted">{w.linksMore}</p>
        <div class="row">
          <SureButton
            isPossible
            isAsking={model.isRevoking.value}
            ask={(isAsked) => {
              model.isRevoking.value = isAsked;
            }}
            act={() => void model.revoke()}
            words={{ act: w.revoke, sure: w.revokeSure, yes: w.revokeYes, no: words.value.cancel }}
            heading={TITLE}
          />
        </div>
      </section>
      <div class="row end">
        <button type="button" onClick={() => dialog.current?.close()}>
          {w.contactClose}
        </button>
      </div>
    </dialog>
  );
}

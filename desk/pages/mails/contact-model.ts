import { computed, createModel, signal } from '@preact/signals';
import { LIMITS } from '../../../src/contract/limits.ts';
import { plainLine } from '../../../src/contract/plain-line.ts';
import { EMAIL } from '../../../src/contract/shapes.ts';
import type { DeskAnswer } from '../../client/desk-http.ts';
import type { ContactClient, MadeCode } from './contact-client.ts';

interface Deps {
  client: ContactClient;
  /** the address that the ticket has now */
  email: string;
  /** whether letters go out at all */
  isMailOn: boolean;
  onChanged: () => void;
}

/** What was done last, to be announced. */
export type ContactDone =
  | { kind: 'saved'; email: string; isLinkSent: boolean }
  | { kind: 'revoked' | 'refused' | 'unanswered' };

/** How the customer of a ticket reaches it: their address, a code for the telephone, and ending what opens it. */
export const ContactModel = createModel(({ client, email: first, isMailOn, onChanged }: Deps) => {
  const email = signal(first);
  const isLinkSent = signal(isMailOn);
  const code = signal<MadeCode | null>(null);
  const isRevoking = signal(false);
  const isTried = signal(false);
  const isBusy = signal(false);
  const done = signal<ContactDone | null>(null);
  const typed = computed(() => plainLine(email.value));
  const isWrong = computed(() => !EMAIL.test(typed.value) || typed.value.length > LIMITS.email);

  async function ask<T>(asking: () => Promise<DeskAnswer<T>>, onOk: (value: T) => ContactDone | null): Promise<void> {
    if (isBusy.peek()) return;
    isBusy.value = true;
    done.value = null;
    const answer = await asking();
    if (answer.outcome === 'ok') done.value = onOk(answer.value);
    else done.value = { kind: answer.outcome === 'refused' ? 'refused' : 'unanswered' };
    isBusy.value = false;
    onChanged();
  }

  return {
    email,
    isLinkSent,
    code,
    isRevoking,
    isBusy,
    done,
    typed,
    /** whether what is typed is no address, once saving it was tried */
    error: computed(() => isTried.value && isWrong.value),
    /** Saves the address. @returns false where what is typed is none */
    async save(): Promise<boolean> {
      isTried.value = true;
      if (isWrong.peek()) return false;
      const contact = { email: typed.peek(), isLinkSent: isLinkSent.peek() };
      await ask(
        () => client.change(contact),
        () => {
          // Another press of the same button sends no second one.
          isLinkSent.value = false;
          return { kind: 'saved', ...contact };
        },
      );
      return true;
    },
    makeCode: () =>
      ask(client.makeCode, (made) => {
        code.value = made;
        return null;
      }),
    async revoke(): Promise<void> {
      isRevoking.value = false;
      await ask(client.revoke, () => {
        // What was shown opens nothing any more.
        code.value = null;
        return { kind: 'revoked' };
      });
    },
  };
});

export type ContactModel = InstanceType<typeof ContactModel>;

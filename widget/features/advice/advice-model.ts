import { computed, effect, signal } from '@preact/signals';
import { appendInWords, scopeInWords, secretInWords, adviceWords as words } from '#words/advice.ts';
import { serviceNow } from '../../../browser/service-clock.ts';
import { LIMITS } from '../../../src/contract/limits.ts';
import { retype } from '../../controls/retype.ts';
import { createModel } from '../../create-model.ts';
import { asksForFacts } from '../../outbox/draft.ts';
import type { FollowedTicket } from '../../outbox/ticket-entry.ts';
import type { MyTickets, Panel, Part } from '../../panel.ts';
import { findSecrets, masked } from './find-secrets.ts';
import { guessTopic } from './guess-topic.ts';
import { similarTicket } from './similar-ticket.ts';

/** A hint about a text before it is sent, with its actions. */
export interface Hint {
  /** once declined, it is not shown again for this text */
  id: string;
  title: string;
  text: string | null;
  /** labels of the two buttons */
  yes: string;
  no: string;
  /** @param form in which texts are changed so that Ctrl+Z takes it back */
  act: (form?: HTMLFormElement | null) => void;
  /** the field it is about */
  field: 'topic' | 'description';
}

/** The part of the panel that the advice reads and calls. */
export type AdvisedPanel = Pick<Panel, 'draft' | 'edit' | 'shop' | 'tickets' | 'navigate'>;

/** The pause in typing before a hint is shown, in milliseconds. */
const QUIET_MS = 500;

/** This many characters at once were pasted: do not wait. */
const PASTED = 4;

/** As much of a text is read as a ticket can hold, in characters: the time must not grow with a paste. */
const LONGEST_READ = LIMITS.subject + LIMITS.description;

/** Checks the text while it is written, and shows at most one hint at a time. */
export const AdviceModel = createModel((panel: AdvisedPanel, myTickets: Pick<Part<MyTickets>, 'load'>) => {
  const { draft, edit, shop } = panel;
  const settled = signal(draft.peek());
  const tickets = signal<FollowedTicket[]>([]);
  const text = computed(() => `${settled.value.subject}\n${settled.value.description}`.slice(0, LONGEST_READ));
  let timer: ReturnType<typeof setTimeout>;
  let length = 0;

  function settle(): void {
    settled.value = draft.peek();
  }

  /** Only after a pause: a read of the database would delay the write of the draft. */
  async function refresh(): Promise<void> {
    settle();
    tickets.value = (await panel.tickets()) ?? [];
  }

  effect(() => {
    const before = length;
    length = draft.value.subject.length + draft.value.description.length;
    clearTimeout(timer);
    timer = setTimeout(refresh, QUIET_MS);
    if (length - before >= PASTED) settle();
  });

  /** Removes every occurrence of a secret from the text. */
  function takeOut(secret: string, form?: HTMLFormElement | null): void {
    const without = (typed: string) => typed.split(secret).join(words.takenOut);
    const { subject, description } = draft.peek();
    const texts = { subject: without(subject), description: without(description) };
    retype(form, texts);
    edit(texts);
    settle();
  }

  /** Turns the text into a reply to an earlier ticket; the form is cleared once the reply is stored. */
  async function append(number: string): Promise<void> {
    const thread = await myTickets.load();
    const { subject, description } = draft.peek();
    if (thread) {
      await thread.append(number, [subject, description].filter(Boolean).join('\n\n'));
      edit({ topic: '', subject: '', description: '', phone: '', facts: [], diagnostics: [], declined: [] });
    }
    panel.navigate(number);
  }

  /** All hints, the most important first. */
  function* hints(): Generator<Hint> {
    const { topic, files, earlier } = draft.value;
    for (const secret of findSecrets(text.value)) {
      const id = masked(secret);
      yield {
        ...words.secret,
        id,
        title: secretInWords(id),
        act: (form) => takeOut(secret, form),
        field: 'description',
      };
    }
    // Not for a text that continues an earlier ticket anyway, or that has files, which no reply can carry.
    const similar = !earlier && !files[0] && similarTicket(text.value, tickets.value, serviceNow());
    if (similar) {
      const { receipt } = similar;
      const id = receipt.number;
      yield { ...words.similar, id, title: appendInWords(receipt), act: () => append(id), field: 'description' };
    }
    const known = shop.status.value?.topics;
    const isSettled = asksForFacts(topic) || known?.find(({ id }) => id === topic)?.covered === false;
    const suggested = isSettled ? undefined : guessTopic(text.value, known);
    if (suggested && !suggested.covered) {
      const { id, label, note: text } = suggested;
      yield { ...words.scope, id, text, title: scopeInWords(label), act: () => edit({ topic: id }), field: 'topic' };
    }
  }

  return {
    hint: computed(() => {
      for (const hint of hints()) if (!draft.value.declined?.includes(hint.id)) return hint;
      return null;
    }),
    decline({ id }: Hint) {
      edit({ declined: [...(draft.peek().declined ?? []), id] });
    },
  };
});

export type AdviceModel = InstanceType<typeof AdviceModel>;

import { computed, createModel, effect, signal } from '@preact/signals';
import { asksForFacts } from '../outbox/draft.ts';
import type { FollowedTicket } from '../outbox/ticket-entry.ts';
import type { MyTickets, Panel, Part } from '../panel.ts';
import { appendInWords, scopeInWords, secretInWords, adviceWords as words } from '../words/pl/advice.ts';
import { findSecrets, masked } from './find-secrets.ts';
import { similarTicket } from './similar-ticket.ts';
import { suggestTopic } from './suggest-topic.ts';

/** What there is to say of a text before it is sent, and what can be done about it. */
export interface Hint {
  /** a person who declines it never hears of it again, for this text */
  id: string;
  title: string;
  text: string | null;
  /** labels of the two buttons */
  yes: string;
  no: string;
  act: () => void;
  /** name of the field it is about */
  field: 'topic' | 'description';
}

/** What the advice reads of the panel, and does there. */
export type AdvisedPanel = Pick<Panel, 'draft' | 'edit' | 'shop' | 'tickets' | 'go'>;

/** For so long nothing must be typed before anything is said, in milliseconds. */
const QUIET_MS = 500;

/** So many characters at once were pasted: there is nothing to wait for. */
const PASTED = 4;

/** Reads along, says at most one thing at a time, and holds nothing up. */
export const AdviceModel = createModel((panel: AdvisedPanel, myTickets: Pick<Part<MyTickets>, 'load'>) => {
  const { draft, edit, shop } = panel;
  const settled = signal(draft.peek());
  const tickets = signal<FollowedTicket[]>([]);
  const text = computed(() => `${settled.value.subject}\n${settled.value.description}`);
  let timer: ReturnType<typeof setTimeout>;
  let length = 0;

  function settle(): void {
    settled.value = draft.peek();
  }

  /** Only after a pause: a read of the database would stand before the draft that is just being kept in it. */
  async function look(): Promise<void> {
    settle();
    tickets.value = (await panel.tickets()) ?? [];
  }

  effect(() => {
    const before = length;
    length = draft.value.subject.length + draft.value.description.length;
    clearTimeout(timer);
    timer = setTimeout(look, QUIET_MS);
    if (length - before >= PASTED) settle();
  });

  /** Takes a secret out of the text, wherever it stands. */
  function takeOut(secret: string): void {
    const without = (typed: string) => typed.split(secret).join(words.takenOut);
    const { subject, description } = draft.peek();
    edit({ subject: without(subject), description: without(description) });
    settle();
  }

  /** Makes the text a reply to an earlier ticket; the form lets go of it once it is kept there. */
  async function append(number: string): Promise<void> {
    const thread = await myTickets.load();
    const { subject, description } = draft.peek();
    if (thread) {
      await thread.append(number, [subject, description].filter(Boolean).join('\n\n'));
      edit({ topic: '', subject: '', description: '', phone: '', facts: [], diagnostics: [], declined: [] });
    }
    panel.go(number);
  }

  /** Everything there is to say, the most important first. */
  function* hints(): Generator<Hint> {
    const { topic, files, earlier } = draft.value;
    for (const secret of findSecrets(text.value)) {
      const id = masked(secret);
      yield { ...words.secret, id, title: secretInWords(id), act: () => takeOut(secret), field: 'description' };
    }
    // What is about to go into an earlier ticket anyway, or has files that no reply can carry, stays what it is.
    const similar = !earlier && !files[0] && similarTicket(text.value, tickets.value, Date.now());
    if (similar) {
      const { receipt } = similar;
      const id = receipt.number;
      yield { ...words.similar, id, title: appendInWords(receipt), act: () => append(id), field: 'description' };
    }
    const known = shop.status.value?.topics;
    const isSettled = asksForFacts(topic) || known?.find(({ id }) => id === topic)?.covered === false;
    const found = !isSettled && suggestTopic(text.value);
    const suggested = known?.find(({ id }) => id === found);
    if (suggested) {
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

import { computed, createModel, signal } from '@preact/signals';
import { randomId } from '../../../browser/random-id.ts';
import { serviceNow } from '../../../browser/service-clock.ts';
import type { Kept } from '../../models/kept-text.ts';
import { EMPTY_NOTICE, type IncidentDraft, readDraft, toRequest, type WrongField } from './incident-draft.ts';
import type { IncidentsClient } from './incidents-client.ts';

export interface IncidentFormDeps {
  client: Pick<IncidentsClient, 'add'>;
  kept: Kept;
  now?: () => number;
}

/** A new incident: kept as it is typed, published once. */
export const IncidentFormModel = createModel(({ client, kept, now = serviceNow }: IncidentFormDeps) => {
  const draft = signal(readDraft(kept.get()));
  const isBusy = signal(false);
  /** errors are shown after the first attempt to publish */
  const isTried = signal(false);
  /** a problem's code, or `unanswered` */
  const failure = signal<string | null>(null);
  const wrong = computed<WrongField[]>(() => {
    if (!isTried.value) return [];
    const read = toRequest(draft.value, now());
    return 'wrong' in read ? read.wrong : [];
  });
  /** for as long as the text is the same: a repeated press publishes it once */
  let attempt = { key: randomId(16), body: '' };

  function write(next: IncidentDraft): void {
    draft.value = next;
    kept.keep(next === EMPTY_NOTICE ? '' : JSON.stringify(next));
  }

  return {
    draft,
    isBusy,
    failure,
    wrong,
    /** While publishing, fields are locked: newer text would be lost with the draft. */
    type(change: Partial<IncidentDraft>) {
      if (isBusy.peek()) return;
      failure.value = null;
      write({ ...draft.peek(), ...change });
    },
    discard() {
      if (isBusy.peek()) return;
      isTried.value = false;
      failure.value = null;
      write(EMPTY_NOTICE);
    },
    /** Publishes the incident. @returns its id, or null on failure */
    async publish(): Promise<number | null> {
      isTried.value = true;
      const read = toRequest(draft.peek(), now());
      if ('wrong' in read || isBusy.peek()) return null;
      const body = JSON.stringify(read.request);
      if (attempt.body !== body) attempt = { key: randomId(16), body };
      isBusy.value = true;
      const answer = await client.add(attempt.key, read.request);
      isBusy.value = false;
      if (answer.outcome === 'ok') {
        isTried.value = false;
        write(EMPTY_NOTICE);
        return answer.value.id;
      }
      failure.value = answer.outcome === 'refused' ? answer.code : 'unanswered';
      return null;
    },
  };
});

export type IncidentFormModel = InstanceType<typeof IncidentFormModel>;

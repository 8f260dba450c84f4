import { computed, createModel, signal } from '@preact/signals';
import { agentFields } from '../../../src/contract/desk/agent.ts';
import type { DeskPeople, GivenCode } from '../../../src/contract/desk/people.ts';
import type { AgentRole } from '../../../src/contract/lists.ts';
import type { DeskAnswer } from '../../client/desk-http.ts';
import type { PeopleClient } from './people-client.ts';

/** What can be done to somebody, each after a question. */
export type PersonAction = 'renew' | 'disable' | 'restore' | 'promote' | 'demote';

/** Why nothing was changed. */
export type PeopleFailure = 'taken' | 'changed-meanwhile' | 'not-proven' | 'refused' | 'unanswered';

/** A code to be handed over, and whose it is. */
export interface CodeShown extends GivenCode {
  name: string;
  email: string;
}

export type PersonField = 'name' | 'email';

const NOBODY = { name: '', email: '', role: 'agent' as AgentRole };

/** The agents, and what an admin does with them: nothing shows before the service has said so. */
export const PeopleModel = createModel((client: PeopleClient) => {
  const people = signal<DeskPeople | null>(null);
  const hasFailed = signal(false);
  const isBusy = signal(false);
  const failure = signal<PeopleFailure | null>(null);
  /** the action that waits for its confirmation */
  const asking = signal<{ id: string; action: PersonAction } | null>(null);
  const code = signal<CodeShown | null>(null);
  /** what was done last, to be announced */
  const done = signal<{ name: string; action: PersonAction } | null>(null);
  const typed = signal(NOBODY);
  const isTried = signal(false);
  const errors = computed<PersonField[]>(() => {
    if (!isTried.value) return [];
    const { name, email } = typed.value;
    return [
      ...(agentFields.name.safeParse(name).success ? [] : (['name'] as const)),
      ...(agentFields.email.safeParse(email.trim()).success ? [] : (['email'] as const)),
    ];
  });

  async function refresh(): Promise<void> {
    const answer = await client.list();
    if (answer.outcome === 'ok') people.value = answer.value;
    hasFailed.value = answer.outcome !== 'ok';
  }

  /** Does one thing at a time. @returns the answer's value; null after a failure, which is shown */
  async function busy<Value>(
    work: () => Promise<DeskAnswer<Value>>,
    conflict: PeopleFailure,
  ): Promise<{ value: Value } | null> {
    isBusy.value = true;
    failure.value = null;
    done.value = null;
    code.value = null;
    const answer = await work();
    if (answer.outcome !== 'ok') failure.value = failureOf(answer, conflict);
    await refresh();
    isBusy.value = false;
    return answer.outcome === 'ok' ? answer : null;
  }

  return {
    people,
    hasFailed,
    isBusy,
    failure,
    asking,
    code,
    done,
    typed,
    errors,
    refresh,
    type(change: Partial<typeof NOBODY>) {
      typed.value = { ...typed.peek(), ...change };
      if (failure.peek() === 'taken') failure.value = null;
    },
    /** Adds who was typed. @returns the field to correct, or null */
    async add(): Promise<PersonField | null> {
      if (isBusy.peek()) return null;
      isTried.value = true;
      const [wrong] = errors.peek();
      if (wrong) return wrong;
      const person = { ...typed.peek(), email: typed.peek().email.trim() };
      const added = await busy(() => client.add(person), 'taken');
      if (!added) return failure.peek() === 'taken' ? 'email' : null;
      isTried.value = false;
      typed.value = NOBODY;
      code.value = { ...added.value, name: person.name, email: person.email };
      return null;
    },
    async act(id: string, action: PersonAction) {
      asking.value = null;
      const person = people.peek()?.find((one) => one.id === id);
      if (!person || isBusy.peek()) return;
      if (action === 'renew' || action === 'restore') {
        const given = await busy(() => client.renew(id), 'changed-meanwhile');
        if (given) code.value = { ...given.value, name: person.name, email: person.email };
      } else {
        const role = action === 'promote' ? 'admin' : 'agent';
        const change = action === 'disable' ? () => client.disable(id) : () => client.changeRole(id, role);
        if (await busy(change, 'changed-meanwhile')) done.value = { name: person.name, action };
      }
    },
    /** The code was handed over: it leaves the screen. */
    putAway() {
      code.value = null;
    },
  };
});

export type PeopleModel = InstanceType<typeof PeopleModel>;

function failureOf<T>(answer: DeskAnswer<T>, conflict: PeopleFailure): PeopleFailure {
  if (answer.outcome !== 'refused') return 'unanswered';
  if (answer.code === 'conflict') return conflict;
  if (answer.code === 'not-found') return 'changed-meanwhile';
  return answer.code === 'proof-needed' ? 'not-proven' : 'refused';
}

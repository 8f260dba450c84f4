import type { AgentName } from '../../contract/desk/queue-row.ts';

/** How long somebody counts as there after he last said so, in milliseconds; the desk says so every 20 s. */
const PRESENT_MS = 45_000;

interface Here {
  agent: AgentName;
  isWriting: boolean;
  until: number;
}

/**
 * Who looks at which ticket, and who writes an answer to it. In memory: it is about now, and a restart forgets nothing that
 * is not told again within seconds. Of several processes each knows its own agents only; what keeps two answers apart
 * is the count of messages that each answer has seen.
 */
export class Presence {
  readonly #byTicket = new Map<string, Map<string, Here>>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** An agent is here, writes, or leaves. @returns whether anybody else could notice */
  tell(number: string, agent: AgentName, { isHere, isWriting }: { isHere: boolean; isWriting: boolean }): boolean {
    const here = this.#at(number);
    const before = here.get(agent.id);
    if (isHere) here.set(agent.id, { agent, isWriting, until: this.#now() + PRESENT_MS });
    else here.delete(agent.id);
    if (here.size > 0) this.#byTicket.set(number, here);
    else this.#byTicket.delete(number);
    return isHere ? before?.isWriting !== isWriting : before !== undefined;
  }

  /** Everybody at a ticket but the one who asks. */
  others(number: string, agentId: string): { agent: AgentName; isWriting: boolean }[] {
    return [...this.#at(number).values()]
      .filter(({ agent }) => agent.id !== agentId)
      .map(({ agent, isWriting }) => ({ agent, isWriting }));
  }

  #at(number: string): Map<string, Here> {
    const here = this.#byTicket.get(number) ?? new Map<string, Here>();
    for (const [id, { until }] of here) if (until <= this.#now()) here.delete(id);
    return here;
  }
}

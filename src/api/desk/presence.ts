import type { AgentName } from '../../contract/desk/queue-row.ts';

/** How long an agent counts as present after the last report, in milliseconds; the desk reports every 20 s. */
const PRESENT_MS = 45_000;

interface Here {
  agent: AgentName;
  isWriting: boolean;
  until: number;
}

/**
 * Which agents have which ticket open, and who is writing a reply. In memory: it is about the present, and after a
 * restart every desk reports again within seconds. Each process knows its own agents only. It is a hint: the count of
 * messages that each reply has seen keeps two replies from crossing.
 */
export class Presence {
  readonly #byTicket = new Map<string, Map<string, Here>>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Records that an agent is present, writes, or leaves. @returns whether other agents see a change */
  tell(number: string, agent: AgentName, { isHere, isWriting }: { isHere: boolean; isWriting: boolean }): boolean {
    const here = this.#at(number);
    const before = here.get(agent.id);
    if (isHere) here.set(agent.id, { agent, isWriting, until: this.#now() + PRESENT_MS });
    else here.delete(agent.id);
    if (here.size > 0) this.#byTicket.set(number, here);
    else this.#byTicket.delete(number);
    return isHere ? before?.isWriting !== isWriting : before !== undefined;
  }

  /** Whether an agent has a ticket open. */
  isAnybodyAt(number: string): boolean {
    return this.#at(number).size > 0;
  }

  /** The agents at a ticket, without the given one. */
  others(number: string, agentId: string): { agent: AgentName; isWriting: boolean }[] {
    return [...this.#at(number).values()]
      .filter(({ agent }) => agent.id !== agentId)
      .map(({ agent, isWriting }) => ({ agent, isWriting }));
  }

  /** The agents at any ticket, without the given one. */
  everywhere(agentId: string): { number: string; agent: AgentName; isWriting: boolean }[] {
    return [...this.#byTicket.keys()].flatMap((number) =>
      this.others(number, agentId).map((here) => ({ number, ...here })),
    );
  }

  #at(number: string): Map<string, Here> {
    const here = this.#byTicket.get(number) ?? new Map<string, Here>();
    for (const [id, { until }] of here) if (until <= this.#now()) here.delete(id);
    return here;
  }
}

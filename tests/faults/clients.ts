import { randomBytes } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { aTicket } from '../support/requests.ts';
import { postTicket, type Submission } from './post-ticket.ts';
import type { Acknowledgement } from './verdict.ts';

const REPEATED_SHARE = 0.1;
const MOST_SUBMISSIONS_PER_CLIENT = 5000;
/**
 * How long a submission is sent again before it counts as never answered: much longer than all restarts of a run take,
 * on however busy a machine. By time, because a busy machine makes tries short and restarts long. Milliseconds.
 */
const PATIENCE_MS = 180_000;

export interface Clients {
  acknowledgements: Acknowledgement[];
  /** how often a submission was sent once more because no answer came */
  resent: number;
  /** answers that were neither a receipt nor "try again" */
  refusals: string[];
  /** submissions that got no answer for as long as anybody would wait */
  unanswered: number;
  /** when the first answer came after `watchForAnswer` was called, as `performance.now()` tells it */
  watchForAnswer: () => Promise<number>;
  /** lets each client finish what it began */
  finish: () => Promise<void>;
}

/**
 * Clients that open tickets one after another, each as fast as it is answered. Whoever gets no answer sends the same
 * key and body until one comes; one submission in ten is an earlier one, answered already, sent once more.
 * @param patienceMs how long one submission is sent again
 */
export function startClients(port: number, count: number, patienceMs = PATIENCE_MS): Clients {
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const answered: Submission[] = [];
  let watching: PromiseWithResolvers<number> | undefined;
  let over = false;

  async function client(id: number): Promise<void> {
    for (let round = 0; round < MOST_SUBMISSIONS_PER_CLIENT && !over; round++) {
      const earlier =
        Math.random() < REPEATED_SHARE ? answered[Math.floor(Math.random() * answered.length)] : undefined;
      await deliver(earlier ?? aSubmission(`Zgłoszenie ${id}-${round}`), earlier !== undefined);
    }
  }

  async function deliver(submission: Submission, isRepeat: boolean): Promise<void> {
    const until = performance.now() + patienceMs;
    for (let attempt = 0; performance.now() < until; attempt++) {
      if (attempt > 0) clients.resent += 1;
      const answer = await postTicket(port, submission, agent);
      if (answer?.status === 201) {
        const { number } = JSON.parse(answer.body);
        clients.acknowledgements.push({ subject: submission.subject, number, body: answer.body });
        if (!isRepeat) answered.push(submission);
        watching?.resolve(performance.now());
        return;
      }
      if (answer && answer.status !== 503) {
        clients.refusals.push(`${answer.status} ${answer.body}`);
        return;
      }
      await pause(50 + Math.random() * 100);
    }
    clients.unanswered += 1;
  }

  const clients: Clients = {
    acknowledgements: [],
    resent: 0,
    refusals: [],
    unanswered: 0,
    watchForAnswer: () => {
      watching = Promise.withResolvers();
      return watching.promise;
    },
    finish: async () => {
      over = true;
      await running;
      agent.destroy();
    },
  };
  const running = Promise.all(Array.from({ length: count }, (_, id) => client(id)));
  return clients;
}

/** About security, which is open to every shop of the registry, whatever the day on which this runs (A2). */
export function aSubmission(subject: string): Submission {
  const body = JSON.stringify(aTicket({ topic: 'security', subject }));
  return { key: randomBytes(16).toString('hex'), subject, body };
}

import { signal } from '@preact/signals';
import { vi } from 'vitest';
import type { Answer, Ask, Question } from '../../../desk/client/ask.ts';
import type { DeskModel } from '../../../desk/models/desk-model.ts';

/** What a pretended service answers: the body of a good answer, or how it ended otherwise. */
export type Pretended = { body: unknown } | Exclude<Answer<never>, { outcome: 'ok' }>;

/** A service that answers by `METHOD path`, and what it was asked. */
export function aPretendedService(answers: Record<string, (question: Question) => Pretended>) {
  const asked: Question[] = [];
  const ask: Ask = async (question, read) => {
    asked.push(question);
    const answer = answers[`${question.method} ${question.path}`]?.(question);
    if (!answer) throw new Error(`Nobody answers ${question.method} ${question.path}`);
    return 'body' in answer ? { outcome: 'ok', value: await read(Response.json(answer.body)) } : answer;
  };
  return { ask, asked, told: (path: string) => asked.filter((one) => one.method !== 'GET' && one.path === path) };
}

export const CONFLICT: Pretended = { outcome: 'refused', code: 'conflict', assignee: null };
export const SILENCE: Pretended = { outcome: 'unanswered', status: 0, retryAfter: 0 };

/** The desk around a page, as far as pages look at it. */
export function aDesk(role = 'agent') {
  return {
    me: signal({ id: 'a1', name: 'Ola Nowak', email: 'ola@shopgold.pl', role }),
    now: signal(Date.parse('2026-11-22T09:00:00Z')),
    readMacros: vi.fn(async () => {}),
  } as unknown as DeskModel & { readMacros: ReturnType<typeof vi.fn> };
}

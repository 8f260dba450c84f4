import { signal } from '@preact/signals';
import { vi } from 'vitest';
import type { DeskModel } from '../../../desk/models/desk-model.ts';
import { type Pretended, pretendHttp, type Question } from '../../support/http-answers.ts';

/** A service that answers by `METHOD path`, and what it was asked. */
export function aPretendedService(answers: Record<string, (question: Question) => Pretended | Promise<Pretended>>) {
  const asked: Question[] = [];
  const http = pretendHttp((question) => {
    asked.push(question);
    const answer = answers[`${question.method} ${question.path}`]?.(question);
    if (answer === undefined) throw new Error(`Nobody answers ${question.method} ${question.path}`);
    return answer;
  });
  return { http, asked, told: (path: string) => asked.filter((one) => one.method !== 'GET' && one.path === path) };
}

/** The desk around a page, as far as pages look at it. */
export function aDesk(role = 'agent') {
  return {
    me: signal({ id: 'a1', name: 'Ola Nowak', email: 'ola@shopgold.pl', role }),
    now: signal(Date.parse('2026-11-22T09:00:00Z')),
    lastEvent: signal(null),
    readMacros: vi.fn(async () => {}),
    hold: { settle: vi.fn(async () => true) },
  } as unknown as DeskModel & { readMacros: ReturnType<typeof vi.fn> };
}

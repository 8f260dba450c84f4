import { PROBLEMS } from '../../src/contract/problem.ts';
import { refusalInWords } from '../../widget/words/pl/files.ts';
import { replyFailureInWords } from '../../widget/words/pl/my-tickets.ts';
import { isCut, type WireAnswer, type WireRequest } from './wire.ts';

/** What an answer may not show, whoever asked. */
export interface Judging {
  /** tokens, cookies and passwords of everybody */
  secrets: readonly string[];
  /** texts of tickets that this caller may not read */
  foreign: readonly string[];
  /** why a good answer would be a wrong one; null when it is one that may be given */
  refusedFor: string | null;
}

/** What programs say of themselves when they fail. */
const INSIDES =
  /(?:\n|\\n)\s+at \S|node_modules|[\w/]\.ts:\d|\bSQLITE_|syntax error at|better-sqlite3|kysely|\bselect\b.+\bfrom\b|ECONN|TypeError|RangeError|\[object Object\]/i;

const MEMBERS = ['type', 'title', 'status', 'code'];

/** All that is wrong with an answer; nothing for one that is as it should be. */
export function judge(request: WireRequest, answer: WireAnswer, judging: Judging): string[] {
  if (answer.outcome === 'silent') return ['no answer'];
  if (answer.outcome === 'hung-up') return isCut(request) || hasNoAnswer(request) ? [] : ['hung up without an answer'];
  const { status, headers, body } = answer;
  const head = headers.map((line) => line.join(': ')).join('\n');
  const has = (name: string) => headers.some(([other]) => other === name);
  const wrong: string[] = [];
  if (status >= 500 && status !== 503) wrong.push(`${status}`);
  if (status === 503 && !has('retry-after')) wrong.push('503 without Retry-After');
  if (!has('x-content-type-options')) wrong.push('no nosniff');
  if (judging.secrets.some((secret) => body.includes(secret) || head.includes(secret))) wrong.push('a secret');
  if (judging.foreign.some((text) => body.includes(text))) wrong.push('a text of somebody else’s ticket');
  if (status >= 200 && status < 300 && judging.refusedFor) wrong.push(`let in: ${judging.refusedFor}`);
  if (status >= 400) {
    if (INSIDES.test(body) || INSIDES.test(head)) wrong.push('insides of the program');
    if (request.method !== 'HEAD') wrong.push(...problemFaults(status, head, body));
  }
  return wrong;
}

/** `CONNECT`, and what is upgraded to nothing, end the connection. */
function hasNoAnswer({ method }: WireRequest): boolean {
  return method === 'CONNECT';
}

function problemFaults(status: number, head: string, body: string): string[] {
  if (!/^content-type: application\/problem\+json$/m.test(head)) return [`${status} that is no problem document`];
  const problem = parse(body);
  if (typeof problem !== 'object' || problem === null) return ['a problem document that is no JSON'];
  const { code, status: told } = problem as { code?: string; status?: number };
  if (!code || !Object.hasOwn(PROBLEMS, code)) return [`a code that is none: ${code}`];
  const known = PROBLEMS[code as keyof typeof PROBLEMS];
  const wrong: string[] = [];
  if (known.status !== status || told !== status) wrong.push(`${code} with ${status}`);
  if (MEMBERS.some((name) => !(name in problem))) wrong.push('a problem document that is not whole');
  for (const words of [replyFailureInWords(code), refusalInWords(code)]) {
    if (!/^[A-ZŁŚŻ].{10,}\.$/.test(words) || words.includes(code)) wrong.push(`${code} has no words`);
  }
  return wrong;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

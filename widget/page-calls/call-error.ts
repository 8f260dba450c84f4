/** Why a call of the page was not done. */
export type CallProblem =
  /** no command of this name */
  | 'unknown-command'
  /** no event of this name */
  | 'unknown-event'
  /** what was handed over is not what the command takes; the message says what it takes */
  | 'invalid-argument';

/** What the promise of a call is rejected with: `code` for programs, `message` for the developer at the console. */
export class CallError extends Error {
  override name = 'CallError';
  readonly code: CallProblem;

  constructor(code: CallProblem, message: string) {
    super(message);
    this.code = code;
  }
}

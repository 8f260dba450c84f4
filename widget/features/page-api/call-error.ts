/** Why a call of the page failed. */
export type CallProblem =
  /** no command of this name */
  | 'unknown-command'
  /** no event of this name */
  | 'unknown-event'
  /** the arguments are invalid; the message says what the command takes */
  | 'invalid-argument';

/** The rejection of a call: `code` for programs, `message` for the developer in the console. */
export class CallError extends Error {
  override name = 'CallError';
  readonly code: CallProblem;

  constructor(code: CallProblem, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Types of the global that Pomoc online puts into a page. Served beside the script as `/pomoc.d.ts`; a project that
 * embeds the widget takes a copy, or names it in `types`. docs/embedding.md explains each call.
 */

/** A text that a page may put into empty fields of the form; what a person typed is never changed. */
interface SGPomocPrefill {
  /** a topic's id, such as `configuration` */
  topic?: string;
  subject?: string;
  description?: string;
  /** the address for the reply */
  email?: string;
  /** who writes: shown beside the e-mail address, and sent with the ticket */
  name?: string;
}

/** The detail of each event; `window` gets the same as `sgpomoc:NAME`. */
interface SGPomocEvents {
  ready: undefined;
  open: undefined;
  close: undefined;
  'ticket-created': { number: string };
  /** `unread` when a count rose, `number` when a reply came in an open thread */
  reply: { unread?: number; number?: string };
  /** why a ticket was not sent, by the API's problem code */
  error: { code: string };
}

/** What the widget knows now. It holds no text that a person wrote, no token and no session. */
interface SGPomocState {
  isOpen: boolean;
  /** the shop that a ticket would be for; null while the person has to say */
  shop: { supportNumber: string; installUrl: string } | null;
  /** its support: `active`, `expired`, `not-bought-directly`, `unrecognised`, or one that is newer; null while unknown */
  support: string | null;
  /** whether a session is open that the panel's signature opened */
  isSigned: boolean;
  /** the ticket in the form: `draft`, `sending`, `waiting`, `asking`, `not-sent` or `sent` */
  ticket: string;
  /** how many replies this browser knows of that nobody has read */
  unread: number;
}

/** One line of the self-check. */
interface SGPomocFinding {
  check: string;
  isOk: boolean;
  found: string;
}

/** The commands, with what each takes and returns. */
interface SGPomocCommands {
  open(prefill?: SGPomocPrefill): void;
  close(): void;
  toggle(): void;
  prefill(prefill: SGPomocPrefill): void;
  /** shows the entry of this page again */
  show(): void;
  /** hides the entry of this page */
  hide(): void;
  /** @param token a JWT that the panel signed, good for one session */
  identify(token: string): void;
  /** lines for the technical information; names are 1 to 40 letters */
  context(lines: Record<string, string>): void;
  on<Name extends keyof SGPomocEvents>(event: Name, listener: (detail: SGPomocEvents[Name]) => void): void;
  off<Name extends keyof SGPomocEvents>(event: Name, listener: (detail: SGPomocEvents[Name]) => void): void;
  once<Name extends keyof SGPomocEvents>(event: Name, listener: (detail: SGPomocEvents[Name]) => void): void;
  /**
   * puts the form into an element, for a page that is no shop's panel: who writes names the shop; resolves once it stands
   * there
   */
  mount(element: Element): void;
  state(): SGPomocState;
  doctor(): SGPomocFinding[];
  /** takes everything of ours out of the page; a tag that comes later begins anew */
  destroy(): void;
}

/** The rejection of a call that could not be carried out. */
interface SGPomocError extends Error {
  name: 'CallError';
  code: 'unknown-command' | 'unknown-event' | 'invalid-argument';
}

interface SGPomoc {
  /** Before the script is there a call waits for it; afterwards it returns a promise, rejected with an `SGPomocError`. */
  <Name extends keyof SGPomocCommands>(
    command: Name,
    ...details: Parameters<SGPomocCommands[Name]>
  ): Promise<ReturnType<SGPomocCommands[Name]>>;
  /** the page's stub keeps its calls here */
  q?: IArguments[] | unknown[][];
}

interface Window {
  SGPomoc?: SGPomoc;
}

declare var SGPomoc: SGPomoc;

interface WindowEventMap {
  'sgpomoc:ready': CustomEvent<SGPomocEvents['ready']>;
  'sgpomoc:open': CustomEvent<SGPomocEvents['open']>;
  'sgpomoc:close': CustomEvent<SGPomocEvents['close']>;
  'sgpomoc:ticket-created': CustomEvent<SGPomocEvents['ticket-created']>;
  'sgpomoc:reply': CustomEvent<SGPomocEvents['reply']>;
  'sgpomoc:error': CustomEvent<SGPomocEvents['error']>;
}

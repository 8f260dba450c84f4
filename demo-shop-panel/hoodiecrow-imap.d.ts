/** The part of the library that the demo and tests use; it brings no types. */
declare module 'hoodiecrow-imap' {
  export interface HoodieMessage {
    uid: number;
    flags: string[];
    raw: string;
  }
  export interface HoodieMailbox {
    messages: HoodieMessage[];
    uidvalidity: number;
  }
  export interface HoodieServer {
    server: import('node:net').Server;
    getMailbox: (path: string) => HoodieMailbox | undefined;
    appendMessage: (mailbox: string, flags: string[], date: boolean, raw: string) => unknown;
    listen: (port: number, host: string, done: () => void) => void;
    close: (done: () => void) => void;
    capabilities: Record<string, unknown>;
  }
  export default function createServer(options: {
    plugins: readonly string[];
    users: Record<string, { password: string }>;
    storage: Record<string, unknown>;
    secureConnection?: boolean;
    credentials?: { key: string; cert: string };
  }): HoodieServer;
}

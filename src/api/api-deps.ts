import type { Logger } from 'pino';
import type { EventFeed } from '../events/event-feed.ts';
import type { SignInDeps } from '../identity/sign-in-deps.ts';
import type { AssertionDeps } from '../identity/use-assertion.ts';
import type { MailSettings } from '../mail-settings.ts';
import type { HowToReachUsDeps } from '../tickets/how-to-reach-us.ts';
import type { Presence } from './desk/presence.ts';
import type { SignInThrottle } from './desk/sign-in-throttle.ts';
import type { LimitDeps } from './http/limit-route.ts';

/** The dependencies of the handlers. */
export type ApiDeps = HowToReachUsDeps &
  AssertionDeps &
  SignInDeps &
  LimitDeps & {
    logger: Logger;
    /** where browsers reach the service */
    publicUrl: string;
    /** the emergency page on another host; null where there is ours only */
    emergencyUrl: string | null;
    /** its host with the port; null where each request names it */
    publicHost: string | null;
    /** the key of marks in letters and links, see `readServiceKeys` */
    markKey: Uint8Array;
    /** how mail goes out and comes in; null where it does not */
    mail: MailSettings | null;
    signInThrottle: SignInThrottle;
    /** the events of tickets, for the desk's event stream */
    deskEvents: EventFeed;
    /** answers the tickets linked to a solved incident */
    solutions: { start: () => void };
    /** has files scanned; null where no scanner is set */
    scanner: { wake: () => void } | null;
    /** which agents have which ticket open now */
    presence: Presence;
  };

import type { EventFeed } from '../events/event-feed.ts';
import type { OpenSessionDeps } from '../identity/open-shop-session.ts';
import type { SignInDeps } from '../identity/sign-in.ts';
import type { ShopStatusDeps } from '../tickets/read-shop-status.ts';
import type { Presence } from './desk/presence.ts';
import type { SignInThrottle } from './desk/sign-in-throttle.ts';
import type { LimitDeps } from './http/limit-route.ts';

/** What the handlers need. */
export type ApiDeps = ShopStatusDeps &
  OpenSessionDeps &
  SignInDeps &
  LimitDeps & {
    signInThrottle: SignInThrottle;
    /** what happens to tickets, for desks that listen */
    deskEvents: EventFeed;
    /** answers what is linked to a problem that was solved */
    solutions: { start: () => void };
    /** who looks at which ticket now */
    presence: Presence;
  };

/**
 * Statuses by which a server or a proxy says "not now": what was asked is kept, and asked again. 401 is among them for a
 * ticket, which goes again without its session; in a thread, where that opens nothing, it is a refusal.
 */
export const NOT_NOW = [401, 408, 425, 429];

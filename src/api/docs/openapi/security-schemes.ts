/** The ways in which a request authenticates. */
export const SECURITY_SCHEMES = {
  ticketToken: {
    type: 'http',
    scheme: 'bearer',
    description:
      'The token of one ticket: 256 random bits in base64url (43 characters), made by the client and sent once as `ticketToken` when the ticket is opened. It opens that ticket alone, until 30 days after the ticket is closed.',
  },
  shopSession: {
    type: 'http',
    scheme: 'bearer',
    description: 'A session of one shop. It opens all tickets of that shop, for 60 minutes.',
  },
  linkSession: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A session of one ticket, by its mailed link or a code. It reads, answers and solves that ticket, for 60 minutes, until 30 days after the ticket is closed or until its links are revoked.',
  },
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key of another system of the vendor, made at the desk under “Klucze systemów”: `r_` and 43 characters. It reads or writes the registry, as its scopes say, and sees no ticket. Send it from a server only.',
  },
} as const;

export type SecuritySchemeName = keyof typeof SECURITY_SCHEMES;

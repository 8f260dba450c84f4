/** What the log may know of an error. */
export interface LoggableError {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: LoggableError;
}

/**
 * An error for the log: what it is and where it came from, and of its other properties the code alone. PostgreSQL's
 * errors carry the row they are about, such as "Key (contact_email)=(…) already exists", and nothing in the log is about
 * a person.
 */
export function loggableError(error: Error): LoggableError {
  const { message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  return {
    type: error.constructor.name,
    message,
    ...(typeof code === 'string' && { code }),
    ...(stack && { stack }),
    ...(cause instanceof Error && { cause: loggableError(cause) }),
  };
}

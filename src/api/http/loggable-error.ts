/** An error without personal data. */
export interface LoggableError {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: LoggableError;
}

/**
 * Reduces an error for the log to its type, stack and code. PostgreSQL's errors contain the row they are about, such as
 * "Key (contact_email)=(…) already exists", and the log holds no personal data.
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

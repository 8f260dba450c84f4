import type * as z from 'zod/mini';
import type { FieldError, FieldErrorCode } from '../../contract/problem.ts';

type Issue = z.core.$ZodIssue;

/** Maps zod's issues to our paths and codes: zod's own codes may change with its versions. */
export function fieldErrors(error: z.core.$ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: dotted([...issue.path, key]), code: 'unknown-field' as const }));
    }
    return [{ path: dotted(issue.path), code: fieldErrorCode(issue) }];
  });
}

function fieldErrorCode(issue: Issue): FieldErrorCode {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'wrong-type';
    case 'too_big':
      return 'too-long';
    case 'too_small':
      return 'too-short';
    case 'invalid_value':
      return 'not-allowed';
    case 'custom':
      return issue.message as FieldErrorCode; // our own checks have their code as the message
    default:
      return 'wrong-format';
  }
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

import './problems.css';
import type { JSX } from 'preact';
import type { PageProps } from '../page-props.ts';
import { NewNotice } from './NewNotice.tsx';
import { NoticeLists } from './NoticeLists.tsx';
import { ProblemDetail } from './ProblemDetail.tsx';

/** The id in the address of the form for a new notice: `#/problems/new`. */
export const NEW = 'new';

/** Incidents and other notices: all of them, a new one, or one with its tickets. */
export function ProblemsPage(props: PageProps): JSX.Element {
  const { id } = props;
  if (id === null) return <NoticeLists {...props} />;
  return id === NEW ? <NewNotice {...props} /> : <ProblemDetail key={id} {...props} id={id} />;
}

import type { ReactNode } from 'react';
import { Icon } from '../../look/icon.js';

/** What is missing, beside what it is about. */
export function ProblemText({ children }: { children: ReactNode }) {
  return <p className="org-error"><Icon name="warn" small />{children}</p>;
}

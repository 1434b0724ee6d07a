import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A way to a path of the web part; the exam, judge and board pages are entries of their own and are loaded anew. */
export function Go({ to, className, children }: { to: string; className?: string; children: ReactNode }) {
  if (/^\/(exam|judge|board)\//.test(to)) return <a href={to} className={className}>{children}</a>;
  return <Link to={to} className={className}>{children}</Link>;
}

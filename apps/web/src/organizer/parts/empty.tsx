import type { ReactNode } from 'react';

/** What is missing, who brings it, and one button. */
export function Empty({ title, who, children }: { title: string; who?: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty org-empty">
      <p className="b">{title}</p>
      {who && <p>{who}</p>}
      {children && <div className="row org-center">{children}</div>}
    </div>
  );
}

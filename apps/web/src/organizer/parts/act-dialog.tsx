import type { ReactNode } from 'react';
import { Dialog } from '../../look/dialog.js';
import { Button } from '../../look/parts.js';
import { ProblemNote } from './problem.js';
import { useWords } from './words.js';

/**
 * Repeats the object and the consequence in figures before an act. The vermilion upper edge marks what is public or cannot be
 * taken back; `destructive` outlines the button instead of filling it.
 */
export function ActDialog({ title, children, act, onAct, onClose, busy = false, disabled = false, error, irreversible = false, destructive = false, wide = false, onReload }: {
  title: string; children: ReactNode; act: string; onAct: () => void; onClose: () => void; busy?: boolean; disabled?: boolean;
  error?: unknown; irreversible?: boolean; destructive?: boolean; wide?: boolean; onReload?: () => void;
}) {
  const { t } = useWords();
  return (
    <Dialog title={title} onClose={busy ? undefined : onClose} public={irreversible} className={`org-dlg ${wide ? 'wide' : ''}`}>
      <div className="org-dlg-body">
        {children}
        <ProblemNote error={error} onReload={onReload} />
      </div>
      <div className="org-foot">
        <Button onClick={onClose}>{t('act.back')}</Button>
        <Button kind={destructive ? 'danger' : 'pri'} onClick={onAct} disabled={busy || disabled}>{busy ? t('act.working') : act}</Button>
      </div>
    </Dialog>
  );
}

/** Pairs of a name and a figure, ruled. */
export function Figures({ rows }: { rows: [ReactNode, ReactNode][] }) {
  return (
    <table className="tbl org-figures">
      <tbody>{rows.map(([name, value], index) => <tr key={index}><th scope="row">{name}</th><td className="r b">{value}</td></tr>)}</tbody>
    </table>
  );
}

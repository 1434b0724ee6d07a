import type { KeyboardEvent, ReactNode } from 'react';
import { Dialog } from '../../look/dialog.js';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { useWords } from './words.js';

/** A sheet from the right for forms and details, the whole width on small screens. A form closes by its buttons only, so that no input is lost. */
export function SideSheet({ open = true, title, onClose, footer, children, size = 'normal', form = false }: {
  open?: boolean; title: ReactNode; onClose: () => void; footer?: ReactNode; children: ReactNode; size?: 'small' | 'normal' | 'wide'; form?: boolean;
}) {
  const { t } = useWords();
  if (!open) return null;
  return (
    <Dialog title={title} onClose={form ? undefined : onClose} className={`org-side ${size}`}>
      <Button kind="quiet" className="icon org-side-close" onClick={onClose} aria-label={t('act.close')}><Icon name="x" /></Button>
      <div className="org-side-body" onKeyDown={keepEscape}>{children}</div>
      {footer && <div className="org-foot">{footer}</div>}
    </Dialog>
  );
}

/** Escape first closes an open list inside the sheet, and only then the sheet. */
function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape' && event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true') event.stopPropagation();
}

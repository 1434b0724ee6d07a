import { useId, type ReactNode } from 'react';
import { Drawer } from 'antd';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { useWords } from './words.js';

/** A sheet from the right for forms and details; the whole width on small screens. */
export function SideSheet({ open, title, onClose, footer, children, width = 720 }: {
  open: boolean; title: ReactNode; onClose: () => void; footer?: ReactNode; children: ReactNode; width?: number;
}) {
  const { t } = useWords();
  const id = useId();
  return (
    <Drawer
      open={open} title={<h2 className="h2" id={id}>{title}</h2>} aria-labelledby={id} onClose={onClose} size={width} rootClassName="org-sheet" destroyOnHidden
      closable={false} extra={<Button kind="quiet" className="icon" onClick={onClose} aria-label={t('act.close')}><Icon name="x" /></Button>}
      footer={footer && <div className="org-foot">{footer}</div>}
    >
      {children}
    </Drawer>
  );
}

import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export interface Crumb {
  label: string;
  to?: string;
}

/** Crumbs, the page's title in 宋, its acts, and the 文武线 below them. */
export function PageHead({ crumbs = [], title, note, actions }: { crumbs?: Crumb[]; title: string; note?: ReactNode; actions?: ReactNode }) {
  const { t } = useTranslation('common');
  useEffect(() => { document.title = `${title} · ${t('brand')}`; }, [title, t]);
  return (
    <header className="org-head">
      {crumbs.length > 0 && (
        <nav className="crumb" aria-label={title}>
          {crumbs.map(({ label, to }, index) => (
            <span key={label} className="row">
              {index > 0 && <span aria-hidden="true">/</span>}
              {to ? <Link to={to}>{label}</Link> : <span>{label}</span>}
            </span>
          ))}
        </nav>
      )}
      <div className="org-title">
        <h1 className="h1">{title}</h1>
        {note && <p className="t14 mute">{note}</p>}
        <span className="sp" />
        {actions && <div className="org-acts">{actions}</div>}
      </div>
      <div className="wenwu" aria-hidden="true" />
    </header>
  );
}

/** A section's heading in 宋 with a remark and acts on the right. */
export function SectionHead({ title, note, children, id }: { title: string; note?: ReactNode; children?: ReactNode; id?: string }) {
  return (
    <div className="sec org-sec">
      <h2 className="h2" id={id}>{title}</h2>
      {note && <span className="t14 mute">{note}</span>}
      <span className="sp" />
      {children}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { JudgingView } from '#lib/contracts';
import { signInPath } from '../api/session.js';
import { useTitle } from '../i18n/texts.js';
import { Icon } from '../look/icon.js';
import { LanguageSwitch } from '../look/language-switch.js';
import { Band } from '../look/parts.js';
import { Seal } from '../look/seal.js';
import type { SheetOutboxState } from './sheet-outbox.js';
import { clockTime } from '../i18n/format.js';

interface StageHeaderProps {
  view: JudgingView;
  who: string;
  connected: boolean;
  outbox: SheetOutboxState;
  sheets: number;
  /** The other table of a chief who also judges. */
  other?: { href: string; words: string };
}

/** Which stage, which seat, and whether everything has been delivered. */
export function StageHeader({ view, who, connected, outbox, sheets, other }: StageHeaderProps) {
  const title = useTitle();
  return (
    <header className="hd">
      <a href="/judge/" className="seal-link" aria-label={title(view.heat.title)}><Seal /></a>
      <div className="t"><h1>{title(view.heat.title)} · {title(view.title)}</h1><p>{who}</p></div>
      <span className="sp" />
      <NetMark connected={connected} outbox={outbox} sheets={sheets} now={view.now} />
      {other && <a className="btn other" href={other.href}>{other.words}</a>}
      <LanguageSwitch />
    </header>
  );
}

function NetMark({ connected, outbox, sheets, now }: { connected: boolean; outbox: SheetOutboxState; sheets: number; now: string }) {
  const { t } = useTranslation('judge');
  const count = outbox.pending.length;
  if (!connected) {
    return <div className="net off" role="status"><Icon name="offline" /><span><b>{count > 0 ? t('net.off', { count }) : t('net.offNone')}</b><small>{t(outbox.keeps ? 'net.retry' : 'net.unkept')}</small></span></div>;
  }
  if (count > 0) return <div className="net busy" role="status"><Icon name="send" /><span><b>{t('net.sending', { count })}</b><small>{t('net.retry')}</small></span></div>;
  return <div className="net" role="status"><Icon name="online" /><span><b>{t('net.on')}</b><small>{t('net.detail', { count: sheets, time: clockTime(outbox.delivered?.submittedAt ?? now) })}</small></span></div>;
}

/** 文武线 as the time of one performance: the thick line is what has been used. */
export function StageRail({ share }: { share: number | null }) {
  return <div className="rail" aria-hidden="true">{share !== null && <i style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />}</div>;
}

export function StageBands({ connected, ended }: { connected: boolean; ended: string | null }) {
  const { t } = useTranslation('judge');
  if (ended) return <Band tone="warn" icon="lock" urgent>{t('band.ended')} <a href={signInPath()}>{t('band.signIn')}</a></Band>;
  if (connected) return null;
  return <Band tone="warn" icon="offline" urgent><b>{t('band.offlineTitle')}</b> {t('band.offline')}</Band>;
}

import { useTranslation } from 'react-i18next';
import { Icon } from '../look/icon.js';

/** Places won or lost: a drawing and a figure, never colour alone. */
export function Move({ moved, words }: { moved: number; words?: boolean }) {
  const { t } = useTranslation('board');
  if (moved === 0) return words ? null : <span className="mv d"><Icon name="dash" /><span className="vh">{t('same')}</span></span>;
  const count = Math.abs(moved);
  const text = t(moved > 0 ? 'up' : 'down', { count });
  return <span className={`mv ${moved > 0 ? 'u' : 'd'}`}><Icon name={moved > 0 ? 'up' : 'down'} />{words ? text : <><span aria-hidden="true">{count}</span><span className="vh">{text}</span></>}</span>;
}

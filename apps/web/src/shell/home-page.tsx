import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Duty, HomeView } from '#lib/contracts';
import { api } from '../api/client.js';
import { clockTime, dayAndTime, longDay, ordinal } from '../i18n/format.js';
import { useLocale, useTitle } from '../i18n/texts.js';
import { Chip, EmptyState, Wenwu } from '../look/parts.js';
import { Failed } from './failed-page.js';
import { Loading } from './loading.js';
import { Go } from './go.js';
import { useSession } from './session.js';

/** What to do next, numbered; then what is running, and the year's account. */
export function HomePage() {
  const { t } = useTranslation(['shell', 'common']);
  const locale = useLocale();
  const { person } = useSession();
  const { data, error, refetch } = useQuery({ queryKey: ['home'], queryFn: () => api.get<HomeView>('/home'), refetchInterval: 30_000 });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading text={t('common:state.loading')} />;

  const hello = data.duties.length > 0 ? t('shell:home.hello', { name: person.name, count: data.duties.length }) : t('shell:home.free', { name: person.name });
  return (
    <div className="pg">
      <div className="hello">
        <h1 className="h1">{hello}</h1>
        <p><span>{longDay(data.now, locale)}</span> <span>{t('common:state.updatedAt', { time: clockTime(data.now) })}</span></p>
      </div>
      <Wenwu />
      <div className="cols">
        <Duties duties={data.duties} />
        <aside>
          <Live live={data.live} />
          {data.year && <Year year={data.year} />}
        </aside>
      </div>
    </div>
  );
}

function Duties({ duties }: { duties: Duty[] }) {
  const { t } = useTranslation('shell');
  if (duties.length === 0) return <section><EmptyState title={t('home.duties')}>{t('home.freeHint')}</EmptyState></section>;
  const firstUrgent = duties.findIndex(({ urgent }) => urgent);
  const primary = firstUrgent < 0 ? 0 : firstUrgent;
  return (
    <section aria-label={t('home.duties')}>
      <ol className="todo">{duties.map((duty, index) => <DutyItem key={`${duty.kind} ${duty.href}`} duty={duty} number={index + 1} primary={index === primary} />)}</ol>
      <p className="t14 mute todo-hint">{t('home.doneHint')}</p>
    </section>
  );
}

type DutyKey = 'exam-sit' | 'exam-upcoming' | 'exam-result' | 'stage-judge' | 'stage-chief' | 'exam-invigilate' | 'exam-prepare' | 'exam-running' | 'heat-confirm' | 'tier-advance' | 'heat-setup' | 'bank-import' | 'audit-watch' | 'contest-follow' | 'unknown';

function DutyItem({ duty, number, primary }: { duty: Duty; number: number; primary: boolean }) {
  const { t, i18n } = useTranslation('shell');
  const locale = useLocale();
  const title = useTitle();
  const dashed = duty.kind.replace('.', '-');
  const key = (i18n.exists(`duty.${dashed}.title`, { ns: 'shell' }) ? dashed : 'unknown') as DutyKey;
  const words = { ...dutyParams(duty, locale), title: title(duty.title) };
  return (
    <li className={duty.urgent ? 'now' : ''}>
      <span className="n" aria-hidden="true">{ordinal(number, locale)}</span>
      <div>
        <h2>{t(`duty.${key}.title`, words)} {duty.at && <DutyTime at={duty.at} urgent={duty.urgent} />}</h2>
        <p>{t(`duty.${key}.text`, words)}</p>
      </div>
      <Go to={duty.href} className={`btn ${primary ? 'pri' : ''}`}>{t(`duty.${key}.act`, words)}</Go>
    </li>
  );
}

function DutyTime({ at, urgent }: { at: string; urgent: boolean }) {
  const { t } = useTranslation('shell');
  const locale = useLocale();
  const time = dayAndTime(at, locale);
  return <Chip tone={urgent ? 'urgent' : 'run'} icon="clock">{t(urgent ? 'home.by' : 'home.at', { time })}</Chip>;
}

/** Instants among the parameters are shown as times of day. */
function dutyParams(duty: Duty, locale: 'zh-CN' | 'en'): Record<string, string | number> {
  const shown: Record<string, string | number> = { count: 0, until: '', at: duty.at ? dayAndTime(duty.at, locale) : '' };
  for (const [name, value] of Object.entries(duty.params)) {
    shown[name] = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? dayAndTime(value, locale) : value;
  }
  return shown;
}

function Live({ live }: { live: HomeView['live'] }) {
  const { t } = useTranslation('shell');
  const title = useTitle();
  return (
    <section>
      <div className="sec"><h2 className="h2">{t('home.live')}</h2><span className="sp" />{live.length > 0 && <Chip tone="live" icon="live">{t('home.liveCount', { count: live.length })}</Chip>}</div>
      {live.length === 0 && <p className="t14 mute nolive">{t('home.noLive')}</p>}
      <ul className={live.length > 0 ? 'livel' : ''}>
        {live.map((item) => (
          <li key={item.href}>
            <h3><Go to={item.href}>{title(item.title)}</Go></h3>
            <p className="ink2">{title(item.detail)}</p>
            <div className="pb" role="progressbar" aria-valuenow={item.done} aria-valuemin={0} aria-valuemax={item.total} aria-label={t('home.progress', { done: item.done, total: item.total })}>
              <i style={{ width: `${item.total > 0 ? Math.min(100, (item.done / item.total) * 100) : 0}%` }} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Year({ year }: { year: NonNullable<HomeView['year']> }) {
  const { t } = useTranslation('shell');
  const locale = useLocale();
  return (
    <section className="year">
      <div className="sec"><h2 className="h2">{t('home.year')}</h2><span className="t14 mute">{t('home.yearHint')}</span></div>
      <div className="yr">
        <dl>
          {(['exams', 'attempts', 'editions', 'people'] as const).map((key) => (
            <div key={key}><dt>{t(`home.account.${key}`)}</dt><dd>{year[key].toLocaleString(locale)}<small>{t(`home.account.${key}Unit`)}</small></dd></div>
          ))}
        </dl>
      </div>
    </section>
  );
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptResultView } from '#lib/contracts';
import { getSession } from '../api/session.js';
import { isProblem } from '../api/problem-error.js';
import { dayAndTime } from '../i18n/format.js';
import { useLocale, useTitle } from '../i18n/texts.js';
import { LoadFailed } from '../look/load-failed.js';
import { Chip, EmptyState } from '../look/parts.js';
import { PlainPage } from '../look/plain-page.js';
import { useLoad } from '../look/use-load.js';
import { examApi } from './exam-api.js';
import { ResultReview } from './result-review.js';

/** The candidate's own marks, after release. */
export function ResultPage({ attemptId }: { attemptId: string }) {
  const { t } = useTranslation(['exam', 'common']);
  const title = useTitle();
  const load = useCallback(async () => {
    const [session, result] = await Promise.all([getSession(), examApi.result(attemptId)]);
    return { session, result };
  }, [attemptId]);
  const { data, error, reload } = useLoad(load);
  return (
    <PlainPage title={data ? title(data.result.title) : t('exam:result.title')} who={data?.session.person.name}>
      {isProblem(error, 'attempt.not_released') ? <EmptyState title={t('exam:result.notYet')} action={<a className="btn" href="/exam/">{t('exam:list.title')}</a>}>{t('exam:done.next')}</EmptyState> : error !== null && <LoadFailed error={error} onRetry={reload} />}
      {!data && error === null && <p role="status">{t('common:state.loading')}</p>}
      {data && <Result result={data.result} />}
    </PlainPage>
  );
}

function Result({ result }: { result: AttemptResultView }) {
  const { t } = useTranslation('exam');
  const locale = useLocale();
  return (
    <>
      <div className="result-head">
        <p><span className="mute">{t('result.total')}</span><b className="total">{result.totalMark}</b><span className="mute">{t('result.of', { marks: result.totalMarks })}</span></p>
        {result.passed !== null && <Chip tone={result.passed ? 'ok' : 'warn'} icon={result.passed ? 'check' : 'warn'}>{t(result.passed ? 'result.passed' : 'result.failed')}</Chip>}
        <span className="sp" />
        <p className="mute t14">{t('result.at', { time: dayAndTime(result.releasedAt, locale) })}</p>
      </div>
      {result.slots.length > 0 && <h2 className="h2">{t('result.byQuestion')}</h2>}
      {result.slots.length > 0 && <table className="tbl by-question">
        <thead><tr><th className="r">{t('result.question')}</th><th>{t('result.answered')}</th><th className="r">{t('result.mark')}</th><th className="r">{t('result.marks')}</th></tr></thead>
        <tbody>
          {result.slots.map((slot) => (
            <tr key={slot.slot}><td className="r">{slot.number}</td><td className={slot.answered ? '' : 'mute'}>{t(slot.answered ? 'result.yes' : 'result.no')}{slot.mark === slot.marks && <> <Chip tone="ok" icon="check">{t('result.full')}</Chip></>}</td><td className="r b">{slot.mark}</td><td className="r mute">{slot.marks}</td></tr>
          ))}
        </tbody>
      </table>}
      {result.review && <ResultReview review={result.review} />}
      <p className="end-acts"><a className="btn" href="/exam/">{t('list.title')}</a></p>
    </>
  );
}

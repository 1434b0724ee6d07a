import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import type { ExamView, SeatPlan } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Button } from '../../look/parts.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNote } from '../parts/problem.js';
import { useWords } from '../parts/words.js';
import { useSetUpWords } from './exam-setup-texts.js';
import { SeatPicture } from './seat-picture.js';

const sheets = ['plan', 'door', 'sheet'] as const;

/** What hangs at the door and lies on the invigilator's desk: seat plan, door list, sign-in sheet with fields to sign, on A4. */
export function RoomPrintPage() {
  const s = useSetUpWords();
  const { t, title } = useWords();
  const { id = '', roomId = '' } = useParams();
  const [sheet, setSheet] = useState<(typeof sheets)[number]>('plan');
  const found = useQuery({ queryKey: [`/exams/${id}/rooms/${roomId}/seats`], queryFn: () => api.get<SeatPlan>(`/exams/${id}/rooms/${roomId}/seats`) });
  const exam = useQuery({ queryKey: ['/exams', 'one', id], queryFn: () => api.get<ExamView>(`/exams/${id}`) });
  if (!found.data || !exam.data) return <div className="pg org"><PageHead title={s('print.title', { room: '' })} />{found.error || exam.error ? <ProblemNote error={found.error ?? exam.error} /> : <p className="org-reading" role="status">{t('list.reading')}</p>}</div>;
  const { room } = found.data;
  return (
    <div className="pg org room-print">
      <PageHead crumbs={[{ label: t('exam.title'), to: '/exams' }, { label: title(exam.data.title), to: `/exams/${id}?tab=rooms` }, { label: title(room.title) }]} title={s('print.title', { room: title(room.title) })}
        actions={<Button kind="pri" icon="print" onClick={() => window.print()}>{s('print.print')}</Button>} />
      <div className="seg three no-print" role="group" aria-label={s('print.which')}>{sheets.map((one) => <button key={one} type="button" aria-pressed={sheet === one} onClick={() => setSheet(one)}>{s(`print.${one}`)}</button>)}</div>
      <article className="a4">
        <PrintHead exam={exam.data} plan={found.data} kind={s(`print.${sheet}`)} />
        {sheet === 'plan' ? <SeatPicture {...room} seats={found.data.seats} label={title(room.title)} /> : <Names plan={found.data} sign={sheet === 'sheet'} />}
        {sheet === 'sheet' && <footer className="signs"><span>{s('print.expected', { n: found.data.seats.length })}</span><span>{s('print.came')}</span><span>{s('print.absent')}</span><span className="line">{s('print.staff')}</span></footer>}
      </article>
    </div>
  );
}

function PrintHead({ exam, plan: { room, sitting }, kind }: { exam: ExamView; plan: SeatPlan; kind: string }) {
  const { title, whenFull } = useWords();
  return (
    <header>
      <h2 className="serif">{title(exam.title)} {kind}</h2>
      <p>{[title(sitting.title), whenFull(sitting.opensAt), title(room.title), room.place].filter(Boolean).join(' · ')}</p>
      <div className="wenwu" aria-hidden="true" />
    </header>
  );
}

function Names({ plan, sign }: { plan: SeatPlan; sign: boolean }) {
  const s = useSetUpWords();
  const { t, title } = useWords();
  return (
    <table className="tbl">
      <thead><tr><th scope="col" className="r">{s('print.seat')}</th><th scope="col">{t('exam.admission')}</th><th scope="col">{t('people.name')}</th><th scope="col">{t('list.unit')}</th>{sign && <><th scope="col">{t('people.staffNumber')}</th><th scope="col" className="sign">{s('print.signature')}</th></>}</tr></thead>
      <tbody>
        {plan.seats.map((seat) => (
          <tr key={seat.candidateId}><td className="r num">{seat.seat ?? '—'}</td><td className="num">{seat.admissionNumber}</td><td className="b">{seat.name}</td><td>{title(seat.unit.title)}</td>{sign && <><td className="num">{seat.staffNumber ?? '—'}</td><td className="sign" /></>}</tr>
        ))}
      </tbody>
    </table>
  );
}

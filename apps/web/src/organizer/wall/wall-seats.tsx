import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallCandidate, WallRoom } from '#lib/contracts';
import { hourMinute } from '../../i18n/format.js';
import { useLocale } from '../../i18n/texts.js';
import { Icon } from '../../look/icon.js';
import { seatLooks } from './wall-counts.js';
import { quietSince, seatGrid, type SeatState, seatState, span } from './wall-state.js';

interface SeatsProps {
  candidates: readonly WallCandidate[];
  room: WallRoom | null;
  now: number;
  silentAfter: number;
  questions: number;
  selected: ReadonlySet<string>;
  /** Those that the filter leaves; the others stand back, so that the room keeps its shape. */
  isShown: (candidate: WallCandidate) => boolean;
  onToggle: (id: string) => void;
}

/** The seats as they stand in the room, so that a face can be found; without a plan, in the order of their numbers. */
export function WallSeats({ candidates, room, now, silentAfter, questions, selected, isShown, onToggle }: SeatsProps) {
  const grid = room && seatGrid(room, candidates);
  const seats = grid ?? candidates.filter(isShown);
  return (
    <div className="wall-scroll">
      <div className={`wall-grid ${grid ? 'plan' : ''}`} style={grid ? { gridTemplateColumns: `repeat(${room.seatColumns}, minmax(84px, 1fr))` } : undefined}>
        {seats.map((candidate, index) => (candidate
          ? <Seat key={candidate.id} candidate={candidate} state={seatState(candidate, now, silentAfter)} now={now} questions={questions} picked={selected.has(candidate.id)} back={!isShown(candidate)} onToggle={onToggle} />
          : <span key={`empty${index}`} className="wall-empty" aria-hidden="true" />))}
      </div>
    </div>
  );
}

interface SeatProps {
  candidate: WallCandidate;
  state: SeatState;
  now: number;
  questions: number;
  picked: boolean;
  back: boolean;
  onToggle: (id: string) => void;
}

const Seat = memo(function Seat({ candidate, state, now, questions, picked, back, onToggle }: SeatProps) {
  const { t } = useTranslation('wall');
  const { icon, tone } = seatLooks[state];
  return (
    <button type="button" className={`t ${tone} ${picked ? 'pick' : ''} ${back ? 'back' : ''}`} aria-pressed={picked} onClick={() => onToggle(candidate.id)}>
      <span className="a">{candidate.seat !== null && <i>{String(candidate.seat).padStart(2, '0')}</i>}<b>{candidate.name}</b>
        {!picked && (candidate.openIncidents > 0 || candidate.waitingActs > 0) && (
          <span className="f">{candidate.openIncidents > 0 && <span className="n"><Icon name="warn" small /><span className="vh">{t('seat.incidents', { n: candidate.openIncidents })}</span></span>}
            {candidate.waitingActs > 0 && <span className="w" title={t('seat.waiting')}><Icon name="clock" small /><span className="vh">{t('seat.waiting')}</span></span>}</span>
        )}</span>
      <span className="s"><Icon name={icon} small /><StateWord candidate={candidate} state={state} now={now} /></span>
      <span className="m"><span>{candidate.state === 'not_started' || candidate.state === 'absent' ? t(`seat.${candidate.state}`) : `${candidate.answered}/${questions}`}</span><LastSave candidate={candidate} state={state} now={now} /></span>
      {candidate.answered > 0 && <span className="bar" style={{ width: `${Math.min(100, (candidate.answered / Math.max(1, questions)) * 100)}%` }} />}
      {picked && <span className="ck" aria-hidden="true"><Icon name="check" small /></span>}
    </button>
  );
}, (a, b) => a.candidate === b.candidate && a.picked === b.picked && a.back === b.back && a.state === b.state && a.questions === b.questions && a.onToggle === b.onToggle && Math.floor(a.now / 5_000) === Math.floor(b.now / 5_000));

/** In English word and time do not both fit a seat: the drawing, the colour and the time stand for it there, and the word is read out. */
function StateWord({ candidate, state, now }: { candidate: WallCandidate; state: SeatState; now: number }) {
  const { t } = useTranslation('wall');
  const locale = useLocale();
  const word = t(`seat.${state}`);
  const whole = stateWord(word, candidate, state, now);
  if (locale !== 'en' || whole === word) return <>{whole}</>;
  return <><span className="vh">{word}</span>{whole.slice(word.length)}</>;
}

/** How long somebody is offline or silent stands beside the word. */
export function stateWord(word: string, candidate: WallCandidate, state: SeatState, now: number): string {
  const since = state === 'offline' ? Date.parse(candidate.offlineSince as string) : state === 'silent' ? quietSince(candidate) : null;
  return since === null ? word : `${word} ${span((now - since) / 1000)}`;
}

export function LastSave({ candidate, state, now }: { candidate: WallCandidate; state: SeatState; now: number }) {
  const { t } = useTranslation('wall');
  const { lastSavedAt, submittedAt } = candidate;
  if (state === 'submitted' && submittedAt) return <span>{hourMinute(submittedAt)}</span>;
  if (!lastSavedAt) return <span>—</span>;
  const seconds = Math.max(0, Math.round((now - Date.parse(lastSavedAt)) / 1000));
  return <span>{state === 'writing' && seconds < 100 ? t('seat.ago', { n: seconds }) : hourMinute(lastSavedAt)}</span>;
}

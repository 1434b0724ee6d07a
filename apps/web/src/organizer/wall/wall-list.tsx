import { useTranslation } from 'react-i18next';
import type { WallCandidate, WallRoom } from '#lib/contracts';
import { useTitle } from '../../i18n/texts.js';
import { Chip, type ChipTone } from '../../look/parts.js';
import { seatLooks } from './wall-counts.js';
import { LastSave, stateWord } from './wall-seats.js';
import { countSeats, type SeatState, seatState } from './wall-state.js';

const tones: Record<SeatState, ChipTone> = { writing: 'run', offline: 'urgent', silent: 'warn', paused: 'line', submitted: 'ok', missing: 'plain', excused: 'line' };
const mostFirst: readonly SeatState[] = ['offline', 'silent', 'paused', 'writing', 'missing', 'submitted', 'excused'];

/** One row a candidate, those who need somebody first; the same targets as the seats, larger. */
export function WallList({ candidates, now, silentAfter, questions, selected, roomName, onToggle }: {
  candidates: readonly WallCandidate[]; now: number; silentAfter: number; questions: number; selected: ReadonlySet<string>; roomName: (id: string | null) => string; onToggle: (id: string) => void;
}) {
  const { t } = useTranslation('wall');
  const title = useTitle();
  const rows = candidates.map((candidate) => ({ candidate, state: seatState(candidate, now, silentAfter) })).sort((a, b) => mostFirst.indexOf(a.state) - mostFirst.indexOf(b.state) || (a.candidate.seat ?? 1e6) - (b.candidate.seat ?? 1e6));
  return (
    <table className="tbl wall-list">
      <thead><tr><th className="tick"><span className="vh">{t('list.pick')}</span></th><th>{t('list.name')}</th><th>{t('list.state')}</th><th className="wide">{t('list.room')}</th><th className="wide">{t('list.unit')}</th><th className="r">{t('list.answered')}</th><th className="r">{t('list.saved')}</th></tr></thead>
      <tbody>
        {rows.map(({ candidate, state }) => (
          <tr key={candidate.id} className={selected.has(candidate.id) ? 'hl' : ''}>
            <td className="tick"><label className="org-tick"><input type="checkbox" checked={selected.has(candidate.id)} onChange={() => onToggle(candidate.id)} /><span className="vh">{candidate.name}</span></label></td>
            <td><b>{candidate.seat !== null && `${candidate.seat} `}{candidate.name}</b></td>
            <td><Chip tone={tones[state]} icon={seatLooks[state].icon}>{stateWord(t(`seat.${state}`), candidate, state, now)}</Chip>{candidate.waitingActs > 0 && <Chip tone="line" icon="clock">{t('list.waiting')}</Chip>}{candidate.openIncidents > 0 && <Chip tone="warn" icon="warn">{t('list.incidents', { n: candidate.openIncidents })}</Chip>}</td>
            <td className="wide">{roomName(candidate.roomId)}</td><td className="wide">{title(candidate.unit.title)}</td>
            <td className="r num">{candidate.answered}/{questions}</td><td className="r num"><LastSave candidate={candidate} state={state} now={now} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Many rooms at one look: a row each, with its figures; a press opens the room. */
export function RoomTable({ rooms, candidates, now, silentAfter, onOpen }: { rooms: readonly WallRoom[]; candidates: readonly WallCandidate[]; now: number; silentAfter: number; onOpen: (roomId: string) => void }) {
  const { t } = useTranslation('wall');
  const title = useTitle();
  const columns: readonly SeatState[] = ['writing', 'offline', 'silent', 'paused', 'submitted', 'missing'];
  return (
    <div className="wall-scroll">
      <table className="tbl wall-rooms">
        <thead><tr><th>{t('list.room')}</th><th className="r">{t('counts.all')}</th>{columns.map((state) => <th key={state} className="r">{t(`seat.${state}`)}</th>)}<th className="r">{t('rooms.open')}</th><th>{t('rooms.by')}</th></tr></thead>
        <tbody>
          {rooms.map((room) => {
            const own = candidates.filter(({ roomId }) => roomId === room.id);
            const counts = countSeats(own, now, silentAfter);
            const open = own.reduce((sum, { openIncidents }) => sum + openIncidents, 0);
            return (
              <tr key={room.id}>
                <td><button type="button" className="org-link wall-open" onClick={() => onOpen(room.id)}>{title(room.title)}</button></td><td className="r num b">{own.length}</td>
                {columns.map((state) => <td key={state} className={`r num ${counts[state] > 0 ? seatLooks[state].tone : 'zero'}`}>{counts[state]}</td>)}
                <td className={`r num ${open > 0 ? 'off' : 'zero'}`}>{open}</td><td className="mute">{room.invigilators.join('、') || '—'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

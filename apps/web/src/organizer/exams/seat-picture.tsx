import type { OrgUnitRef } from '#lib/contracts';
import { useWords } from '../parts/words.js';
import { useSetUpWords } from './exam-setup-texts.js';

interface Seated {
  candidateId: string;
  name: string;
  unit: OrgUnitRef;
  admissionNumber: string;
  seat: number | null;
}

/** A room as it is looked at from the back: the front above, row by row; without a grid in the order of the numbers. */
export function SeatPicture({ rows, columns, capacity, seats, label }: { rows: number | null; columns: number | null; capacity: number; seats: readonly Seated[]; label: string }) {
  const s = useSetUpWords();
  const { title } = useWords();
  const at = new Map(seats.map((seat) => [seat.seat, seat]));
  const width = columns ?? Math.min(10, Math.max(4, Math.ceil(Math.sqrt(capacity))));
  return (
    <figure className="seat-picture" aria-label={label}>
      <p className="front" aria-hidden="true">{s('seats.front')}</p>
      <ol style={{ gridTemplateColumns: `repeat(${width}, minmax(86px, 1fr))` }} data-rows={rows ?? undefined}>
        {Array.from({ length: capacity }, (_, index) => {
          const seat = index + 1;
          const person = at.get(seat);
          return (
            <li key={seat} className={person ? '' : 'free'}>
              <span className="no">{seat}</span>
              {person ? <><b>{person.name}</b><small>{title(person.unit.title)}</small><small className="num">{person.admissionNumber.slice(-4)}</small></> : <small>{s('seats.free')}</small>}
            </li>
          );
        })}
      </ol>
    </figure>
  );
}

import type { AdvanceStatus, AttemptState, EntryState, ExamState, HeatState, PaperListItem, QuestionListItem } from '#lib/contracts';
import { type IconName } from '../../look/icon.js';
import { Chip, type ChipTone } from '../../look/parts.js';
import { useWords } from './words.js';

type Look = [ChipTone, IconName];

export const heatLooks: Record<HeatState, Look> = {
  setup: ['plain', 'lock'], preparing: ['run', 'clock'], failed: ['urgent', 'warn'], ready: ['run', 'checkc'], running: ['live', 'live'],
  provisional: ['warn', 'warn'], confirmed: ['ok', 'check'], published: ['ok', 'flag'],
};
const examLooks: Record<ExamState, Look> = {
  draft: ['plain', 'edit'], preparing: ['run', 'clock'], ready: ['ok', 'check'], failed: ['urgent', 'warn'], closed: ['plain', 'lock'], cancelled: ['line', 'ban'],
};
export const attemptLooks: Record<AttemptState, Look> = {
  not_started: ['plain', 'dash'], in_progress: ['run', 'play'], paused: ['line', 'pause'], submitted: ['ok', 'check'], marked: ['ok', 'checkc'],
  released: ['ok', 'flag'], absent: ['warn', 'user'], postponed: ['line', 'clock'], cancelled: ['line', 'ban'],
};
const stateLooks: Record<QuestionListItem['state'] | PaperListItem['state'], Look> = { draft: ['plain', 'edit'], in_review: ['run', 'clock'], published: ['ok', 'check'], retired: ['line', 'ban'] };
const advanceLooks: Record<AdvanceStatus, Look> = { advances: ['ok', 'check'], reserve: ['plain', 'list'], out: ['line', 'dash'], pending: ['plain', 'clock'] };
const entryLooks: Record<EntryState, Look> = { entered: ['ok', 'check'], withdrawn: ['line', 'out'], injured: ['warn', 'plus'], absent: ['warn', 'user'], disqualified: ['urgent', 'ban'] };

function StateChip({ look: [tone, icon], word }: { look: Look; word: string }) {
  return <Chip tone={tone} icon={icon}>{word}</Chip>;
}

export function HeatChip({ state }: { state: HeatState }) {
  const { t } = useWords();
  return <StateChip look={heatLooks[state]} word={t(`heat.state.${state}`)} />;
}

export function ExamChip({ state }: { state: ExamState }) {
  const { t } = useWords();
  return <StateChip look={examLooks[state]} word={t(`exam.state.${state}`)} />;
}

export function AttemptChip({ state }: { state: AttemptState }) {
  const { t } = useWords();
  return <StateChip look={attemptLooks[state]} word={t(`attempt.state.${state}`)} />;
}

/** Of questions and papers. */
export function DocumentChip({ state }: { state: QuestionListItem['state'] }) {
  const { t } = useWords();
  return <StateChip look={stateLooks[state]} word={t(`document.state.${state}`)} />;
}

export function AdvanceChip({ status, reserve }: { status: AdvanceStatus; reserve: number | null }) {
  const { t } = useWords();
  return <StateChip look={advanceLooks[status]} word={status === 'reserve' && reserve !== null ? t('advance.reserveNo', { n: reserve }) : t(`advance.status.${status}`)} />;
}

export function EntryChip({ state }: { state: EntryState }) {
  const { t } = useWords();
  return <StateChip look={entryLooks[state]} word={t(`entry.state.${state}`)} />;
}

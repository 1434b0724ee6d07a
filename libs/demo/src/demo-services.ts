import { Awards, Editions, Entries, Standings } from '#lib/competition';
import { Advancements, FollowAdvancement, FollowEntries, ReadyHeats, ScoreStages, TierExams } from '#lib/contest-flow';
import type { Transactions } from '#lib/database';
import { CandidateLists, type ExamRevisions, Exams, PrepareExam } from '#lib/exam';
import { JudgingService, Panels } from '#lib/judging';
import { MarkAttempt, QuestionMarkers } from '#lib/marking';
import { OperationsService } from '#lib/queue';
import { PaperVault, RecordQuestionUse } from '#lib/question-bank';
import { FollowUp } from './one-transaction.js';

/** The product's own services and handlers, all on the loader's one transaction. */
export interface DemoServices {
  transactions: Transactions;
  editions: Editions;
  entries: Entries;
  standings: Standings;
  awards: Awards;
  exams: Exams;
  candidateLists: CandidateLists;
  tierExams: TierExams;
  advancements: Advancements;
  panels: Panels;
  judging: JudgingService;
  followUp: FollowUp;
}

export function makeServices(transactions: Transactions): DemoServices {
  // No paper of the demo is sealed, so that no key is needed.
  const vault = new PaperVault({});
  // Nobody watches an exam of the demo while it is being loaded.
  const revisions = { touch: () => undefined } as unknown as ExamRevisions;
  return {
    transactions,
    editions: new Editions(transactions), entries: new Entries(transactions), standings: new Standings(transactions), awards: new Awards(transactions),
    candidateLists: new CandidateLists(transactions), exams: new Exams(transactions, new OperationsService(transactions)), tierExams: new TierExams(transactions), advancements: new Advancements(transactions),
    panels: new Panels(transactions), judging: new JudgingService(transactions),
    followUp: new FollowUp(transactions, [
      new PrepareExam(transactions, vault), new MarkAttempt(transactions, new QuestionMarkers(), revisions, vault),
      new RecordQuestionUse(transactions), new ReadyHeats(transactions), new ScoreStages(transactions), new FollowEntries(transactions), new FollowAdvancement(transactions),
    ]),
  };
}

import { randomUUID } from 'node:crypto';
import type { AttemptView, ExamView, OperationView } from '#lib/contracts';
import { loadConfig } from '#lib/config';
import { PreparingClient, Signals, Transactions } from '#lib/database';
import { AttemptBindings, AttemptSweeper, Attempts, CandidateActs, CandidateLists, Candidates, ChangeEnds, ExamChanges, ExamEntry, ExamRevisions, Exams, ExtendAttempts, FrozenPapers, MyExams, PrepareExam, SaveGroups, Saves, Seatings, Sittings } from '#lib/exam';
import { type Actor, type Actors, enrollPeople, insertOrgUnits, Sessions } from '#lib/identity';
import { MarkAttempt, MarkingSweeper, QuestionMarkers } from '#lib/marking';
import { createLogger } from '#lib/observability';
import { type OperationHandler, OperationsService } from '#lib/queue';
import { ApartQuestions, CheckImport, ImportQuestions, type NewQuestion, PaperAccess, PaperInsights, Papers, PaperSeals, PaperVault, QuestionImports, Questions, References } from '#lib/question-bank';
import { testDatabase, type TestDatabase } from '#lib/testing';
import { DataSource } from 'typeorm';

/** One organization with its bank and exams on a database of its own, without HTTP, queue or timers: what those call is called by hand. */
export class ExamWorld {
  readonly operations = new OperationsService(this.transactions);
  readonly questions = new Questions(this.transactions);
  readonly imports = new QuestionImports(this.transactions, this.operations);
  readonly vault = new PaperVault(this.config);
  readonly access = new PaperAccess(this.transactions, this.vault);
  readonly papers = new Papers(this.transactions, this.access);
  readonly seals = new PaperSeals(this.transactions, this.vault, this.access);
  readonly insights = new PaperInsights(this.transactions, this.access);
  readonly apart = new ApartQuestions(this.transactions);
  readonly references = new References(this.transactions);
  readonly exams = new Exams(this.transactions, this.operations);
  readonly candidates = new Candidates(this.transactions);
  readonly lists = new CandidateLists(this.transactions);
  readonly acts = new CandidateActs(this.transactions);
  readonly changes = new ExamChanges(this.transactions, this.operations);
  readonly sittings = new Sittings(this.transactions);
  readonly seatings = new Seatings(this.transactions);
  readonly sessions = new Sessions(this.transactions, this.signals);
  readonly entry = new ExamEntry(this.transactions, this.sessions);
  readonly mine = new MyExams(this.transactions, new FrozenPapers(this.vault));
  readonly revisions = new ExamRevisions(this.transactions, createLogger('silent', 'test'));
  readonly attempts = new Attempts(this.transactions, new FrozenPapers(this.vault), this.revisions);
  readonly saves = this.otherProcess();
  readonly sweeper = new AttemptSweeper(this.transactions, this.revisions, this.config, createLogger('silent', 'test'));
  readonly marking = new MarkAttempt(this.transactions, new QuestionMarkers(), this.revisions, this.vault);
  readonly markingSweeper = new MarkingSweeper(this.transactions, this.config, createLogger('silent', 'test'));

  private constructor(
    readonly database: TestDatabase, readonly dataSource: DataSource, readonly transactions: Transactions, private readonly signals: Signals,
    private readonly config: ReturnType<typeof loadConfig>, readonly units: ReadonlyMap<string, string>, readonly people: readonly string[],
  ) {}

  /** A system with the units `a` and `b`, and so many people in department `s.a.d`; the last two are in unit `b`. */
  static async create(people = 6): Promise<ExamWorld> {
    const database = await testDatabase();
    const config = loadConfig({ DATABASE_URL: database.appUrl, NODE_ENV: 'test', KAOSAI_SWEEPERS: '0', KAOSAI_SEAL_KEY: Buffer.alloc(32, 7).toString('base64') });
    const dataSource = await new DataSource({ type: 'postgres', url: database.appUrl, schema: 'kaosai', extra: { options: '-c search_path=kaosai,public -c timezone=UTC', max: 20, Client: PreparingClient } }).initialize();
    const signals = new Signals(config, createLogger('silent', 'test'));
    const transactions = new Transactions(dataSource, signals);
    const { units, ids } = await transactions.run(async (manager) => {
      const made = await insertOrgUnits(manager, [
        { path: 's', kind: 'system', code: 'S', title: { zh: '系统' } },
        { path: 's.a', kind: 'unit', code: 'A', title: { zh: '甲单位' } }, { path: 's.a.d', kind: 'department', code: 'AD', title: { zh: '一科' } },
        { path: 's.b', kind: 'unit', code: 'B', title: { zh: '乙单位' } },
      ]);
      const rows = Array.from({ length: people }, (_, index) => ({ name: `考生${index + 1}`, staffNumber: `N${index + 1}`, orgUnitId: made.get(index < people - 2 ? 's.a.d' : 's.b') }));
      return { units: made, ids: await enrollPeople(manager, rows) };
    });
    return new ExamWorld(database, dataSource, transactions, signals, config, units, ids);
  }

  async drop(): Promise<void> {
    await this.revisions.onApplicationShutdown();
    await this.signals.onApplicationShutdown();
    await this.dataSource.destroy();
    await this.database.drop();
  }

  /** Saves as another process would make them: nothing in memory is shared. */
  otherProcess(): Saves {
    return new Saves(new AttemptBindings(this.transactions, this.vault), new SaveGroups(this.transactions));
  }

  /** Whoever asked for long work was the organizer of the whole system. */
  readonly actors = { ofPerson: () => Promise.resolve(this.organizer()) } as unknown as Actors;

  organizer(path = 's'): Actor {
    return { accountId: randomUUID(), personId: this.people[0], sessionId: randomUUID(), locale: 'zh-CN', grants: [{ role: 'organizer', path }], assignments: [] };
  }

  /** A candidate at a device of their own. */
  candidate(index: number): Actor {
    return { accountId: randomUUID(), personId: this.people[index], sessionId: randomUUID(), locale: 'zh-CN', grants: [], assignments: [] };
  }

  /** A published paper: `q1` single (key B, 2 marks), `q2` multiple (A, C; 3 marks, partial), `q3` true/false (T, 1 mark). */
  async paper({ secret = '', shuffle = true } = {}): Promise<string> {
    const actor = this.organizer();
    const orgUnitId = this.units.get('s') as string;
    const versions = await this.questions.createPublished(actor, orgUnitId, sampleQuestions(secret));
    const draft = await this.papers.create(actor, {
      orgUnitId, title: { zh: '样卷' }, shuffleQuestions: shuffle, shuffleOptions: shuffle,
      sections: [{ title: { zh: '第一部分' }, slots: versions.map((questionVersionId, index) => ({ slot: `q${index + 1}`, questionVersionId, marks: ['2', '3', '1'][index], scoring: 'partial_per_right' as const })) }],
    });
    return (await this.papers.publish(actor, draft.id, draft.version)).id;
  }

  /** An exam that everybody of `people` may start now. */
  async readyExam(people: readonly number[], options: { durationSeconds?: number; graceSeconds?: number; secret?: string; shuffle?: boolean; paperId?: string; mode?: 'open' | 'closed'; referenceIds?: string[] } = {}): Promise<ExamView> {
    const actor = this.organizer();
    const paperId = options.paperId ?? await this.paper({ secret: options.secret, shuffle: options.shuffle });
    const exam = await this.exams.create(actor, {
      orgUnitId: this.units.get('s') as string, title: { zh: '初赛笔试' }, paperId, mode: options.mode ?? 'open', opensAt: new Date(Date.now() - 60_000).toISOString(),
      lateUntil: new Date(Date.now() + 3_600_000).toISOString(), durationSeconds: options.durationSeconds ?? 600, graceSeconds: options.graceSeconds ?? 0, referenceIds: options.referenceIds ?? [],
    });
    await this.lists.addPeople(actor, exam.id, { personIds: people.map((index) => this.people[index]) });
    await this.exams.prepare(actor, exam.id);
    await this.prepareForms(exam.id);
    return this.exams.get(actor, exam.id);
  }

  async prepareForms(examId: string): Promise<void> {
    await new PrepareExam(this.transactions, this.vault).handle({ examId }, { lastAttempt: true });
  }

  /** Runs an operation as the worker would. */
  async runOperation(operation: OperationView): Promise<Record<string, unknown>> {
    const handlers: Record<string, OperationHandler<never>> = { 'question.import': new ImportQuestions(this.transactions, this.actors), 'question.import-check': new CheckImport(this.transactions, this.actors), 'exam.extend': new ExtendAttempts(this.transactions, this.revisions), 'exam.change': new ChangeEnds(this.transactions, this.revisions) };
    const [{ input, created_by: createdBy }] = await this.dataSource.query('SELECT input, created_by FROM operation WHERE id = $1', [operation.id]);
    return handlers[operation.kind].run({ ...operation, input: input as never, createdBy, progress: () => Promise.resolve(), checkpoint: () => Promise.resolve() });
  }

  /** Saves a response to a choice, given in the author's ids, and answers its acknowledgement. */
  async save(actor: Actor, attempt: AttemptView, slot: string, chosen: string[], seq: number, writer = attempt.writer as number) {
    const answer = await this.saves.save(actor, attempt.id, { items: [{ slot, writer, seq, body: { chosen: shownIds(attempt, slot, chosen) } }] });
    return answer.acks[0];
  }

  async outbox(topic: string, attemptId: string): Promise<number> {
    const [{ count }] = await this.dataSource.query("SELECT count(*)::int AS count FROM outbox WHERE topic = $1 AND payload->>'attemptId' = $2", [topic, attemptId]);
    return count as number;
  }
}

function sampleQuestions(secret: string): NewQuestion[] {
  const options = ['A', 'B', 'C', 'D'].map((id) => ({ id, html: `选项${id}` }));
  const common = { marks: '1', subject: '样题', difficulty: 0.5, source: null };
  const explanation = `解析${secret}`;
  return [
    { ...common, content: { schemaVersion: 1, kind: 'single', html: `单选题干 ${randomUUID()}`, options }, key: { schemaVersion: 1, kind: 'single', correct: ['B'], explanation } },
    { ...common, content: { schemaVersion: 1, kind: 'multiple', html: `多选题干 ${randomUUID()}`, options }, key: { schemaVersion: 1, kind: 'multiple', correct: ['A', 'C'], explanation } },
    { ...common, content: { schemaVersion: 1, kind: 'true_false', html: `判断题干 ${randomUUID()}`, options: [{ id: 'T', html: '正确' }, { id: 'F', html: '错误' }] }, key: { schemaVersion: 1, kind: 'true_false', correct: ['T'], explanation } },
  ];
}

const truths: Record<string, string> = { T: '正确', F: '错误' };

/** The ids that a candidate's own form gives to options of the sample questions. */
export function shownIds(attempt: AttemptView, slot: string, chosen: readonly string[]): string[] {
  const question = attempt.sections.flatMap(({ questions }) => questions).find((one) => one.slot === slot);
  const options = question && 'options' in question ? question.options : [];
  return chosen.map((id) => options.find(({ html }) => html === (truths[id] ?? `选项${id}`))?.id ?? id).sort();
}

import type {
  AddCandidates, AdvanceTier, AdvancementPreview, AdvancementView, AttemptResultView, AttemptView, AuditEventView, AwardView, BoardListItem,
  BoardView, CallPerformance, CandidateListItem, CandidateQuestion, CandidateSection, ChiefView, ClockView, CommitImport,
  ConfirmPerformance, CriterionView, DecideTie, Duty, EditionListItem, EditionView, EnterPeople, EntryView, ExamListItem, ExamView, ExplanationStep,
  ExtendExam, FieldProblem, GrantRoleCommand, GrantView, HealthView, HeatSummary, HomeView, JudgingView, ListQuery, MapImport, MyExamItem, MyStage,
  OperationView, OrgUnitRef, OrgUnitView, PaperListItem, PaperSection, PaperSlot, PaperView, PerformanceSummary, PersonView, Problem,
  QuestionImportView, QuestionKey, QuestionListItem, QuestionView, RankExplanation, ReferenceArticle, ReferenceHit, ReferenceListItem, ReferenceView,
  ReopenSheet, ResponseBody, SaveAck, SaveAnswer, SaveCommand, SaveItem, ScheduleTierExam, SessionView, SetLocale, SetUp, SheetView, SignIn,
  StageSummary, StandingRow, StandingView, SubmissionView, SubmitSheet, TakeoverCommand, TierRule, TierView, Title, WriteEdition, WriteExam,
  WritePanel, WritePaper, WriteReference, WriteTier, ZonePlanView, ZoneView,
} from '#lib/contracts';
import type { components, paths } from './generated/schema.js';

type WithoutPrefix<P> = P extends `/api/v1${infer Rest}` ? Rest : never;
type Filled<P extends string> = P extends `${infer Before}{${string}}${infer After}` ? `${Before}${string}${Filled<After>}` : P;

/** A path that the server's description has; a call of any other does not compile. */
export type ClientPath = Filled<WithoutPrefix<keyof paths & string>>;

/** The contracts that the client reads and writes. */
interface Wire {
  AddCandidates: AddCandidates; AdvanceTier: AdvanceTier; AdvancementPreview: AdvancementPreview; AdvancementView: AdvancementView;
  AttemptResultView: AttemptResultView; AttemptView: AttemptView; AuditEventView: AuditEventView; AwardView: AwardView; BoardListItem: BoardListItem;
  BoardView: BoardView; CallPerformance: CallPerformance; CandidateListItem: CandidateListItem; CandidateQuestion: CandidateQuestion;
  CandidateSection: CandidateSection; ChiefView: ChiefView; ClockView: ClockView; CommitImport: CommitImport;
  ConfirmPerformance: ConfirmPerformance; CriterionView: CriterionView; DecideTie: DecideTie; Duty: Duty; EditionListItem: EditionListItem;
  EditionView: EditionView; EnterPeople: EnterPeople; EntryView: EntryView; ExamListItem: ExamListItem; ExamView: ExamView;
  ExplanationStep: ExplanationStep; ExtendExam: ExtendExam; FieldProblem: FieldProblem; GrantRoleCommand: GrantRoleCommand; GrantView: GrantView;
  HealthView: HealthView; HeatSummary: HeatSummary; HomeView: HomeView; JudgingView: JudgingView; ListQuery: ListQuery; MapImport: MapImport;
  MyExamItem: MyExamItem; MyStage: MyStage; OperationView: OperationView; OrgUnitRef: OrgUnitRef; OrgUnitView: OrgUnitView;
  PaperListItem: PaperListItem; PaperSection: PaperSection; PaperSlot: PaperSlot; PaperView: PaperView; PerformanceSummary: PerformanceSummary;
  PersonView: PersonView; Problem: Problem; QuestionImportView: QuestionImportView; QuestionKey: QuestionKey; QuestionListItem: QuestionListItem;
  QuestionView: QuestionView; RankExplanation: RankExplanation; ReferenceArticle: ReferenceArticle; ReferenceHit: ReferenceHit;
  ReferenceListItem: ReferenceListItem; ReferenceView: ReferenceView; ReopenSheet: ReopenSheet; ResponseBody: ResponseBody; SaveAck: SaveAck;
  SaveAnswer: SaveAnswer; SaveCommand: SaveCommand; SaveItem: SaveItem; ScheduleTierExam: ScheduleTierExam; SessionView: SessionView;
  SetLocale: SetLocale; SetUp: SetUp; SheetView: SheetView; SignIn: SignIn; StageSummary: StageSummary; StandingRow: StandingRow;
  StandingView: StandingView; SubmissionView: SubmissionView; SubmitSheet: SubmitSheet; TakeoverCommand: TakeoverCommand; TierRule: TierRule;
  TierView: TierView; Title: Title; WriteEdition: WriteEdition; WriteExam: WriteExam; WritePanel: WritePanel; WritePaper: WritePaper;
  WriteReference: WriteReference; WriteTier: WriteTier; ZonePlanView: ZonePlanView; ZoneView: ZoneView;
}

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Drift = { [Name in keyof Wire]: Same<Wire[Name], components['schemas'][Name]> extends true ? never : Name }[keyof Wire];

/** Does not compile when a contract and the server's description of it have drifted apart: run `npm run openapi`. */
export const contractsAsDescribed: [Drift] extends [never] ? true : Drift = true;

import type { QuestionContent } from '#lib/contracts';
import { DomainError } from '#lib/kernel';
import { type PaperStructure, type PaperVault, ruleSlots } from '#lib/question-bank';
import { QuestionPicker } from '#lib/rules';
import type { EntityManager } from 'typeorm';
import { drawForm, type FormContent, formSeed } from './draw-form.js';

/** Whose form, and for which of their attempts. */
export interface FormPlace {
  candidateId: string;
  number: number;
}

export type DrawnForm = FormPlace & { content: FormContent };

/** So many questions are remembered between chunks. */
const kept = 60_000;

/** Draws forms from one frozen paper: its pools are read once, its questions when they are first drawn. The same place always gets the same form. */
export class FormDrawer {
  private contents = new Map<string, QuestionContent>();

  private constructor(
    readonly paperId: string, readonly sealed: boolean, readonly structure: PaperStructure, private readonly digest: string, private readonly seed: string, private readonly picker: QuestionPicker | null,
  ) {}

  /** @throws DomainError `paper.question_unavailable` when a fixed question is gone. */
  static async read(manager: EntityManager, vault: PaperVault, paperVersionId: string, seed: string): Promise<FormDrawer> {
    const { structure, apart, ...version } = await vault.version(manager, paperVersionId);
    const rules = structure.sections.flatMap(({ rules: own = [] }) => own);
    const picker = rules.length > 0 ? new QuestionPicker(rules, await vault.pools(manager, paperVersionId, version), apart, []) : null;
    const [{ digest }] = await manager.query<{ digest: string }[]>("SELECT encode(digest, 'hex') AS digest FROM paper_version WHERE id = $1", [paperVersionId]);
    return new FormDrawer(version.paperId, version.sealed, structure, digest, seed, picker).ready(manager);
  }

  /** For a draft, which has no digest and is never drawn from for anybody. */
  static of(manager: EntityManager, { paperId, structure, picker, seed }: { paperId: string; structure: PaperStructure; picker: QuestionPicker; seed: string }): Promise<FormDrawer> {
    return new FormDrawer(paperId, false, structure, '', seed, picker).ready(manager);
  }

  /** @throws DomainError `paper.question_unavailable` when a question of the paper is gone. */
  async draw(manager: EntityManager, places: readonly FormPlace[]): Promise<DrawnForm[]> {
    const chosen = places.map((place) => ({ place, seed: this.seedOf(place), versions: this.pick(this.seedOf(place)) }));
    await this.readContents(manager, new Set([...this.fixed(), ...chosen.flatMap(({ versions }) => [...versions.values()])]));
    return chosen.map(({ place, seed, versions }) => ({ ...place, content: drawForm(this.structure, this.digest, versions, this.contents, seed) }));
  }

  /** What the questions of a form that was just drawn show. */
  contentsOf({ sections }: FormContent): ReadonlyMap<string, QuestionContent> {
    return new Map(sections.flatMap(({ questions }) => questions.flatMap(({ versionId }) => {
      const content = this.contents.get(versionId);
      return content ? [[versionId, content] as const] : [];
    })));
  }

  private async ready(manager: EntityManager): Promise<this> {
    await this.readContents(manager, new Set(this.fixed()));
    return this;
  }

  private seedOf({ candidateId, number }: FormPlace): string {
    return formSeed(this.seed, number === 1 ? candidateId : `${candidateId}|${number}`);
  }

  /** The version in each drawn slot. The stream is another than the one that shuffles. */
  private pick(seed: string): Map<string, string> {
    const picked = this.picker?.pick(`${seed} questions`) ?? {};
    return new Map(this.structure.sections.flatMap(({ rules = [] }) => rules.flatMap((rule) => ruleSlots(rule).map((slot, index) => [slot, picked[rule.id][index]] as const))));
  }

  private fixed(): string[] {
    return this.structure.sections.flatMap(({ slots }) => slots.map(({ questionVersionId }) => questionVersionId));
  }

  private async readContents(manager: EntityManager, ids: ReadonlySet<string>): Promise<void> {
    if (this.contents.size > kept) this.contents = new Map();
    const missing = [...ids].filter((id) => !this.contents.has(id));
    if (missing.length === 0) return;
    const rows = await manager.query<{ id: string; content: QuestionContent }[]>('SELECT id, content FROM question_version WHERE id = ANY($1::uuid[])', [missing]);
    if (rows.length < missing.length) throw new DomainError('paper.question_unavailable', { count: missing.length - rows.length });
    for (const { id, content } of rows) this.contents.set(id, content);
  }
}

import type { ChiefView, Id, JudgingView, Title } from '#lib/contracts';
import { api } from '../api/client.js';

/** GET /api/v1/my/stages */
export interface MyStage {
  stageId: Id;
  heat: { id: Id; title: Title };
  title: Title;
  chief: boolean;
  state: string;
}

export const judgeApi = {
  myStages: () => api.get<MyStage[]>('/my/stages'),
  judging: (stageId: string) => api.get<JudgingView>(`/stages/${stageId}/judging`, undefined, { timeoutMs: 6_000 }),
  panel: (stageId: string) => api.get<ChiefView>(`/stages/${stageId}/panel`, undefined, { timeoutMs: 6_000 }),
};

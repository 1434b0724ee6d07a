export { JudgingModule } from './judging.module.js';
export { JudgingService } from './judging.service.js';
export { Panels } from './panels.service.js';
export { raiseJudging, syncPerformances } from './performances.js';
export { type PanelResult, scoreSheets, type SheetTotal } from './score-sheets.js';

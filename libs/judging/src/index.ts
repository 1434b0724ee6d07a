export { JudgingLiveModule } from './judging-rooms.js';
export { JudgingModule } from './judging.module.js';
export { JudgingService } from './judging.service.js';
export { type MyStage, Panels } from './panels.service.js';
export { raiseJudging, syncPerformances } from './performances.js';
export { type PanelResult, scoreSheets, type SheetTotal } from './score-sheets.js';

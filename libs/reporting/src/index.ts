export { HomeService } from './home.service.js';
export { ReportingModule } from './reporting.module.js';

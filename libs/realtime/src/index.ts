export { type Feed, LiveViews, type RoomNews, type ViewSource } from './live-views.service.js';
export { RealtimeModule } from './realtime.module.js';

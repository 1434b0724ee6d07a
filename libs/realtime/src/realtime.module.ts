import { Global, Module } from '@nestjs/common';
import { LiveViews } from './live-views.service.js';

/** Platform, for processes that hold sockets. */
@Global()
@Module({ providers: [LiveViews], exports: [LiveViews] })
export class RealtimeModule {}

import { Module } from '@nestjs/common';
import { ReportingModule } from '#lib/reporting';
import { HomeController } from './home.controller.js';

/** The page everyone begins on. */
@Module({ imports: [ReportingModule], controllers: [HomeController] })
export class HomeApiModule {}

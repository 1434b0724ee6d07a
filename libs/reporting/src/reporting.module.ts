import { Module } from '@nestjs/common';
import { HomeService } from './home.service.js';

/** What is read across features; it changes nothing. */
@Module({ providers: [HomeService], exports: [HomeService] })
export class ReportingModule {}

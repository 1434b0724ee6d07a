import { Module } from '@nestjs/common';
import { Awards } from './awards.service.js';
import { Boards } from './boards.service.js';
import { Editions } from './editions.service.js';
import { Entries } from './entries.service.js';
import { Explanations } from './explanations.service.js';
import { Standings } from './standings.service.js';

/** Competitions: editions, tiers, heats, entries, results, standings, boards, awards. */
@Module({ providers: [Awards, Boards, Editions, Entries, Explanations, Standings], exports: [Awards, Boards, Editions, Entries, Explanations, Standings] })
export class CompetitionModule {}

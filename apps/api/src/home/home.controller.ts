import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { HomeView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { HomeService } from '#lib/reporting';
import { Answers, CurrentActor } from '../http/decorators.js';

@ApiTags('Home')
@Controller('home')
export class HomeController {
  constructor(private readonly home: HomeService) {}

  /** What the reader has to do next, what is running, and the year's account. */
  @Get() @Answers('HomeView')
  get(@CurrentActor() actor: Actor): Promise<HomeView> {
    return this.home.homeOf(actor);
  }
}

import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page, PaperAccessItem, PaperDistribution, PaperPreview, PaperView } from '#lib/contracts';
import { PaperPreviews } from '#lib/exam';
import type { Actor } from '#lib/identity';
import { PaperInsights, PaperSeals } from '#lib/question-bank';
import { Answers, CurrentActor, IfMatch, UuidParam } from '../http/decorators.js';
import { ListQueryDto } from '../http/list-query.dto.js';
import { PreviewQueryDto, SealPaperDto } from './papers.dto.js';

/** Looking into papers, and keeping others from it. */
@ApiTags('Question bank')
@Controller('papers/:id')
export class PaperDeskController {
  constructor(private readonly insights: PaperInsights, private readonly previews: PaperPreviews, private readonly seals: PaperSeals) {}

  /** Questions and marks by kind, subject, category, tag and difficulty; drawn ones shared out by their pools. */
  @Get('distribution') @Answers('PaperDistribution')
  distribution(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<PaperDistribution> {
    return this.insights.distribution(actor, id);
  }

  /** One form as a candidate would see it; the same number gives the same form. */
  @Get('preview') @Answers('PaperPreview')
  preview(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Query() { number = 1, keys = false }: PreviewQueryDto): Promise<PaperPreview> {
    return this.previews.preview(actor, id, number, keys);
  }

  /** Encrypts the paper until a time; before that only two openers together open it. */
  @Post('seal') @Answers('PaperView')
  seal(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @IfMatch() version: number, @Body() body: SealPaperDto): Promise<PaperView> {
    return this.seals.seal(actor, id, version, body);
  }

  /** One opener's consent; the second within ten minutes opens the paper. */
  @Post('open') @Answers('PaperView')
  open(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<PaperView> {
    return this.seals.open(actor, id);
  }

  /** Every look into the paper since it was sealed, refused ones too. */
  @Get('access-log') @Answers('PaperAccessItem', { page: true })
  log(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Query() query: ListQueryDto): Promise<Page<PaperAccessItem>> {
    return this.seals.log(actor, id, query);
  }
}

import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ActPreview, ActView, IncidentView, InvigilatorsView, Page, WallView } from '#lib/contracts';
import { Incidents, InvigilationActs, Invigilators, Walls } from '#lib/invigilation';
import type { Actor } from '#lib/identity';
import { Answers, CurrentActor, Idempotent, UuidParam } from '../http/decorators.js';
import { CarryOutActDto, IncidentQueryDto, NoteIncidentDto, PreviewActDto, RuleOnIncidentsDto, toCommand, toPreview, WriteInvigilatorsDto } from './invigilation.dto.js';

@ApiTags('Invigilation')
@Controller('exams')
export class InvigilationController {
  constructor(private readonly walls: Walls, private readonly acts: InvigilationActs, private readonly incidents: Incidents, private readonly invigilators: Invigilators) {}

  /** Everybody the actor invigilates; the live rooms it names bring it up to date. */
  @Get(':id/wall') @Answers('WallView')
  wall(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<WallView> {
    return this.walls.get(actor, id);
  }

  /** Exact figures before anything is done. */
  @Post(':id/invigilation/preview') @Answers('ActPreview')
  preview(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: PreviewActDto): Promise<ActPreview> {
    return this.acts.preview(actor, id, toPreview(body));
  }

  /** Carries out what was previewed, on exactly those. */
  @Post(':id/invigilation/acts') @Idempotent() @Answers('ActView')
  carryOut(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: CarryOutActDto): Promise<ActView> {
    return this.acts.carryOut(actor, id, toCommand(body));
  }

  /** The latest acts, with who has not acknowledged them. */
  @Get(':id/invigilation/acts') @Answers('ActView', { array: true })
  listActs(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<ActView[]> {
    return this.acts.list(actor, id);
  }

  @Get(':id/incidents') @Answers('IncidentView', { page: true })
  listIncidents(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Query() query: IncidentQueryDto): Promise<Page<IncidentView>> {
    return this.incidents.list(actor, id, query);
  }

  @Post(':id/incidents') @Idempotent() @Answers('IncidentView')
  noteIncident(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: NoteIncidentDto): Promise<IncidentView> {
    return this.incidents.note(actor, id, body);
  }

  /** All of them, or none. */
  @Post(':id/incidents/rulings') @Answers('IncidentView', { array: true })
  rule(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: RuleOnIncidentsDto): Promise<IncidentView[]> {
    return this.incidents.rule(actor, id, body);
  }

  @Get(':id/invigilators') @Answers('InvigilatorsView')
  listInvigilators(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<InvigilatorsView> {
    return this.invigilators.get(actor, id);
  }

  /** Each place that is named has exactly these people afterwards. */
  @Put(':id/invigilators') @Answers('InvigilatorsView')
  writeInvigilators(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: WriteInvigilatorsDto): Promise<InvigilatorsView> {
    return this.invigilators.write(actor, id, body);
  }
}

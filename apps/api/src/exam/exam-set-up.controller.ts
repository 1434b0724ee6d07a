import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RoomPassword, RoomView, SeatingView, SeatPlan, SittingView } from '#lib/contracts';
import { Seatings, Sittings } from '#lib/exam';
import type { Actor } from '#lib/identity';
import { Answers, AnswersNothing, CurrentActor, Idempotent, IfMatch, UuidParam } from '../http/decorators.js';
import { ApplySeatingDto, PreviewSeatingDto, WriteRoomDto, WriteSittingDto } from './exam-set-up.dto.js';

@ApiTags('Exams')
@Controller('exams/:id')
export class ExamSetUpController {
  constructor(private readonly sittings: Sittings, private readonly seatings: Seatings) {}

  @Get('sittings') @Answers('SittingView', { array: true })
  listSittings(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<SittingView[]> {
    return this.sittings.list(actor, id);
  }

  @Post('sittings') @Idempotent() @Answers('SittingView')
  addSitting(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: WriteSittingDto): Promise<SittingView> {
    return this.sittings.add(actor, id, body);
  }

  @Put('sittings/:sittingId') @Answers('SittingView')
  writeSitting(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('sittingId') sittingId: string, @IfMatch() version: number, @Body() body: WriteSittingDto): Promise<SittingView> {
    return this.sittings.write(actor, id, sittingId, version, body);
  }

  @Delete('sittings/:sittingId') @AnswersNothing()
  removeSitting(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('sittingId') sittingId: string, @IfMatch() version: number): Promise<void> {
    return this.sittings.remove(actor, id, sittingId, version);
  }

  @Post('rooms') @Idempotent() @Answers('RoomView')
  addRoom(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: WriteRoomDto): Promise<RoomView> {
    return this.sittings.addRoom(actor, id, body);
  }

  @Put('rooms/:roomId') @Answers('RoomView')
  writeRoom(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('roomId') roomId: string, @IfMatch() version: number, @Body() body: WriteRoomDto): Promise<RoomView> {
    return this.sittings.writeRoom(actor, id, roomId, version, body);
  }

  @Delete('rooms/:roomId') @AnswersNothing()
  removeRoom(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('roomId') roomId: string, @IfMatch() version: number): Promise<void> {
    return this.sittings.removeRoom(actor, id, roomId, version);
  }

  /** A new password, shown this once. */
  @Post('rooms/:roomId/password') @Answers('RoomPassword')
  rotatePassword(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('roomId') roomId: string): Promise<RoomPassword> {
    return this.sittings.rotatePassword(actor, id, roomId);
  }

  @Get('rooms/:roomId/seats') @Answers('SeatPlan')
  seatPlan(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @UuidParam('roomId') roomId: string): Promise<SeatPlan> {
    return this.sittings.seatPlan(actor, id, roomId);
  }

  @Post('seating/preview') @Answers('SeatingView')
  previewSeating(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: PreviewSeatingDto): Promise<SeatingView> {
    return this.seatings.preview(actor, id, body);
  }

  @Put('seating') @Answers('SeatingView')
  applySeating(@CurrentActor() actor: Actor, @UuidParam('id') id: string, @Body() body: ApplySeatingDto): Promise<SeatingView> {
    return this.seatings.apply(actor, id, body);
  }
}

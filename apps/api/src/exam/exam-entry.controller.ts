import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ExamDevice, SessionView } from '#lib/contracts';
import { deviceIdFor, deviceNumberOf, ExamEntry } from '#lib/exam';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers, Public } from '../http/decorators.js';
import { SESSION_COOKIE } from '../http/session.guard.js';
import { DEVICE_COOKIE, rememberDevice, rememberSession } from '../identity/session-cookies.js';
import { ExamSignInDto } from './exam-set-up.dto.js';

@ApiTags('session')
@Controller('session/exam')
export class ExamEntryController {
  constructor(private readonly entry: ExamEntry) {}

  /** The number this device is called by in the hall; it is given one when it has none. */
  @Get() @Public() @Answers('ExamDevice')
  device(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): ExamDevice {
    const deviceId = rememberDevice(request, reply, deviceIdFor({ deviceId: request.cookies[DEVICE_COOKIE] }));
    return { deviceNumber: deviceNumberOf(deviceId) };
  }

  /** Signs a candidate in on the day, for this exam and nothing else. */
  @Post() @Public() @Answers('SessionView')
  async signIn(@Body() body: ExamSignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    const signedIn = await this.entry.signIn(body, { deviceId: request.cookies[DEVICE_COOKIE], previousToken: request.cookies[SESSION_COOKIE], address: request.ip });
    rememberSession(request, reply, signedIn);
    return signedIn.session;
  }
}

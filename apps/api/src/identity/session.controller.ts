import { Body, Controller, Delete, Get, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SessionView } from '#lib/contracts';
import { type Actor, Sessions } from '#lib/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers, AnswersNothing, CurrentActor, InHall, Public } from '../http/decorators.js';
import { SESSION_COOKIE } from '../http/session.guard.js';
import { SetLocaleDto, SignInDto } from './session.dto.js';
import { DEVICE_COOKIE, forgetSession, rememberSession } from './session-cookies.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(private readonly sessions: Sessions) {}

  /** Signs in: a new session every time, in an HttpOnly cookie. */
  @Post() @Public() @Answers('SessionView')
  async signIn(@Body() { username, password }: SignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    const signedIn = await this.sessions.signIn(username, password, { deviceId: request.cookies[DEVICE_COOKIE], previousToken: request.cookies[SESSION_COOKIE] });
    rememberSession(request, reply, signedIn);
    return signedIn.session;
  }

  @Get() @InHall() @Answers('SessionView')
  show(@CurrentActor() actor: Actor): Promise<SessionView> {
    return this.sessions.viewOf(actor);
  }

  @Delete() @InHall() @AnswersNothing()
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(actor);
    forgetSession(reply);
  }

  @Put('locale') @InHall() @AnswersNothing()
  setLocale(@CurrentActor() actor: Actor, @Body() { locale }: SetLocaleDto): Promise<void> {
    return this.sessions.setLocale(actor, locale);
  }
}

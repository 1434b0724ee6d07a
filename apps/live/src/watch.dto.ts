import type { WatchCommand } from '#lib/contracts';
import { Matches } from 'class-validator';

export class WatchDto implements WatchCommand {
  @Matches(/^(board|judging|chief|heat|edition|exam|attempt|wall):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  readonly room: WatchCommand['room'];
}

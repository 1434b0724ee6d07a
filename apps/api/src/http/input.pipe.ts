import { type ArgumentMetadata, type PipeTransform, ValidationPipe } from '@nestjs/common';
import { invalidInput } from '#lib/problems';

type Recognizer = (value: unknown) => boolean;
const recognizers = new Map<unknown, Recognizer>();

/**
 * Lets the usual good input of a DTO pass at a glance, as the plain object it is: for the hottest routes alone. The recognizer may
 * only say yes to what the DTO's own rules accept unchanged; everything else takes the long way and is told what is wrong.
 */
export const RecognizedBy = (recognizer: Recognizer): ClassDecorator => (dto) => void recognizers.set(dto, recognizer);

/** Validates what comes in by its DTO: unknown fields are refused, and every fault is named. */
export class InputPipe implements PipeTransform {
  private readonly thorough = new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true, exceptionFactory: invalidInput });

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    // What the guard has put there is not input, and a text is what it has to be.
    if (metadata.type === 'custom' || (metadata.metatype === String && typeof value === 'string')) return value;
    if (recognizers.get(metadata.metatype)?.(value)) return value;
    return this.thorough.transform(value, metadata);
  }
}

import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { PersonalDataRequestedSchema, type PersonalDataRequested } from '@nqi/contracts';
import { OnEvent } from '@nqi/messaging';
import { PersonalDataAnswers } from './personal-data.answers.js';

@Controller()
export class PersonalDataConsumer {
  constructor(private readonly answers: PersonalDataAnswers) {}

  @OnEvent(PersonalDataRequestedSchema)
  requested(@Payload() event: PersonalDataRequested): Promise<void> {
    return this.answers.answer(event);
  }
}

import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { PersonalDataAnsweredSchema, type PersonalDataAnswered } from '@nqi/contracts';
import { OnEvent } from '@nqi/messaging';
import { KeepAnswerHandler } from './keep-answer.handler.js';

@Controller()
export class PersonalDataAnswersConsumer {
  constructor(private readonly answers: KeepAnswerHandler) {}

  @OnEvent(PersonalDataAnsweredSchema)
  answered(@Payload() { caseId, service, part, parts, content }: PersonalDataAnswered): Promise<void> {
    return this.answers.execute({ caseId, service, part, parts, content });
  }
}

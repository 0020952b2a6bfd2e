import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, PageQuery, type Access } from '@nqi/platform';
import { LinkListView, LinkMadeView, NoteListView, NoteView } from './annotations.view.js';
import { LinkBody, NoteBody } from './dialogue.requests.js';
import { LinkTicketsHandler } from './link-tickets.handler.js';
import { ListLinksQuery } from './list-links.query.js';
import { ListNotesQuery } from './list-notes.query.js';
import { WriteNoteHandler } from './write-note.handler.js';

/** What offices keep beside a ticket for each other: notes, and the tickets it belongs with. Never for enterprises. */
@ApiTags('tickets')
@Controller('api/v1/tickets/:id')
export class AnnotationsController {
  constructor(
    private readonly writeNote: WriteNoteHandler,
    private readonly listNotes: ListNotesQuery,
    private readonly linkTickets: LinkTicketsHandler,
    private readonly listLinks: ListLinksQuery,
  ) {}

  @Get('notes')
  @Allow('ticket.read')
  @ApiOkResponse({ type: NoteListView })
  notes(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Query() { limit, cursor }: PageQuery,
    @CallerAccess() access: Access,
  ): Promise<NoteListView> {
    return this.listNotes.execute({ ticketId, access, limit, cursor });
  }

  @Post('notes')
  @Allow('ticket.note')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: NoteView })
  write(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() { text }: NoteBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() idempotencyKey: string | undefined,
  ): Promise<NoteView> {
    return this.writeNote.execute({ ticketId, text, access, idempotencyKey });
  }

  @Get('links')
  @Allow('ticket.read')
  @ApiOkResponse({ type: LinkListView })
  links(@Param('id', ParseUUIDPipe) ticketId: string, @CallerAccess() access: Access): Promise<LinkListView> {
    return this.listLinks.execute(ticketId, access);
  }

  @Post('links')
  @Allow('ticket.link')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: LinkMadeView })
  link(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() { kind, ticketId: otherId }: LinkBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() idempotencyKey: string | undefined,
  ): Promise<LinkMadeView> {
    return this.linkTickets.link({ ticketId, otherId, kind, access, idempotencyKey });
  }

  @Delete('links/:linkId')
  @HttpCode(204)
  @Allow('ticket.link')
  @ApiNoContentResponse()
  unlink(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('linkId', ParseUUIDPipe) linkId: string,
    @CallerAccess() access: Access,
  ): Promise<void> {
    return this.linkTickets.unlink(ticketId, linkId, access);
  }
}

import { join } from 'node:path';
import { Clock } from '@nqi/kernel';
import { SERVICE_SETTINGS, type ServiceSettings } from '@nqi/platform';
import { AddMaterialHandler } from './add-material.handler.js';
import { AttachMaterialsHandler } from './attach-materials.handler.js';
import { PgAttachmentRepository } from './attachments.pg-repository.js';
import { AttachmentRepository } from './attachments.repository.js';
import { ContentInspector } from './content/content.inspector.js';
import { ClamdScanner, MalwareScanner, NoScanner } from './content/malware.scanner.js';
import { DownloadAddresses } from './download/download-address.signer.js';
import { KeepDeliverableHandler } from './keep-deliverable.handler.js';
import { PgMaterialRepository } from './material.pg-repository.js';
import { MaterialRepository } from './material.repository.js';
import { MATERIAL_SETTINGS, readMaterialSettings, type MaterialSettings } from './material.settings.js';
import { MaterialsController } from './materials.controller.js';
import { ReadMaterialsQuery } from './read-materials.query.js';
import { RetireMaterialHandler } from './retire-material.handler.js';
import { IncomingFiles } from './storage/incoming-files.receiver.js';
import { LocalDiskStorage } from './storage/local-disk.storage.js';
import { MaterialStorage } from './storage/material.storage.js';
import { S3Storage } from './storage/s3.storage.js';
import { UploadSpool } from './storage/upload.spool.js';
import { StrayFilesRunner } from './stray-files.runner.js';
import { UploadBodies } from './uploaded-file.adapter.js';

/** What the intake module runs of the material library. */
export const MATERIAL_CONTROLLERS = [MaterialsController];

export const MATERIAL_PROVIDERS = [
  {
    provide: MATERIAL_SETTINGS,
    inject: [SERVICE_SETTINGS],
    useFactory: ({ mode }: ServiceSettings) => readMaterialSettings(mode),
  },
  {
    provide: MaterialStorage,
    inject: [MATERIAL_SETTINGS],
    useFactory: ({ s3, directory }: MaterialSettings) =>
      s3 ? new S3Storage(s3) : new LocalDiskStorage(join(directory, 'kept')),
  },
  {
    provide: UploadSpool,
    inject: [MATERIAL_SETTINGS],
    useFactory: async ({ directory }: MaterialSettings) => {
      const spool = new UploadSpool(join(directory, 'incoming'));
      await spool.prepare();
      return spool;
    },
  },
  {
    provide: MalwareScanner,
    inject: [MATERIAL_SETTINGS],
    useFactory: ({ clamav }: MaterialSettings) => (clamav ? new ClamdScanner(clamav) : new NoScanner()),
  },
  {
    provide: DownloadAddresses,
    inject: [MATERIAL_SETTINGS, Clock],
    useFactory: ({ addressKey }: MaterialSettings, clock: Clock) => new DownloadAddresses(clock, addressKey),
  },
  { provide: MaterialRepository, useClass: PgMaterialRepository },
  ContentInspector,
  IncomingFiles,
  UploadBodies,
  { provide: AttachmentRepository, useClass: PgAttachmentRepository },
  AttachMaterialsHandler,
  KeepDeliverableHandler,
  AddMaterialHandler,
  RetireMaterialHandler,
  ReadMaterialsQuery,
  StrayFilesRunner,
];

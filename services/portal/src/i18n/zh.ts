import { accounts } from './zh/accounts.js';
import { audit } from './zh/audit.js';
import { catalog } from './zh/catalog.js';
import { cooperation } from './zh/cooperation.js';
import { demands } from './zh/demands.js';
import { dialogue } from './zh/dialogue.js';
import { documents } from './zh/documents.js';
import { jobs } from './zh/jobs.js';
import { library } from './zh/library.js';
import { network } from './zh/network.js';
import { oversight } from './zh/oversight.js';
import { own } from './zh/own.js';
import { policies } from './zh/policies.js';
import { queueDesk } from './zh/queue-desk.js';
import { rectification } from './zh/rectification.js';
import { quotes } from './zh/quotes.js';
import { registry } from './zh/registry.js';
import { requests } from './zh/requests.js';
import { resources } from './zh/resources.js';
import { shell } from './zh/shell.js';
import { signOn } from './zh/sign-on.js';
import { vouchers } from './zh/vouchers.js';
import { window } from './zh/window.js';
import { words } from './zh/words.js';
import { workstation } from './zh/workstation.js';

/** Every Chinese text of the portal. */
export const zh = {
  ...shell,
  ...accounts,
  ...signOn,
  ...words,
  ...catalog,
  ...requests,
  ...workstation,
  ...queueDesk,
  ...jobs,
  ...demands,
  ...dialogue,
  ...documents,
  ...oversight,
  ...network,
  ...registry,
  ...policies,
  ...resources,
  ...cooperation,
  ...window,
  ...quotes,
  ...vouchers,
  ...library,
  ...audit,
  ...own,
  ...rectification,
};

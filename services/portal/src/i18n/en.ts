import { accounts } from './en/accounts.js';
import { audit } from './en/audit.js';
import { catalog } from './en/catalog.js';
import { cooperation } from './en/cooperation.js';
import { demands } from './en/demands.js';
import { dialogue } from './en/dialogue.js';
import { documents } from './en/documents.js';
import { jobs } from './en/jobs.js';
import { library } from './en/library.js';
import { network } from './en/network.js';
import { oversight } from './en/oversight.js';
import { own } from './en/own.js';
import { policies } from './en/policies.js';
import { queueDesk } from './en/queue-desk.js';
import { rectification } from './en/rectification.js';
import { quotes } from './en/quotes.js';
import { registry } from './en/registry.js';
import { requests } from './en/requests.js';
import { resources } from './en/resources.js';
import { shell } from './en/shell.js';
import { signOn } from './en/sign-on.js';
import { vouchers } from './en/vouchers.js';
import { window } from './en/window.js';
import { words } from './en/words.js';
import { workstation } from './en/workstation.js';

/** Every English text of the portal; its shape is the Chinese one's. */
export const en = {
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

/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   runs on the developer's machine, never inside n8n */
import { join } from 'node:path';

/** This checkout. */
export const ROOT = join(__dirname, '..');
